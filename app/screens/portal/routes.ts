import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as agenda } from './pages/agenda.tsx'
import { get as home } from './pages/home.tsx'
import { get as looks } from './pages/looks.tsx'
import { get as story } from './pages/story.tsx'

const beside: Role[] = ['client', 'relative', 'representative']

export const routes: Route[] = [
  { path: 'portal', for: beside, get: home },
  { path: 'portalStory', for: beside, get: story },
  { path: 'portalAgenda', for: beside, get: agenda },
  { path: 'portalLooks', for: ['client'], get: looks },
]
