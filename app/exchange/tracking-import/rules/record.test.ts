import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../../../core/day.ts'
import { statuses } from './codes.ts'
import { codeKey, type Reading } from './line.ts'
import { readLine } from './record.ts'
import { contradiction, type Said, storyOf } from './story.ts'

const today = '2026-11-24' as Day
const days: Record<string, string> = {
  a: '2026-01-12',
  b: '2026-02-16',
  c: '2026-06-01',
  later: '2027-01-01',
}
const columns = [
  'givenName',
  'familyName',
  'birthDate',
  'bsn',
  'phone',
  'status',
  'received',
  'careFrom',
  'leftOn',
  'organisations',
  'phase',
  'destination',
  'postcode',
]
const reading: Reading = {
  columns,
  codes: new Map([
    [codeKey('status', 'zorg'), 'care'],
    [codeKey('status', 'wl'), 'waiting'],
    [codeKey('status', 'weg'), 'left'],
    [codeKey('organisations', 'GGZ'), 'org-1'],
    [codeKey('organisations', 'VNN'), 'org-2'],
    [codeKey('destination', 'HA'), 'gp'],
    [codeKey('destination', 'dood'), 'died'],
    [codeKey('status', 'overleden'), 'died'],
    [codeKey('status', 'na'), 'aftercare'],
  ]),
  today,
  readDay: (text) => (days[text] ? { day: days[text] as Day } : { problem: 'not-a-date' }),
  flawOf: (cell) => (cell === '!formula' ? 'formula' : null),
}

function line(cells: Partial<Record<string, string>>) {
  return readLine(
    reading,
    columns.map((column) => cells[column] ?? ''),
  )
}
const problemsOf = (cells: Partial<Record<string, string>>) =>
  line(cells)
    .problems.filter(({ weight }) => weight !== 'note')
    .map(({ column, code, weight }) => [column, code, weight])

test('a full line becomes a record', () => {
  const { record, bsn, problems } = line({
    givenName: 'Noor',
    familyName: 'Veen',
    birthDate: 'a',
    bsn: '999990019',
    phone: '592123456',
    status: 'zorg',
    received: 'a',
    careFrom: 'b',
    organisations: 'GGZ, VNN',
    phase: 'Fase 2',
    postcode: '9401ab',
  })
  expect(record).toMatchObject({
    givenName: 'Noor',
    familyName: 'Veen',
    phone: '0592123456',
    periods: [
      { phase: 'referral', from: '2026-01-12', until: '2026-02-16' },
      { phase: 'care', from: '2026-02-16', until: null },
    ],
    referral: { receivedOn: '2026-01-12', source: 'other' },
    triage: null,
    involvements: [{ organisation: 'org-1', from: '2026-01-12', until: null }, { organisation: 'org-2' }],
    recovery: { phase: 2, talkedOn: today },
    address: { postcode: '9401 AB' },
    outflow: null,
  })
  expect(bsn).toBe('999990019')
  expect(problems.map(({ code }) => code)).toEqual(['phase-day-assumed'])
})

test('only the family name must be there', () => {
  expect(problemsOf({ familyName: 'Veen' })).toEqual([])
  expect(problemsOf({ givenName: 'Noor' })).toEqual([[1, 'no-family-name', 'stop']])
  expect(line({ familyName: 'Veen' }).record.periods).toEqual([
    { phase: 'referral', from: today, until: null },
  ])
})

test('what cannot be read is left out and named by its column; a day of the story stops the line', () => {
  expect(
    problemsOf({
      familyName: 'V',
      birthDate: '?',
      bsn: '123456789',
      phone: 'bel',
      organisations: 'GGZ; Elders',
      phase: '9',
      postcode: '12',
    }),
  ).toEqual([
    [2, 'not-a-date', 'without'],
    [4, 'not-a-phone', 'without'],
    [12, 'not-a-postcode', 'without'],
    [9, 'not-recognised', 'without'],
    [10, 'not-a-phase', 'without'],
    [3, 'not-a-bsn', 'without'],
  ])
  expect(problemsOf({ familyName: 'V', careFrom: '?', status: 'iets' })).toEqual([
    [5, 'not-recognised', 'stop'],
    [7, 'not-a-date', 'stop'],
  ])
  expect(problemsOf({ familyName: '!formula', birthDate: '!formula' })).toEqual([
    [1, 'formula', 'stop'],
    [1, 'no-family-name', 'stop'],
    [2, 'formula', 'stop'],
  ])
})

test('a day that was taken is named: the first one known, or today where the line has none', () => {
  const notes = (cells: Partial<Record<string, string>>) =>
    line(cells).problems.map(({ code, day, weight }) => [code, day, weight])
  expect(notes({ familyName: 'V', status: 'zorg', careFrom: 'b' })).toEqual([
    ['received-assumed', '2026-02-16', 'note'],
  ])
  expect(notes({ familyName: 'V' })).toEqual([['no-day-known', today, 'note']])
})

test('a first zero that a spreadsheet ate comes back', () => {
  expect(line({ familyName: 'V', bsn: '12345672' }).bsn).toBe('012345672')
})

test('who left has an outflow; without a destination it says so', () => {
  expect(
    line({ familyName: 'V', status: 'weg', received: 'a', careFrom: 'b', leftOn: 'c', destination: 'HA' })
      .record.outflow,
  ).toEqual({ leftOn: '2026-06-01', destination: 'gp' })
  expect(
    line({ familyName: 'V', status: 'weg', received: 'a', careFrom: 'b', leftOn: 'c' }).problems.map(
      ({ code }) => code,
    ),
  ).toEqual(['destination-assumed'])
})

test('who died has a day of death, by status or by destination, and is nowhere any more', () => {
  const days = { familyName: 'V', received: 'a', careFrom: 'b', leftOn: 'c' }
  for (const said of [
    { status: 'overleden' },
    { destination: 'dood' },
    { status: 'weg', destination: 'dood' },
  ]) {
    const { record, problems } = line({ ...days, ...said })
    expect(record.outflow).toEqual({ leftOn: '2026-06-01', destination: 'died' })
    expect(record.periods.at(-1)).toEqual({ phase: 'care', from: '2026-02-16', until: '2026-06-02' })
    expect(problems).toContainEqual({ column: 8, code: 'died', weight: 'note', day: '2026-06-01' })
  }
  const stopped = (said: Partial<Record<string, string>>) => problemsOf({ ...days, ...said })
  expect(stopped({ leftOn: '', status: 'overleden' })).toEqual([[null, 'died-without-day', 'stop']])
  expect(stopped({ leftOn: '', destination: 'dood' })).toEqual([[null, 'died-without-day', 'stop']])
  expect(stopped({ status: 'na', destination: 'dood' })).toEqual([[null, 'died-but-still-here', 'stop']])
})

test('days that contradict each other stop the line', () => {
  const said: Said = { status: 'care', received: null, careFrom: null, leftOn: null, died: false }
  const [a, b, c] = ['2026-01-12', '2026-02-16', '2026-06-01'] as Day[]
  expect(contradiction({ ...said, received: b ?? null, careFrom: a ?? null }, today)).toBe(
    'care-before-referral',
  )
  expect(contradiction({ ...said, status: 'left', careFrom: b ?? null, leftOn: a ?? null }, today)).toBe(
    'left-before-care',
  )
  expect(contradiction({ ...said, leftOn: c ?? null }, today)).toBe('left-but-still-here')
  expect(contradiction({ ...said, received: addDays(today, 1) }, today)).toBe('day-in-future')
  expect(contradiction({ ...said, received: a ?? null, careFrom: b ?? null }, today)).toBeNull()
  expect(problemsOf({ familyName: 'V', received: 'later' })).toEqual([[null, 'day-in-future', 'stop']])
})

test('whatever a line says, its periods follow each other without gap or overlap', () => {
  const day = fc.option(
    fc.integer({ min: -900, max: 0 }).map((n) => addDays(today, n)),
    { nil: null },
  )
  const said = fc.record({
    status: fc.option(fc.constantFrom(...statuses), { nil: null }),
    received: day,
    careFrom: day,
    leftOn: day,
    died: fc.boolean(),
  })
  fc.assert(
    fc.property(said, (it) => {
      fc.pre(contradiction(it, today) === null)
      const { periods, received, status } = storyOf(it, today)
      expect(periods[0]?.from).toBe(received)
      expect(periods.slice(1).map(({ from }) => from)).toEqual(periods.slice(0, -1).map(({ until }) => until))
      expect(periods.at(-1)?.until === null).toBe(status !== 'left')
      for (const { from, until } of periods) expect(until === null || from < until).toBe(true)
    }),
  )
})

test('the last day in care counts as care, and aftercare begins the next: as startAftercare and leaveCare do', () => {
  const back = fc.integer({ min: 0, max: 900 })
  const told = fc.record({
    status: fc.constantFrom('aftercare' as const, 'left' as const),
    days: fc.tuple(back, back, back),
  })
  fc.assert(
    fc.property(told, ({ status, days }) => {
      const [received, careFrom, leftOn] = days.sort((a, b) => b - a).map((n) => addDays(today, -n))
      if (!received || !careFrom || !leftOn) throw new Error('three days')
      const { periods } = storyOf({ status, received, careFrom, leftOn, died: false }, today)
      const on = (day: Day) =>
        periods.find(({ from, until }) => from <= day && (!until || day < until))?.phase
      expect(on(leftOn)).toBe('care')
      expect(on(addDays(leftOn, 1))).toBe(status === 'aftercare' ? 'aftercare' : undefined)
    }),
  )
})
