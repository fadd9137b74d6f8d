import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as afterDeath, post as postAfterDeath } from './pages/after-death.tsx'
import { get as endConsent, post as postEnd } from './pages/end-consent.tsx'
import { get as newConsent, post as postConsent } from './pages/new-consent.tsx'
import { get as newShield, post as postShield } from './pages/new-shield.tsx'
import { post as postReopen, get as reopen } from './pages/reopen-earlier.tsx'
import { get as standing } from './pages/standing.tsx'

const writers: Role[] = ['practitioner', 'supporter', 'peer', 'secretariat']

export const routes: Route[] = [
  { path: 'consent', for: writers, get: standing },
  { path: 'newConsent', for: writers, get: newConsent, post: postConsent },
  { path: 'newShield', for: writers, get: newShield, post: postShield },
  { path: 'endConsent', for: writers, get: endConsent, post: postEnd },
  { path: 'afterDeath', for: writers, get: afterDeath, post: postAfterDeath },
  { path: 'reopenEarlier', for: writers, get: reopen, post: postReopen },
]
