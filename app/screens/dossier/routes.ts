import type { Route } from '../../platform/web.ts'
import * as dossier from './pages/dossier.tsx'
import * as shieldRow from './pages/shield-row.tsx'

export const routes: Route[] = [
  {
    path: 'dossier',
    for: [
      'practitioner',
      'trainee',
      'supporter',
      'peer',
      'welfare',
      'secretariat',
      'project-leader',
      'duty-desk',
      'wmo-consultant',
    ],
    ...dossier,
  },
  { path: 'shieldRow', for: ['practitioner', 'supporter', 'peer'], ...shieldRow },
]
