import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import * as adviceTalk from './pages/advice-talk.tsx'
import * as appointmentIntake from './pages/appointment-intake.ts'
import * as comeBack from './pages/come-back.tsx'
import * as earlyContact from './pages/early-contact.tsx'
import * as editReferral from './pages/edit-referral.tsx'
import * as inbox from './pages/inbox.tsx'
import * as intake from './pages/intake.tsx'
import * as invitation from './pages/invitation.tsx'
import * as newReferral from './pages/new-referral.tsx'
import * as planIntake from './pages/plan-intake.tsx'
import * as promise from './pages/promise.tsx'
import * as referral from './pages/referral.tsx'
import * as returnTalk from './pages/return-talk.tsx'
import * as triage from './pages/triage.tsx'
import * as waitingList from './pages/waiting-list.tsx'
import * as wmoContact from './pages/wmo-contact.tsx'

const lists: Role[] = ['practitioner', 'supporter', 'peer', 'secretariat', 'project-leader']
const register: Role[] = ['practitioner', 'secretariat']
const path: Role[] = ['practitioner', 'supporter', 'peer', 'trainee', 'secretariat']
const write: Role[] = ['practitioner', 'supporter', 'peer', 'secretariat']
const talk: Role[] = ['practitioner', 'supporter', 'peer']

export const routes: Route[] = [
  { path: 'referrals', for: lists, ...inbox },
  { path: 'waitingList', for: lists, ...waitingList },
  { path: 'newReferral', for: register, files: true, ...newReferral },
  { path: 'comeBack', for: register, ...comeBack },
  { path: 'referral', for: path, ...referral },
  { path: 'editReferral', for: write, ...editReferral },
  { path: 'triage', for: write, ...triage },
  { path: 'promise', for: write, ...promise },
  { path: 'earlyContact', for: write, ...earlyContact },
  { path: 'planIntake', for: write, ...planIntake },
  { path: 'invitation', for: write, ...invitation },
  { path: 'intake', for: talk, ...intake },
  { path: 'appointmentIntake', for: talk, ...appointmentIntake },
  { path: 'wmoContact', for: write, ...wmoContact },
  { path: 'adviceTalk', for: talk, ...adviceTalk },
  { path: 'returnTalk', for: talk, ...returnTalk },
]
