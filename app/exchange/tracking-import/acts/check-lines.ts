import { setImmediate } from 'node:timers/promises'
import type { TeamId } from '../../../core/id.ts'
import {
  type Batch,
  type CheckedLine,
  findBatch,
  flawOf,
  forImport,
  type ImportId,
  isBlocked,
  type Line,
  listUnchecked,
  matchLines,
  readDay,
  saveChecked,
} from '../../../office/imports/door.ts'
import { sealBsn } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { mark } from '../../../platform/keys.ts'
import { isCoded } from '../rules/fields.ts'
import { codeKey, type Reading } from '../rules/line.ts'
import { nameOf, readLine } from '../rules/record.ts'

const atOnce = 400
const running = new Set<string>()

/**
 * Checks the lines of an import in batches, so that others are served meanwhile, and then says who is there already. It can
 * be stopped and taken up again; a second call while it runs does nothing.
 */
export async function checkLines(asker: Asker, secret: string, team: TeamId, id: ImportId): Promise<void> {
  if (running.has(id)) return
  running.add(id)
  try {
    while (await checkSome(asker, secret, team, id)) await setImmediate()
    await act(asker, [forImport(team)], (tx) => matchLines(tx, id))
  } finally {
    running.delete(id)
  }
}

function checkSome(asker: Asker, secret: string, team: TeamId, id: ImportId): Promise<boolean> {
  return act(asker, [forImport(team)], async (tx) => {
    const batch = await findBatch(tx, id)
    if (!batch?.columns || !batch.codes) return false
    const lines = await listUnchecked(tx, id, secret, atOnce)
    if (lines.length === 0) return false
    const reading = readingOf(batch, batch.columns)
    await saveChecked(
      tx,
      id,
      lines.map((line) => checked(reading, secret, line)),
    )
    return true
  })
}

function readingOf(batch: Batch, columns: string[]): Reading {
  const codes = (batch.codes ?? []).flatMap(({ field, value, code }) =>
    isCoded(field) ? [[codeKey(field, value), code] as const] : [],
  )
  return { columns, codes: new Map(codes), today: today(), readDay, flawOf }
}

function checked(reading: Reading, secret: string, { line, cells }: Line): CheckedLine {
  const { record, bsn, problems } = readLine(reading, cells)
  const sealed = sealBsn(secret, bsn)
  const blocked = isBlocked(problems)
  return {
    line,
    record: blocked ? null : { ...record, bsnCipher: sealed?.cipher.toString('hex') ?? null },
    name: blocked ? null : nameOf(record),
    birthDate: blocked ? null : record.birthDate,
    bsnKey: blocked ? null : (sealed?.key ?? null),
    key: blocked ? null : mark(secret, 'import-line', said(reading, cells)),
    problems,
    blocked,
  }
}

// What the line says, whatever the order of its columns: the same line read twice has the same key.
function said({ columns }: Reading, cells: string[]): string {
  const named = columns.map((field, i) => [field, cells[i] ?? '']).filter(([field, cell]) => field !== '' && cell !== '')
  return JSON.stringify(named.sort(([a = ''], [b = '']) => a.localeCompare(b)))
}
