import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as areas, post as postArea } from './pages/areas.tsx'
import { get as newOrganisation, post as postOrganisation } from './pages/new-organisation.tsx'
import { get as newTeam, post as postTeam } from './pages/new-team.tsx'
import { get as newWorker, post as postWorker } from './pages/new-worker.tsx'
import { get as organisation, post as postAgreement } from './pages/organisation.tsx'
import { get as overview } from './pages/overview.tsx'
import { post as postPost, get as worker } from './pages/worker.tsx'

const administrator: Role[] = ['administrator']

export const routes: Route[] = [
  { path: 'staff', for: administrator, get: overview },
  { path: 'newOrganisation', for: administrator, get: newOrganisation, post: postOrganisation },
  { path: 'organisation', for: administrator, get: organisation, post: postAgreement },
  { path: 'newTeam', for: administrator, get: newTeam, post: postTeam },
  { path: 'staffArea', for: administrator, get: areas, post: postArea },
  { path: 'newWorker', for: administrator, get: newWorker, post: postWorker },
  { path: 'worker', for: administrator, get: worker, post: postPost },
]
