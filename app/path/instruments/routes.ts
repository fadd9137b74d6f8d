import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as phase, post as postPhase } from './pages/phase.tsx'

const team: Role[] = ['practitioner', 'trainee', 'supporter', 'peer']

export const routes: Route[] = [{ path: 'phase', for: team, get: phase, post: postPhase }]
