import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as clientLooks } from './pages/client-looks.tsx'
import { get as emergency, post as postEmergency } from './pages/emergency.tsx'
import { get as logExport } from './pages/export.tsx'
import { get as log } from './pages/log.tsx'
import { get as urgent } from './pages/urgent.tsx'

const officer: Role[] = ['privacy-officer']
/** Who has a ground for an emergency in access.rules. */
const urgently: Role[] = ['practitioner', 'duty-desk']

export const routes: Route[] = [
  { path: 'log', for: officer, get: log },
  { path: 'logExport', for: officer, get: logExport },
  { path: 'clientLooks', for: officer, get: clientLooks },
  { path: 'urgent', for: urgently, get: urgent },
  { path: 'emergency', for: urgently, get: emergency, post: postEmergency },
]
