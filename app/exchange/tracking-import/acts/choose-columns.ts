import { setImmediate } from 'node:timers/promises'
import {
  type Batch,
  forImport,
  type Line,
  listLines,
  plainWords,
  recognise,
  remember,
  setColumns,
} from '../../../office/imports/door.ts'
import { type Asker, act, read } from '../../../platform/database.ts'
import { type Around, codesOf } from '../rules/codes.ts'
import { isCoded } from '../rules/fields.ts'
import { ValueCounter } from '../rules/found.ts'

const atOnce = 1000

/** What chooseColumns works with: the key that unseals, who there is to choose from, and the codes of before. */
export type ColumnsChoice = {
  secret: string
  columns: string[]
  around: Around
  remembered: Record<string, Record<string, string>>
}

/** Says which column is which field, finds the values that then need a code, and remembers the columns for the team. Throws NoCodes. */
export async function chooseColumns(asker: Asker, batch: Batch, choice: ColumnsChoice): Promise<void> {
  const counter = new ValueCounter(choice.columns)
  let after = 0
  let lines: Line[] = []
  do {
    lines = await read(asker, [forImport(batch.teamId)], (tx) =>
      listLines(tx, batch.id, choice.secret, after, atOnce),
    )
    for (const line of lines) counter.add(line)
    after = lines.at(-1)?.line ?? after
    await setImmediate()
  } while (lines.length === atOnce)
  const found = counter.found().map((value) => ({ ...value, code: codeOf(value, choice) }))
  const named = batch.headings.map((heading, i) => [plainWords(heading), choice.columns[i] ?? ''] as const)
  await act(asker, [forImport(batch.teamId)], async (tx) => {
    await setColumns(tx, batch.id, choice.columns, found)
    await remember(tx, batch.teamId, {
      columns: Object.fromEntries(named.filter(([heading]) => heading !== '')),
    })
  })
}

function codeOf(
  { field, value }: { field: string; value: string },
  { around, remembered }: ColumnsChoice,
): string {
  if (!isCoded(field)) return ''
  const codes = codesOf(field, around)
  const before = remembered[field]?.[plainWords(value)]
  const isKnown = before !== undefined && codes.some(({ code }) => code === before)
  return isKnown ? before : (recognise(value, codes) ?? '')
}
