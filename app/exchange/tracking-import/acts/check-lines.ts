import { setImmediate } from 'node:timers/promises'
import type { TeamId } from '../../../core/id.ts'
import {
  type Batch,
  findBatch,
  flawOf,
  forImport,
  type ImportId,
  listUnchecked,
  matchLines,
  readDay,
  saveChecked,
} from '../../../office/imports/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { isCoded } from '../rules/fields.ts'
import { codeKey, type Reading } from '../rules/line.ts'
import { checkLine } from './check-line.ts'

const atOnce = 400
// Which imports are being checked, and whether somebody asked again meanwhile.
const running = new Map<string, 'once' | 'again'>()

/**
 * Checks the lines of an import in batches, so that others are served meanwhile, and then says who is there already. It can
 * be stopped and taken up again; a call while it runs makes it look once more.
 */
export async function checkLines(asker: Asker, secret: string, team: TeamId, id: ImportId): Promise<void> {
  if (running.has(id)) {
    running.set(id, 'again')
    return
  }
  try {
    do {
      running.set(id, 'once')
      await checkAll(asker, secret, team, id)
    } while (running.get(id) === 'again')
  } finally {
    running.delete(id)
  }
}

async function checkAll(asker: Asker, secret: string, team: TeamId, id: ImportId): Promise<void> {
  let state: 'more' | 'done' | 'not-yet' = 'more'
  while (state === 'more') {
    state = await checkSome(asker, secret, team, id)
    await setImmediate()
  }
  if (state === 'done') await act(asker, [forImport(team)], (tx) => matchLines(tx, id))
}

function checkSome(
  asker: Asker,
  secret: string,
  team: TeamId,
  id: ImportId,
): Promise<'more' | 'done' | 'not-yet'> {
  return act(asker, [forImport(team)], async (tx) => {
    const batch = await findBatch(tx, id)
    if (!batch?.columns || !batch.codes) return 'not-yet'
    const lines = await listUnchecked(tx, id, secret, atOnce)
    if (lines.length === 0) return 'done'
    const reading = readingOf(batch, batch.columns)
    await saveChecked(
      tx,
      id,
      lines.map((line) => checkLine(reading, secret, line)),
    )
    return 'more'
  })
}

function readingOf(batch: Batch, columns: string[]): Reading {
  const codes = (batch.codes ?? []).flatMap(({ field, value, code }) =>
    isCoded(field) ? [[codeKey(field, value), code] as const] : [],
  )
  return { columns, codes: new Map(codes), today: today(), readDay, flawOf }
}
