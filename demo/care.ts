import { addDays, type Day } from '../app/core/day.ts'
import { assignPart, leaveCare, startAftercare } from '../app/path/care/door.ts'
import { holdAdviceTalk, involveWmo, planIntake, writeIntakeReport } from '../app/path/referral/door.ts'
import type { Worker } from './house.ts'
import type { Life } from './lives.ts'
import {
  deskOf,
  during,
  intakePlan,
  type Stage,
  type Told,
  timeOn,
  workday,
  worker,
  workers,
} from './stage.ts'
import { intakeAnswers } from './words.ts'

/** Intake, advice talk, and into care with the organisations that take part; the day of that talk. */
export async function intoCare(stage: Stage, life: Life, told: Told): Promise<Day> {
  const { chance, team } = stage
  const of = { client: told.client, referral: told.referral, team: team.id, nth: 1 }
  const { asker, person } = told.caseManager
  const planned = workday(addDays(life.receivedOn, chance.int(14, 45)))
  const when = { day: planned, time: timeOn(stage, planned) }
  await during(stage, addDays(life.receivedOn, 8), () =>
    planIntake(worker(team, 'secretary').asker, of, intakePlan(stage, person, when)),
  )
  await during(stage, planned, () =>
    writeIntakeReport(asker, of, report(stage, planned), { version: 0, sign: true }),
  )
  if (life.organisations.includes('cosis'))
    await during(stage, planned, () =>
      involveWmo(asker, of, { involvedOn: planned, who: `Wmo-consulent, team ${team.name}` }),
    )
  const talk = workday(addDays(planned, chance.int(5, 14)))
  await during(stage, talk, () =>
    holdAdviceTalk(asker, of, advice(stage, life, { talk, by: told.caseManager })),
  )
  await assignLead(stage, told, workday(addDays(talk, 1)))
  return talk
}

function report({ chance }: Stage, heldOn: Day) {
  return {
    heldOn,
    whatHappened: chance.pick(intakeAnswers.whatHappened),
    vulnerabilityAndStrength: chance.pick(intakeAnswers.vulnerabilityAndStrength),
    whereTo: chance.pick(intakeAnswers.whereTo),
    whatNeeded: chance.pick(intakeAnswers.whatNeeded),
    together: 'with-client' as const,
    relativePresent: '',
  }
}

function advice(stage: Stage, life: Life, { talk, by }: { talk: Day; by: Worker }) {
  const { last, team, say } = stage
  const ends = life.isTemporary ? { endsOn: addDays(last, 40), talkOn: addDays(last, 19) } : null
  return {
    heldOn: talk,
    outcome: ends ? ('temporary' as const) : ('in-care' as const),
    ownWords: '',
    agreed: say.agreed(),
    elsewhere: '',
    keepContact: '',
    endsOn: null,
    talkOn: null,
    ...ends,
    organisations: life.organisations.map((carer) => team.organisations[carer]),
    caseManager: contactPerson(stage, life, by).person,
  }
}

// Who has one organisation around them is known best by somebody of that organisation.
function contactPerson({ team, chance }: Stage, { organisations }: Life, otherwise: Worker): Worker {
  if (organisations.join() === 'cosis') return chance.pick(workers(team, 'supported-living-worker'))
  if (organisations.join() === 'vnn') return worker(team, 'addiction-worker')
  return otherwise
}

async function assignLead(stage: Stage, { client, caseManager }: Told, from: Day): Promise<void> {
  const { person, organisation } = worker(stage.team, 'psychiatrist')
  const who = { personId: person, organisationId: organisation }
  await during(stage, from, () =>
    assignPart(caseManager.asker, client, { part: 'lead-practitioner', who, from }),
  )
}

/** Care ends, with or without aftercare. */
export async function leave(stage: Stage, life: Life, { client, caseManager }: Told): Promise<void> {
  const { destination } = life
  if (!destination) return
  const leftOn = life.endsOn ?? addDays(stage.last, -stage.chance.int(7, 40))
  const own = destination === 'moved' ? stage.say.moving : stage.say.leaving
  const form = {
    leftOn,
    destination,
    ownWords: destination === 'died' ? '' : own(),
    reason: destination === 'died' ? '' : 'In overleg afgerond.',
    aftercare: life.state === 'aftercare' ? ('yes' as const) : ('no' as const),
  }
  const end = life.state === 'aftercare' ? startAftercare : leaveCare
  await during(stage, leftOn, () => end(caseManager.asker, client, stage.team.id, form))
}

/** Where people meet, by kind of appointment. */
export function placeOf(stage: Stage, kind: 'visit' | 'office' | 'phone' | 'talk'): string {
  if (kind === 'visit') return 'thuis'
  return kind === 'phone' ? '' : deskOf(stage.team)
}
