import { addDays, type Day } from '../app/core/day.ts'
import { type ClientId, newId } from '../app/core/id.ts'
import { addAppointment } from '../app/office/agenda/door.ts'
import { assignPart, leaveCare, startAftercare } from '../app/path/care/door.ts'
import { addContact } from '../app/path/contacts/door.ts'
import { recordPhase } from '../app/path/instruments/door.ts'
import { holdAdviceTalk, planIntake, writeIntakeReport } from '../app/path/referral/door.ts'
import { act } from '../app/platform/database.ts'
import type { Worker } from './house.ts'
import { type Life, lived } from './lives.ts'
import { during, intakePlan, type Stage, type Told, workday, worker } from './stage.ts'
import { intakeAnswers, ownLeaving, reports } from './words.ts'

/** Intake, advice talk, and into care with the organisations that take part. */
export async function intoCare(
  stage: Stage,
  life: Life,
  { client, referral, caseManager }: Told,
): Promise<void> {
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

/** Phases, contacts and appointments of somebody in care. */
export async function live(stage: Stage, life: Life, { client, caseManager }: Told): Promise<void> {
  const { chance, team } = stage
  const days = lived(life, stage.last) - 62
  const end = life.endsOn ?? stage.last
  if (chance.maybe(0.85))
    await phases(stage, client, caseManager, { from: addDays(life.receivedOn, 62), days })
  const visits = chance.int(2, 4)
  for (let i = 0; i < visits; i++) {
    const quiet =
      i === visits - 1 ? chance.pick([1, 2, 3, 5, 6, 9, 14, 24]) : chance.int(10, Math.max(11, days))
    const day = addDays(end, -Math.min(quiet, Math.max(1, days)))
    await contact(stage, client, { by: pickWriter(stage, caseManager, life), day, isLast: i === visits - 1 })
  }
  if (life.state === 'care' && chance.maybe(0.12)) await appointment(stage, client, caseManager)
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

type Met = { by: Worker; day: Day; isLast: boolean }

async function contact(stage: Stage, client: ClientId, { by, day, isLast }: Met): Promise<void> {
  const { chance } = stage
  const kind = chance.pick(
    isLast
      ? (['visit', 'phone', 'office'] as const)
      : (['visit', 'visit', 'phone', 'office', 'tried'] as const),
  )
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

async function appointment(stage: Stage, client: ClientId, by: Worker): Promise<void> {
  const { chance, last, team } = stage
  const kind = chance.pick(['visit', 'visit', 'office', 'phone'] as const)
  const place = { visit: 'bij de cliënt thuis', office: `Wijkcentrum, team ${team.name}`, phone: '' }[kind]
  const time = chance.pick(['09:30', '10:15', '11:00', '13:30', '14:30', '15:45'])
  const form = {
    day: workday(addDays(last, chance.int(0, 9))),
    time,
    minutes: 45,
    kind,
    place,
    person: by.person,
    about: '',
  }
  await during(stage, last, () =>
    act(by.asker, [{ dossier: client, purpose: 'care' }], (tx) =>
      addAppointment(tx, { client, appointment: newId() }, form),
    ),
  )
}

/** Care ends, with or without aftercare. */
export async function leave(stage: Stage, life: Life, { client, caseManager }: Told): Promise<void> {
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
