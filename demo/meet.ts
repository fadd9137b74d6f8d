import { addDays, type Day, momentAt } from '../app/core/day.ts'
import { newId } from '../app/core/id.ts'
import { type AppointmentId, addAppointment, cancelAppointment } from '../app/office/agenda/door.ts'
import { cosignContact } from '../app/path/contacts/acts/cosign-contact.ts'
import { addContact, type ContactId } from '../app/path/contacts/door.ts'
import { recordPhase } from '../app/path/instruments/door.ts'
import { at } from '../app/platform/clock.ts'
import { act } from '../app/platform/database.ts'
import { placeOf } from './care.ts'
import type { Worker } from './house.ts'
import { type Life, lived } from './lives.ts'
import { during, type Stage, type Told, timeOn, workdayBefore, worker, workers } from './stage.ts'
import { phaseWords } from './words.ts'

// So many days before the end of the story somebody was last spoken: mostly last week, a few too long ago.
const quiet = [0, 0, 3, 3, 3, 4, 4, 5, 6, 6, 7, 7, 8, 10, 12, 14, 24, 38]

/** Phases, contacts and appointments of somebody in care. */
export async function live(stage: Stage, life: Life, told: Told): Promise<void> {
  const { chance } = stage
  const days = lived(life, stage.last) - 62
  const end = life.endsOn ?? stage.last
  if (chance.maybe(0.85)) await phases(stage, told, { from: addDays(life.receivedOn, 62), days })
  const around = whoComes(stage, life, told.caseManager)
  const ago = [
    chance.pick(quiet),
    ...Array.from({ length: chance.int(1, 3) }, () => chance.int(14, Math.max(15, days))),
  ]
  const backs = ago.map((x) => Math.min(x, Math.max(1, days))).toSorted((a, b) => b - a)
  for (const [i, back] of backs.entries()) {
    const met = { by: chance.pick(around), day: workdayBefore(addDays(end, -back)) }
    await contact(stage, told, { ...met, isLast: i === backs.length - 1 })
  }
  if (life.state !== 'care') return
  if (chance.maybe(0.6)) await appointment(stage, told, chance.pick(around))
  await unsigned(stage, told, chance.pick(around))
}

// The case manager most of all, whoever an organisation sends, and now and then the peer expert.
function whoComes({ chance, team }: Stage, life: Life, caseManager: Worker): Worker[] {
  const living = life.organisations.includes('cosis')
    ? [chance.pick(workers(team, 'supported-living-worker'))]
    : []
  const addiction = life.organisations.includes('vnn') ? [worker(team, 'addiction-worker')] : []
  const others = chance.maybe(0.25) ? workers(team, 'peer-expert', 'psychiatrist') : []
  return [caseManager, caseManager, ...living, ...living, ...addiction, ...addiction, ...others]
}

// Recovery is not linear: mostly a step on, sometimes none, sometimes back.
const next: Record<1 | 2 | 3 | 4, (1 | 2 | 3 | 4)[]> = {
  1: [1, 2, 2, 1],
  2: [2, 3, 3, 1],
  3: [3, 4, 4, 2],
  4: [4, 4, 4, 3],
}

async function phases(stage: Stage, told: Told, when: { from: Day; days: number }): Promise<void> {
  const { chance } = stage
  let phase: 1 | 2 | 3 | 4 = chance.pick([1, 1, 2, 2, 2])
  const talks = chance.int(1, Math.min(3, 1 + Math.floor(when.days / 200)))
  for (let i = 0; i < talks; i++) {
    const talkedOn = workdayBefore(addDays(when.from, Math.floor((when.days * i) / talks) + 7))
    if (talkedOn >= stage.last) return
    const form = { phase, talkedOn, ownWords: chance.maybe(0.5) ? chance.pick(phaseWords[phase]) : '' }
    await during(stage, talkedOn, () => recordPhase(told.caseManager.asker, told.client, form))
    phase = chance.pick(next[phase])
  }
}

type Met = { by: Worker; day: Day; how?: 'sign' | 'draft'; isLast?: boolean }
const kinds = ['visit', 'visit', 'visit', 'phone', 'phone', 'office', 'office', 'tried'] as const

/** A contact as its writer tells it, written down at once; the last one found somebody. */
async function contact(
  stage: Stage,
  { client }: Told,
  { by, day, how = 'sign', isLast }: Met,
): Promise<ContactId> {
  const { chance, say } = stage
  const own = ownWords(say, by)
  const kind = own ? 'visit' : chance.pick(isLast ? kinds.slice(0, -1) : kinds)
  const time = timeOn(stage, day)
  const form = {
    kind,
    day,
    time,
    travel: kind === 'visit' || kind === 'tried' ? chance.pick([5, 10, 15, 20]) : 0,
    present: '',
    report: (own ?? say[kind])(),
    together: kind === 'visit' && chance.maybe(0.3),
    how,
    minutes: kind === 'visit' || kind === 'office' ? chance.pick([30, 45, 60]) : chance.pick([5, 10, 15]),
  }
  return at(momentAt(day, time), async () => {
    const id = newId<ContactId>()
    await act(by.asker, [{ dossier: client, purpose: 'care' }], (tx) =>
      addContact(tx, { client, contact: id }, form),
    )
    return id
  })
}

function ownWords(say: Stage['say'], by: Worker): (() => string) | undefined {
  const own: Record<string, () => string> = {
    'peer-expert': say.peer,
    'addiction-worker': say.addiction,
    'supported-living-worker': say.living,
    trainee: say.trainee,
  }
  return own[by.function]
}

// A draft that still waits for its writer, and a trainee's report that waits for a colleague, or did.
async function unsigned(stage: Stage, told: Told, by: Worker): Promise<void> {
  const { chance, last, team } = stage
  const friday = addDays(last, -3)
  if (chance.maybe(0.04)) await contact(stage, told, { by, day: friday, how: 'draft', isLast: true })
  if (!chance.maybe(0.07)) return
  const trainee = worker(team, 'trainee')
  await appointment(stage, told, trainee)
  const day = workdayBefore(addDays(last, -chance.pick([3, 13, 20, 27])))
  const report = await contact(stage, told, { by: trainee, day })
  if (day > addDays(last, -7)) return
  await during(stage, addDays(day, 1), () =>
    cosignContact(told.caseManager.asker, { client: told.client, contact: report }),
  )
}

/** An appointment in this week or the next; now and then it is called off. */
export async function appointment(stage: Stage, { client, caseManager }: Told, by: Worker): Promise<void> {
  const { chance, last, say } = stage
  const when = stage.diary(by.person)
  if (!when) return
  const kind = chance.pick(['visit', 'visit', 'office', 'phone'] as const)
  const form = {
    ...when,
    minutes: kind === 'phone' ? 15 : 45,
    kind,
    place: placeOf(stage, kind),
    person: by.person,
    about: kind === 'phone' ? '' : say.about(),
  }
  const asker = caseManager.asker
  await during(stage, addDays(last, -4), async () => {
    const id = newId<AppointmentId>()
    await act(asker, [{ dossier: client, purpose: 'care' }], (tx) =>
      addAppointment(tx, { client, appointment: id }, form),
    )
    if (chance.maybe(0.05))
      await cancelAppointment(asker, { client, appointment: id }, { cancelledFor: 'client', reason: '' })
  })
}
