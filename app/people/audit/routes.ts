import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as clientLooks } from './pages/client-looks.tsx'
import { get as logExport } from './pages/export.tsx'
import { get as log } from './pages/log.tsx'

const officer: Role[] = ['privacy-officer']

export const routes: Route[] = [
  { path: 'log', for: officer, get: log },
  { path: 'logExport', for: officer, get: logExport },
  { path: 'clientLooks', for: officer, get: clientLooks },
]
