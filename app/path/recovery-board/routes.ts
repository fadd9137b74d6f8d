import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as board } from './pages/board.tsx'
import { get as caseload } from './pages/caseload.tsx'

const team: Role[] = [
  'practitioner',
  'trainee',
  'supporter',
  'peer',
  'welfare',
  'secretariat',
  'project-leader',
]
const counters: Role[] = ['practitioner', 'secretariat', 'project-leader']

export const routes: Route[] = [
  { path: 'board', for: team, get: board },
  { path: 'caseload', for: counters, get: caseload },
]
