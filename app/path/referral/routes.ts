import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as inbox } from './pages/inbox.tsx'

const team: Role[] = ['practitioner', 'supporter', 'peer', 'secretariat', 'project-leader']

export const routes: Route[] = [{ path: 'referrals', for: team, get: inbox }]
