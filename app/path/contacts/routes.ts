import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as addendum, post as postAddendum } from './pages/addendum.tsx'
import { get as confidence, post as keepConfidence } from './pages/confidence.tsx'
import { post as changeContact, get as contact } from './pages/contact.tsx'
import { get as note, post as writeNote } from './pages/contact-note.tsx'
import { get as newContact, post as writeContact } from './pages/new-contact.tsx'

const team: Role[] = ['practitioner', 'trainee', 'supporter', 'peer', 'welfare']
const beside: Role[] = ['client', 'relative', 'representative']

export const routes: Route[] = [
  { path: 'newContact', for: team, get: newContact, post: writeContact },
  { path: 'contact', for: [...team, ...beside], get: contact, post: changeContact },
  {
    path: 'contactAddendum',
    for: ['practitioner', 'supporter', 'peer', 'welfare'],
    get: addendum,
    post: postAddendum,
  },
  { path: 'contactNote', for: ['client'], get: note, post: writeNote },
  { path: 'confidence', for: ['practitioner', 'supporter'], get: confidence, post: keepConfidence },
]
