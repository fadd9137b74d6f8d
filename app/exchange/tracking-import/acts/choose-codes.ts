import {
  type Batch,
  type FoundValue,
  forImport,
  plainWords,
  remember,
  setCodes,
} from '../../../office/imports/door.ts'
import { type Asker, act } from '../../../platform/database.ts'

/** Says what the team's own words mean, and remembers it for the team. */
export async function chooseCodes(asker: Asker, batch: Batch, codes: FoundValue[]): Promise<void> {
  const remembered: Record<string, Record<string, string>> = {}
  for (const { field, value, code } of codes) {
    if (code === '') continue
    remembered[field] = { ...remembered[field], [plainWords(value)]: code }
  }
  await act(asker, [forImport(batch.teamId)], async (tx) => {
    await setCodes(tx, batch.id, codes)
    await remember(tx, batch.teamId, { codes: remembered })
  })
}
