import { addDays, type Day } from '../app/core/day.ts'
import type { TeamId } from '../app/core/id.ts'
import {
  decideTriage,
  planIntake,
  promiseContact,
  receiveReferral,
  writeEarlyContact,
} from '../app/path/referral/door.ts'
import { areas } from './cast.ts'
import type { Life } from './lives.ts'
import { during, intakePlan, type Stage, type Told, worker } from './stage.ts'
import { familyNames, givenNames, infixes, ownQuestions, reasons } from './words.ts'

/** What a story knows of somebody beforehand; the rest is chance. */
export type Persona = {
  givenName: string
  infix: string
  familyName: string
  birthDate?: Day
  ownQuestion?: string
  relativeName?: string
  relativeRelation?: string
  colleagueOf?: TeamId
}

/** Somebody is referred to the team. */
export async function refer(stage: Stage, life: Life, persona?: Persona): Promise<Told> {
  const { team, chance } = stage
  const person = persona ?? {
    givenName: chance.pick(givenNames),
    infix: chance.pick(infixes),
    familyName: chance.pick(familyNames),
  }
  const area = chance.pick(areas.filter((x) => x.team === team.slug))
  const [postcode4] = chance.pick(area.postcodes)
  const { client, referral } = await during(stage, life.receivedOn, () =>
    receiveReferral(worker(team, 'secretary').asker, stage.secret, team.id, {
      ...person,
      birthDate: addDays(stage.last, -chance.int(20 * 365, 68 * 365)),
      gender: chance.pick(['female', 'male', 'unknown']),
      phone: `06 555${String(chance.int(10000, 99999))}`,
      email: '',
      language: chance.maybe(0.06) ? 'Arabisch' : '',
      interpreter: '',
      gp: chance.pick(['Huisartsenpraktijk De Brink', 'Huisarts Lindenhof', 'Gezondheidscentrum Noord']),
      gpPhone: '',
      insurer: chance.pick(['Zilveren Kruis', 'VGZ', '']),
      insuranceNumber: '',
      bsn: chance.maybe(0.8) ? (stage.nextBsn() as never) : null,
      addressKind: chance.maybe(0.04) ? 'none' : 'home',
      street: chance.pick(['Berkenlaan', 'Kerkstraat', 'Veldweg', 'Singel', 'Molenkamp']),
      houseNumber: String(chance.int(1, 140)),
      postcode: `${postcode4} ${chance.pick(['AB', 'CD', 'EF', 'GH'])}`,
      city: area.city,
      source: life.source,
      referrer: '',
      referrerPhone: '',
      reason: chance.pick(reasons),
      ownQuestion: chance.maybe(0.92) ? chance.pick(ownQuestions) : '',
      relativeName: chance.maybe(0.4) ? `${chance.pick(givenNames)} ${person.familyName}` : '',
      relativeRelation: chance.pick(['zus', 'broer', 'moeder', 'partner', 'vriend', 'dochter']),
      relativePhone: '',
      colleagueOf: null,
      ...persona,
    }),
  )
  return {
    client,
    referral,
    caseManager: chance.pick(
      team.workers.filter((x) => ['case-manager', 'community-nurse'].includes(x.function)),
    ),
  }
}

/** The team decides where the referral goes. */
export async function triage(
  stage: Stage,
  life: Life,
  { client, referral, caseManager }: Told,
): Promise<void> {
  const of = { client, referral, team: stage.team.id }
  const day = addDays(life.receivedOn, stage.chance.int(1, 5))
  const outcome = life.state === 'consulted' ? 'consultation' : 'waiting-list'
  const promisedFor = outcome === 'waiting-list' ? addDays(day, stage.chance.int(3, 8)) : null
  const form = {
    outcome,
    together: 'het triageoverleg',
    reason: '',
    redirectTo: '',
    promisedFor,
    promise: 'bellen om kennis te maken',
  } as const
  await during(stage, day, () =>
    decideTriage(worker(stage.team, 'secretary').asker, of, form, caseManager.person),
  )
}

/** A first contact, before the intake. */
export async function early(
  stage: Stage,
  life: Life,
  { client, referral, caseManager }: Told,
): Promise<void> {
  const day = addDays(life.receivedOn, stage.chance.int(6, 12))
  const happenedOn = day > stage.last ? stage.last : day
  const note = 'Kennisgemaakt aan de telefoon. Verteld wat er gaat gebeuren en wanneer.'
  await during(stage, day, () =>
    writeEarlyContact(
      caseManager.asker,
      { client, referral },
      { happenedOn, way: 'phone', minutes: 20, note },
    ),
  )
}

/** Who waits is promised a contact, or has an intake planned. */
export async function waitOn(stage: Stage, { client, referral, caseManager }: Told): Promise<void> {
  const { chance, last, team } = stage
  const of = { client, referral }
  if (chance.maybe(0.7))
    await during(stage, last, () =>
      promiseContact(caseManager.asker, of, {
        promisedFor: addDays(last, chance.int(1, 9)),
        promise: 'bellen hoe het gaat',
        person: caseManager.person,
      }),
    )
  if (chance.maybe(0.5))
    await during(stage, last, () =>
      planIntake(
        worker(team, 'secretary').asker,
        of,
        intakePlan(stage, caseManager.person, addDays(last, chance.int(2, 40))),
      ),
    )
}
