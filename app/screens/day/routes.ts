import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as contactFor, post as searchForContact } from './pages/contact-for.tsx'
import { get as day } from './pages/day.tsx'
import { get as honest } from './pages/honest.tsx'

const team: Role[] = ['practitioner', 'trainee', 'supporter', 'peer', 'welfare']

export const routes: Route[] = [
  { path: 'day', for: 'signed-in', get: day },
  { path: 'honest', for: 'signed-in', get: honest },
  { path: 'contactFor', for: team, get: contactFor, post: searchForContact },
]
