/** What is known of one import. */
export type Progress = {
  columns: unknown
  codes: unknown
  lineCount: number
  checked: number
  isMatched: boolean
  isCommitted: boolean
  isUndoing: boolean
  isUndone: boolean
}

export type Stage = 'columns' | 'codes' | 'checking' | 'preview' | 'done' | 'undoing' | 'undone'

/** How far an import is; it follows from what happened, nobody sets it. */
export function stageOf(batch: Progress): Stage {
  if (batch.isUndone) return 'undone'
  if (batch.isUndoing) return 'undoing'
  if (batch.isCommitted) return 'done'
  if (batch.columns === null) return 'columns'
  if (batch.codes === null) return 'codes'
  return batch.checked < batch.lineCount || !batch.isMatched ? 'checking' : 'preview'
}
