import { parseBsn } from '../app/core/bsn.ts'
import { addDays, type Day, daysBetween, mondayOf } from '../app/core/day.ts'
import {
  decideTriage,
  type NewReferral,
  planIntake,
  promiseContact,
  receiveReferral,
  writeEarlyContact,
} from '../app/path/referral/door.ts'
import { areas } from './cast.ts'
import type { Life } from './lives.ts'
import type { Named } from './names.ts'
import { during, intakePlan, type Stage, type Told, worker, workers } from './stage.ts'
import { referrers } from './words.ts'

/** What a story knows of somebody beforehand; the rest is chance. */
export type Persona = Omit<Named, 'gender'> & Partial<NewReferral>

/** Somebody is referred to the team. */
export async function refer(stage: Stage, life: Life, persona?: Persona): Promise<Told> {
  const { team, chance } = stage
  const person = stage.nextName()
  const form = {
    ...person,
    birthDate: addDays(stage.last, -chance.int(20 * 365, 68 * 365)),
    ...details(stage),
    ...address(stage),
    ...referral(stage, life),
    ...relative(stage, persona ?? person),
    colleagueOf: null,
    handledBy: null,
    ownGp: false,
    ...persona,
  }
  const desk = worker(team, 'secretary').asker
  const { client, referral: id } = await during(stage, life.receivedOn, () =>
    receiveReferral(desk, stage.secret, team.id, form),
  )
  const caseManager = chance.pick(workers(team, 'case-manager', 'community-nurse'))
  return { client, referral: id, caseManager }
}

const practices = ['Huisartsenpraktijk De Brink', 'Huisarts Lindenhof', 'Gezondheidscentrum Noord'] as const

function details({ chance, nextBsn }: Stage) {
  return {
    phone: `06 555${chance.int(10000, 99999)}`,
    email: '',
    language: '',
    interpreter: '' as const,
    gp: chance.pick(practices),
    gpPhone: '',
    insurer: chance.pick(['Zilveren Kruis', 'Zilveren Kruis', 'VGZ', '']),
    insuranceNumber: '',
    bsn: chance.maybe(0.8) ? parseBsn(nextBsn()) : null,
  }
}

function address({ chance, team }: Stage) {
  const area = chance.pick(areas.filter((x) => x.team === team.slug))
  const [postcode4] = chance.pick(area.postcodes)
  return {
    addressKind: chance.maybe(0.03) ? ('none' as const) : ('home' as const),
    street: chance.pick(['Berkenlaan', 'Kerkstraat', 'Veldweg', 'Singel', 'Molenkamp', 'Wilgenpad']),
    houseNumber: String(chance.int(1, 140)),
    postcode: `${postcode4} ${chance.pick(['AB', 'CD', 'EF', 'GH'])}`,
    city: area.city,
  }
}

function referral({ chance, say }: Stage, { source }: Life) {
  return {
    source,
    referrer: chance.pick(source === 'gp' ? practices : (referrers[source] ?? [''])),
    referrerPhone: '',
    reason: source === 'self' ? 'Meldt zichzelf aan.' : say.reason(),
    ownQuestion: chance.maybe(0.92) ? say.question() : '',
  }
}

// A relative has the same family name and a name that fits; a friend or partner a name of their own.
function relative({ chance, nextName }: Stage, { infix, familyName }: Pick<Named, 'infix' | 'familyName'>) {
  if (!chance.maybe(0.4)) return { relativeName: '', relativeRelation: '', relativePhone: '' }
  const who = nextName()
  const isOwn = chance.maybe(0.6)
  const kin = who.gender === 'female' ? ['zus', 'moeder', 'dochter'] : ['broer', 'vader', 'zoon']
  const named = isOwn ? [who.givenName, infix, familyName] : [who.givenName, who.infix, who.familyName]
  return {
    relativeName: named.filter(Boolean).join(' '),
    relativeRelation: chance.pick(isOwn ? kin : ['partner', 'goede vriend', 'buur']),
    relativePhone: `06 555${chance.int(10000, 99999)}`,
  }
}

/** The team decides where the referral goes; the day for which a contact was promised to who waits. */
export async function triage(
  stage: Stage,
  life: Life,
  { client, referral, caseManager }: Told,
): Promise<Day | null> {
  const of = { client, referral, team: stage.team.id }
  const day = addDays(life.receivedOn, stage.chance.int(1, 2))
  const outcome = life.state === 'consulted' ? 'consultation' : 'waiting-list'
  const promisedFor = outcome === 'waiting-list' ? addDays(day, stage.chance.int(2, 5)) : null
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
  return promisedFor
}

const meetings = [
  'Kennisgemaakt aan de telefoon. Verteld wat er gaat gebeuren en wanneer.',
  'Even gebeld. Vindt het spannend; een naaste mag mee naar de intake.',
  'Kort gesproken over hoe de dagen nu gaan. Belt zelf als het niet gaat.',
] as const

/** A first contact, before the intake, on the promised day. */
export async function early(
  stage: Stage,
  { client, referral, caseManager }: Told,
  promised: Day,
): Promise<void> {
  const happenedOn = promised > stage.last ? stage.last : promised
  const note = stage.chance.pick(meetings)
  await during(stage, happenedOn, () =>
    writeEarlyContact(
      caseManager.asker,
      { client, referral },
      { happenedOn, way: 'phone', minutes: 20, note },
    ),
  )
}

/** Who waits is promised a next contact, or has an intake planned; now and then neither was done in time. */
export async function waitOn(stage: Stage, { client, referral, caseManager }: Told): Promise<void> {
  const { chance, last, team, say } = stage
  const of = { client, referral }
  const promise = { promisedFor: addDays(last, chance.int(4, 18)), promise: say.promise() }
  if (chance.maybe(0.88))
    await during(stage, last, () =>
      promiseContact(caseManager.asker, of, { ...promise, person: caseManager.person }),
    )
  const when = chance.maybe(0.5) ? stage.diary(caseManager.person) : undefined
  if (when)
    await during(stage, last, () =>
      planIntake(worker(team, 'secretary').asker, of, intakePlan(stage, caseManager.person, ahead(when))),
    )
}

// Most intakes lie ahead, whatever day of the week it is.
function ahead({ day, time }: { day: Day; time: string }): { day: Day; time: string } {
  const isEarly = daysBetween(mondayOf(day), day) < 3
  return { day: isEarly ? addDays(day, 7) : day, time }
}
