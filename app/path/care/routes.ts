import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as assignPart, post as postAssignPart } from './pages/assign-part.tsx'
import { get as care } from './pages/care.tsx'
import { get as endInvolvement, post as postEndInvolvement } from './pages/end-involvement.tsx'
import { get as involve, post as postInvolve } from './pages/involve.tsx'
import { get as outflow, post as postOutflow } from './pages/outflow.tsx'

const arrangers: Role[] = ['practitioner', 'supporter', 'peer', 'secretariat']
const readers: Role[] = [...arrangers, 'trainee', 'welfare', 'project-leader', 'duty-desk']

export const routes: Route[] = [
  { path: 'care', for: readers, get: care },
  { path: 'involve', for: arrangers, get: involve, post: postInvolve },
  { path: 'endInvolvement', for: arrangers, get: endInvolvement, post: postEndInvolvement },
  { path: 'assignPart', for: arrangers, get: assignPart, post: postAssignPart },
  { path: 'outflow', for: arrangers, get: outflow, post: postOutflow },
]
