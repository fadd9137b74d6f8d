import type { PersonId, TeamId } from '../app/core/id.ts'
import {
  checkLines,
  chooseCodes,
  chooseColumns,
  fields,
  readInImport,
} from '../app/exchange/tracking-import/door.ts'
import { findBatch, guessFields, recognise, stageFile, undoImport } from '../app/office/imports/door.ts'
import { listColleagues, listOrganisations } from '../app/people/staff/door.ts'
import { type Asker, read } from '../app/platform/database.ts'

/** Seconds of each step of reading in. */
export type ImportTimes = {
  stage: number
  columns: number
  check: number
  readIn: number
  undo: number
  longestStop: number
}
/** Who imports, for which team, with which key. */
export type Importer = { asker: Asker; secret: string; team: TeamId; maker: PersonId }

const headings =
  'Voornaam;Tussenvoegsel;Achternaam;Geboortedatum;Telefoon;Adres;Postcode;Plaats;Aanmelddatum;Verwijzer;Hulpvraag;Status;Datum in zorg;Organisaties;Fase;Datum fase;Datum uit zorg;Bestemming'

/** A sheet of invented people, as a team would keep it. */
function benchSheet(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const status = ['In zorg', 'Wachtlijst', 'Nazorg', 'Aangemeld', 'Uit zorg'][i % 5] ?? ''
    const born = `${(i % 28) + 1}-${(i % 12) + 1}-${1950 + (i % 50)}`
    const left = status === 'Uit zorg' || status === 'Nazorg' ? '1-6-2026;Huisarts' : ';'
    const inCare = status === 'In zorg' || left.length > 1 ? '15-2-2025' : ''
    return `Voornaam${i};van;${surname(i)};${born};0592${100000 + i};Proefstraat ${i};9401 AB;Assen;12-1-2025;HA;Wil graag rust;${status};${inCare};ggz;${(i % 4) + 1};1-3-2026;${left}`
  })
  return [headings, ...lines].join('\n')
}

// A name for each number, which sounds like no other.
function surname(i: number): string {
  const syllables = ['ba', 'fi', 'go', 'ha', 'ki', 'lo', 'ma', 'ni', 'po', 'ra', 'si', 'to']
  return `Pr${[1728, 144, 12, 1].map((unit) => syllables[Math.floor(i / unit) % 12]).join('')}`
}

/** Reads so many rows in and takes them back; gives the seconds of each step and the longest stop of the process. */
export async function benchImport(
  { asker, secret, team, maker }: Importer,
  rows: number,
): Promise<ImportTimes> {
  const stop = watch()
  const recogniseAll = (cells: string[]) => cells.filter((cell) => recognise(cell, fields)).length
  const bytes = Buffer.from(benchSheet(rows))
  const [stage, { id }] = await timed(() =>
    stageFile(asker, secret, { team, maker, name: 'proef.csv', bytes }, recogniseAll),
  )
  const [columns] = await timed(async () => {
    const batch = await load(asker, id)
    const around = await read(asker, [], async (tx) => ({
      organisations: await listOrganisations(tx),
      workers: await listColleagues(tx, team),
    }))
    await chooseColumns(asker, batch, {
      secret,
      columns: guessFields(batch.headings, fields, {}),
      around,
      remembered: {},
    })
    const chosen = await load(asker, id)
    await chooseCodes(asker, chosen, chosen.found ?? [])
  })
  const [check] = await timed(() => checkLines(asker, secret, team, id))
  const [readIn, open] = await timed(() => readInImport(asker, team, id))
  if (open > 0) throw new Error(`${open} lines wait for a choice`)
  const [undo] = await timed(() => undoImport(asker, team, id))
  return { stage, columns, check, readIn, undo, longestStop: stop() }
}

async function load(asker: Asker, id: Parameters<typeof findBatch>[1]) {
  const batch = await read(asker, [], (tx) => findBatch(tx, id))
  if (!batch) throw new Error('no such import')
  return batch
}

async function timed<T>(run: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now()
  const result = await run()
  return [(performance.now() - from) / 1000, result]
}

function watch(): () => number {
  let last = performance.now()
  let longest = 0
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  return () => {
    clearInterval(timer)
    return longest / 1000
  }
}
