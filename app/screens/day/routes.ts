import type { Route } from '../../platform/web.ts'
import { get as day } from './pages/day.tsx'
import { get as honest } from './pages/honest.tsx'

export const routes: Route[] = [
  { path: 'day', for: 'signed-in', get: day },
  { path: 'honest', for: 'signed-in', get: honest },
]
