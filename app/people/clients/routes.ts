import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as death, post as postDeath } from './pages/death.tsx'
import { get as editIdentity, post as postIdentity } from './pages/edit-identity.tsx'
import { get as editRelative, post as postEditRelative } from './pages/edit-relative.tsx'
import { get as identity, post as showBsn } from './pages/identity.tsx'
import { get as clients } from './pages/list.tsx'
import { get as newRelative, post as postRelative } from './pages/new-relative.tsx'
import { get as relatives } from './pages/relatives.tsx'
import { post as postSearch, get as search } from './pages/search.tsx'

const team: Role[] = ['practitioner', 'trainee', 'supporter', 'peer', 'welfare', 'secretariat']
const writers: Role[] = ['practitioner', 'secretariat']

export const routes: Route[] = [
  { path: 'search', for: [...team, 'duty-desk', 'project-leader'], get: search, post: postSearch },
  { path: 'clients', for: [...team, 'duty-desk', 'project-leader'], get: clients },
  { path: 'identity', for: team, get: identity, post: showBsn },
  { path: 'editIdentity', for: writers, get: editIdentity, post: postIdentity },
  { path: 'death', for: writers, get: death, post: postDeath },
  { path: 'relatives', for: team, get: relatives },
  { path: 'newRelative', for: [...writers, 'supporter'], get: newRelative, post: postRelative },
  { path: 'editRelative', for: [...writers, 'supporter'], get: editRelative, post: postEditRelative },
]
