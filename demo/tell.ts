import { addDays, type Day, daysBetween, momentAt, mondayOf } from '../app/core/day.ts'
import { type ClientId, newId, type PersonId, type ReferralId } from '../app/core/id.ts'
import { assignPart, leaveCare, startAftercare } from '../app/path/care/door.ts'
import { addContact } from '../app/path/contacts/door.ts'
import { recordPhase } from '../app/path/instruments/door.ts'
import {
  decideTriage,
  holdAdviceTalk,
  planIntake,
  promiseContact,
  receiveReferral,
  writeEarlyContact,
  writeIntakeReport,
} from '../app/path/referral/door.ts'
import { at } from '../app/platform/clock.ts'
import { act } from '../app/platform/database.ts'
import { areas } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Team, Worker } from './house.ts'
import { type Life, lived } from './lives.ts'
import {
  familyNames,
  givenNames,
  infixes,
  intakeAnswers,
  ownLeaving,
  ownQuestions,
  reasons,
  reports,
} from './words.ts'

/** Where a story is told: the team, chance, and the last day of the told history. */
export type Stage = { team: Team; chance: Chance; last: Day; secret: string; nextBsn: () => string }
type Told = { client: ClientId; referral: ReferralId; caseManager: Worker }

/** Tells one life through the doors, each step at its own moment. */
export async function tellLife(stage: Stage, life: Life): Promise<ClientId> {
  const told = await refer(stage, life)
  if (life.state === 'new') return told.client
  await triage(stage, life, told)
  if (life.state === 'consulted') return told.client
  if (life.hasEarlyContact) await early(stage, life, told)
  if (life.state === 'waiting') {
    await waitOn(stage, told)
    return told.client
  }
  await intoCare(stage, life, told)
  await live(stage, life, told)
  await leave(stage, life, told)
  return told.client
}

function worker(team: Team, ...functions: string[]): Worker {
  const found = team.workers.find((x) => functions.includes(x.function))
  if (!found) throw new Error(`nobody is ${functions.join(' or ')}`)
  return found
}

/** The same day, or the Monday after a weekend. */
function workday(day: Day): Day {
  const weekday = daysBetween(mondayOf(day), day)
  return weekday > 4 ? addDays(day, 7 - weekday) : day
}

/** A moment of a working day: the story happens in office hours, never after its last day. */
function during<T>({ chance, last }: Stage, day: Day, run: () => Promise<T>): Promise<T> {
  const time = `${String(chance.int(8, 16)).padStart(2, '0')}:${chance.pick(['00', '10', '15', '30', '45'])}`
  return at(momentAt(day > last ? last : day, time), run)
}

async function refer(stage: Stage, life: Life): Promise<Told> {
  const { team, chance } = stage
  const person = {
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
      colleagueOf: null,
      relativeName: chance.maybe(0.4) ? `${chance.pick(givenNames)} ${person.familyName}` : '',
      relativeRelation: chance.pick(['zus', 'broer', 'moeder', 'partner', 'vriend', 'dochter']),
      relativePhone: '',
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

async function triage(stage: Stage, life: Life, { client, referral, caseManager }: Told): Promise<void> {
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

async function early(stage: Stage, life: Life, { client, referral, caseManager }: Told): Promise<void> {
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

async function waitOn(stage: Stage, { client, referral, caseManager }: Told): Promise<void> {
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

function intakePlan({ team }: Stage, person: PersonId, asked: Day) {
  const day = workday(asked)
  return {
    day,
    time: '10:00',
    minutes: 60,
    place: `Wijkcentrum, team ${team.name}`,
    person,
    withWhom: '',
    relativeInvited: '',
  }
}

async function intoCare(stage: Stage, life: Life, { client, referral, caseManager }: Told): Promise<void> {
  const { chance, team } = stage
  const of = { client, referral, team: team.id }
  const planned = addDays(life.receivedOn, chance.int(14, 45))
  await during(stage, addDays(life.receivedOn, 8), () =>
    planIntake(worker(team, 'secretary').asker, of, intakePlan(stage, caseManager.person, planned)),
  )
  const report = {
    heldOn: planned,
    whatHappened: chance.pick(intakeAnswers.whatHappened),
    vulnerabilityAndStrength: chance.pick(intakeAnswers.vulnerabilityAndStrength),
    whereTo: chance.pick(intakeAnswers.whereTo),
    whatNeeded: chance.pick(intakeAnswers.whatNeeded),
    together: 'with-client' as const,
    relativePresent: '',
  }
  await during(stage, planned, () =>
    writeIntakeReport(caseManager.asker, of, report, { version: null, sign: true }),
  )
  const talk = addDays(planned, chance.int(5, 14))
  const organisations = life.organisations.map((carer) => team.organisations[carer])
  const form = {
    heldOn: talk,
    outcome: 'in-care' as const,
    ownWords: '',
    agreed: 'We beginnen rustig, met een vast gezicht.',
    elsewhere: '',
    keepContact: '',
    endsOn: null,
    talkOn: null,
    organisations,
    caseManager: caseManager.person,
  }
  await during(stage, talk, () => holdAdviceTalk(caseManager.asker, of, form))
  const lead = worker(team, 'psychiatrist')
  await during(stage, addDays(talk, 1), () =>
    assignPart(caseManager.asker, client, {
      part: 'lead-practitioner',
      who: { personId: lead.person, organisationId: lead.organisation },
      from: addDays(talk, 1),
    }),
  )
}

async function live(stage: Stage, life: Life, { client, caseManager }: Told): Promise<void> {
  const { chance, team } = stage
  const days = lived(life, stage.last) - 62
  const end = life.endsOn ?? stage.last
  if (chance.maybe(0.85))
    await phases(stage, client, caseManager, { from: addDays(life.receivedOn, 62), days })
  const visits = chance.int(2, 4)
  for (let i = 0; i < visits; i++) {
    const quiet =
      i === visits - 1 ? chance.pick([1, 2, 3, 5, 6, 9, 14, 24]) : chance.int(10, Math.max(11, days))
    await contact(
      stage,
      client,
      pickWriter(stage, caseManager, life),
      addDays(end, -Math.min(quiet, Math.max(1, days))),
    )
  }
  if (team.slug === 'assen' && chance.maybe(0.02)) await draft(stage, client, caseManager)
}

function pickWriter({ chance, team }: Stage, caseManager: Worker, life: Life): Worker {
  if (life.organisations.includes('vnn') && chance.maybe(0.4)) return worker(team, 'addiction-worker')
  return chance.maybe(0.2) ? worker(team, 'peer-expert') : caseManager
}

// Recovery is not linear: mostly a step on, sometimes none, sometimes back.
const next: Record<1 | 2 | 3 | 4, (1 | 2 | 3 | 4)[]> = {
  1: [1, 2, 2, 1],
  2: [2, 3, 3, 1],
  3: [3, 4, 4, 2],
  4: [4, 4, 4, 3],
}

async function phases(
  stage: Stage,
  client: ClientId,
  by: Worker,
  when: { from: Day; days: number },
): Promise<void> {
  const { chance } = stage
  let phase: 1 | 2 | 3 | 4 = chance.pick([1, 1, 2, 2, 2])
  const talks = chance.int(1, Math.min(3, 1 + Math.floor(when.days / 200)))
  for (let i = 0; i < talks; i++) {
    const talkedOn = addDays(when.from, Math.floor((when.days * i) / talks) + 7)
    if (talkedOn >= stage.last) return
    const now = phase
    await during(stage, talkedOn, () => recordPhase(by.asker, client, { phase: now, talkedOn, ownWords: '' }))
    phase = next[phase][chance.int(0, 3)] ?? phase
  }
}

async function contact(stage: Stage, client: ClientId, by: Worker, day: Day): Promise<void> {
  const { chance } = stage
  const kind = chance.pick(['visit', 'visit', 'phone', 'office', 'tried'] as const)
  const form = {
    kind,
    day,
    time: '11:00',
    travel: kind === 'visit' ? 15 : 0,
    present: '',
    report: chance.pick(reports[kind]),
    together: kind === 'visit' && chance.maybe(0.3),
    how: 'sign' as const,
    minutes: kind === 'phone' ? 15 : 45,
  }
  await during(stage, day, () =>
    act(by.asker, [{ dossier: client, purpose: 'care' }], (tx) =>
      addContact(tx, { client, contact: newId() }, form),
    ),
  )
}

async function draft(stage: Stage, client: ClientId, by: Worker): Promise<void> {
  const form = {
    kind: 'visit' as const,
    day: stage.last,
    time: '09:00',
    travel: 10,
    present: '',
    report: stage.chance.pick(reports.visit),
    together: false,
    how: 'draft' as const,
    minutes: 45,
  }
  await during(stage, stage.last, () =>
    act(by.asker, [{ dossier: client, purpose: 'care' }], (tx) =>
      addContact(tx, { client, contact: newId() }, form),
    ),
  )
}

async function leave(stage: Stage, life: Life, { client, caseManager }: Told): Promise<void> {
  if (!life.destination) return
  const leftOn = life.endsOn ?? addDays(stage.last, -stage.chance.int(7, 40))
  const ownWords = life.destination === 'died' ? '' : stage.chance.pick(ownLeaving)
  const form = {
    leftOn,
    destination: life.destination,
    ownWords,
    reason: 'In overleg afgerond.',
    aftercare: life.state === 'aftercare' ? ('yes' as const) : ('no' as const),
  }
  const end = life.state === 'aftercare' ? startAftercare : leaveCare
  await during(stage, leftOn, () => end(caseManager.asker, client, stage.team.id, form))
}
