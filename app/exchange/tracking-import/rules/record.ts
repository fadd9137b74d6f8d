import type { Bsn } from '../../../core/bsn.ts'
import type { Day } from '../../../core/day.ts'
import type { Problem } from '../../../office/imports/door.ts'
import { LineReader, type Reading } from './line.ts'
import { type NameParts, splitName, splitStreet } from './names.ts'
import { contradiction, type Stay, type Story, storyOf } from './story.ts'

type Until = { from: Day; until: Day | null }
/** What one line says, as imports.commit takes it. */
export type TrackingRecord = NameParts & {
  birthDate: Day | null
  gender: string
  phone: string
  email: string
  gp: string
  insurer: string
  address: { street: string; houseNumber: string; postcode: string; city: string; from: Day } | null
  periods: Stay[]
  referral: { receivedOn: Day; source: string; referrer: string; ownQuestion: string }
  triage: string | null
  involvements: (Until & { organisation: string })[]
  assignments: (Until & { person: string; part: 'lead-practitioner' | 'case-manager' })[]
  recovery: { phase: number; talkedOn: Day } | null
  outflow: { leftOn: Day; destination: string } | null
}
export type ReadLine = { record: TrackingRecord; bsn: Bsn | null; problems: Problem[] }

/** Reads one line of a client tracking sheet. Every problem is named; what has weight "stop" keeps the line out. */
export function readLine(reading: Reading, cells: readonly string[]): ReadLine {
  const reader = new LineReader(reading, cells)
  const person = readPerson(reader, reading.today)
  const story = readStory(reader, reading.today)
  const now = story.periods.at(-1)
  const last = { from: story.received, until: now?.until ?? null }
  const record: TrackingRecord = {
    ...person,
    address: readAddress(reader, story.received),
    periods: story.periods,
    referral: readReferral(reader, story),
    triage: story.status === 'waiting' ? 'Overgenomen uit de cliëntregistratie' : null,
    involvements: reader.codes('organisations').map((organisation) => ({ organisation, ...last })),
    assignments: readAssignments(reader, last),
    recovery: readRecovery(reader, story, reading.today),
    outflow: readOutflow(reader, story),
  }
  return { record, bsn: reader.bsn(), problems: reader.problems }
}

function readPerson(reader: LineReader, today: Day) {
  const whole = splitName(reader.text('name', 160))
  const familyName = reader.text('familyName', 80) || whole.familyName
  if (familyName === '')
    reader.note(reader.column('familyName') === null ? 'name' : 'familyName', 'no-family-name', 'stop')
  const birthDate = reader.day('birthDate', 'without')
  if (birthDate && birthDate > today) reader.note('birthDate', 'day-in-future', 'stop')
  return {
    givenName: reader.text('givenName', 80) || whole.givenName,
    infix: reader.text('infix', 20) || whole.infix,
    familyName: familyName.slice(0, 80),
    birthDate,
    gender: reader.codes('gender')[0] ?? 'unknown',
    phone: reader.phone(),
    email: reader.email(),
    gp: reader.text('gp', 120),
    insurer: reader.text('insurer', 120),
  }
}

function readAddress(reader: LineReader, from: Day): TrackingRecord['address'] {
  const place = splitStreet(reader.text('street', 120), reader.text('houseNumber', 20))
  const address = { ...place, postcode: reader.postcode(), city: reader.text('city', 80) }
  return Object.values(address).some((part) => part !== '') ? { ...address, from } : null
}

function readStory(reader: LineReader, today: Day): Story {
  const said = {
    status: reader.status(),
    received: reader.day('received', 'stop'),
    careFrom: reader.day('careFrom', 'stop'),
    leftOn: reader.day('leftOn', 'stop'),
    died: reader.died(),
  }
  const wrong = contradiction(said, today)
  if (wrong) reader.note(null, wrong, 'stop')
  const story = storyOf(wrong ? { ...said, careFrom: null, leftOn: null, died: false } : said, today)
  const isEmpty = said.status === null && !said.received && !said.careFrom && !said.leftOn
  if (isEmpty) reader.took(null, 'no-day-known', story.received)
  else noteAssumed(reader, story)
  if (said.died && said.leftOn) reader.took('leftOn', 'died', said.leftOn)
  return story
}

function noteAssumed(reader: LineReader, story: Story): void {
  for (const assumed of story.assumed) {
    const day = assumed === 'left-assumed' ? story.leftOn : story.received
    if (assumed === 'status-assumed' || !day) reader.note(null, assumed, 'note')
    else reader.took(null, assumed, day)
  }
}

function readReferral(reader: LineReader, story: Story): TrackingRecord['referral'] {
  return {
    receivedOn: story.received,
    source: reader.codes('source')[0] ?? 'other',
    referrer: reader.text('referrer', 160),
    ownQuestion: reader.text('ownQuestion', 2000),
  }
}

function readAssignments(reader: LineReader, last: Until): TrackingRecord['assignments'] {
  const [lead] = reader.codes('lead')
  const [caseManager] = reader.codes('caseManager')
  return [
    ...(lead ? [{ person: lead, part: 'lead-practitioner' as const, ...last }] : []),
    ...(caseManager ? [{ person: caseManager, part: 'case-manager' as const, ...last }] : []),
  ]
}

// Who left has a last day; a phase without a day was talked of when the sheet was kept, at the latest today.
function readRecovery(reader: LineReader, story: Story, today: Day): TrackingRecord['recovery'] {
  const cell = reader.cell('phase')
  const talkedOn = reader.day('phaseOn', 'without')
  if (cell === '') return null
  const digit = /^(?:fase\s*)?([1-4])(?:[ .:,-].*)?$/i.exec(cell)?.[1]
  if (!digit) reader.note('phase', 'not-a-phase', 'without')
  if (talkedOn && talkedOn > today) reader.note('phaseOn', 'day-in-future', 'without')
  const day = talkedOn && talkedOn <= today ? talkedOn : (story.leftOn ?? today)
  if (digit && !talkedOn) reader.took('phase', 'phase-day-assumed', day)
  return digit ? { phase: Number(digit), talkedOn: day } : null
}

function readOutflow(reader: LineReader, story: Story): TrackingRecord['outflow'] {
  const destination = reader.destination()
  if (story.leftOn === null) return null
  if (reader.died()) return { leftOn: story.leftOn, destination: 'died' }
  const isNamed = reader.column('destination') !== null && reader.cell('destination') !== ''
  if (!isNamed && story.status === 'aftercare') return null
  if (!isNamed) reader.note('destination', 'destination-assumed', 'note')
  return { leftOn: story.leftOn, destination }
}
