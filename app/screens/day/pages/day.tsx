import type { Role } from '../../../core/role.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { get as deskDay } from './desk-day.tsx'
import { teamless } from './frame.tsx'
import { get as honest } from './honest.tsx'
import { get as houseDay } from './house-day.tsx'
import { get as leaderDay } from './leader-day.tsx'
import { get as officerDay } from './officer-day.tsx'
import { get as teamDay } from './team-day.tsx'

type Page = (c: Ctx) => Promise<Response>

const inTeam: Partial<Record<Role, Page>> = {
  practitioner: teamDay,
  trainee: teamDay,
  supporter: teamDay,
  peer: teamDay,
  welfare: teamDay,
  secretariat: deskDay,
  'project-leader': leaderDay,
}
const inHouse: Partial<Record<Role, Page>> = {
  'privacy-officer': officerDay,
  administrator: houseDay,
}

/** Everybody's first page, by role; a role without work here yet is told so. */
export async function get(c: Ctx): Promise<Response> {
  const { role, teams } = me(c)
  const page = inTeam[role]
  if (page) return teams.length > 0 ? page(c) : teamless(c)
  return (inHouse[role] ?? honest)(c)
}
