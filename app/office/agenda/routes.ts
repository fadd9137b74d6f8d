import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as appointment, post as changeAppointment } from './pages/appointment.tsx'
import { get as newAppointment, post as planAppointment } from './pages/new-appointment.tsx'
import { get as week } from './pages/week.tsx'

const team: Role[] = ['practitioner', 'trainee', 'supporter', 'peer', 'welfare', 'secretariat']

export const routes: Route[] = [
  { path: 'agenda', for: team, get: week },
  { path: 'newAppointment', for: team, get: newAppointment, post: planAppointment },
  { path: 'appointment', for: team, get: appointment, post: changeAppointment },
]
