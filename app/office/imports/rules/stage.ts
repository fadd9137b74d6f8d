/** What is known of one import. */
export type Progress = {
  columns: unknown
  codes: unknown
  lineCount: number
  isMatched: boolean
  committed: unknown
  undone: { finishedAt: string | null } | null
}

export type Stage = 'columns' | 'codes' | 'checking' | 'preview' | 'done' | 'undoing' | 'undone'

/** How far an import is, with so many lines checked; it follows from what happened, nobody sets it. */
export function stageOf(batch: Progress, checked: number): Stage {
  if (batch.undone) return batch.undone.finishedAt ? 'undone' : 'undoing'
  if (batch.committed) return 'done'
  if (batch.columns === null) return 'columns'
  if (batch.codes === null) return 'codes'
  return checked < batch.lineCount || !batch.isMatched ? 'checking' : 'preview'
}
