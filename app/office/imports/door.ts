export { chooseLines } from './acts/choose-lines.ts'
export { discardImport } from './acts/discard-import.ts'
/** Reads a file and stages its lines; throws Refused. */
export { type SentFile, stageFile } from './acts/stage-file.ts'
export { undoImport } from './acts/undo-import.ts'
export { type DayRead, readDay } from './rules/days.ts'
export { guessFields, type Known, plainWords, recognise } from './rules/headings.ts'
export { columnLetter, harmless, isBlocked, type Problem } from './rules/problem.ts'
export { type Stage, stageOf } from './rules/stage.ts'
export { flawOf, type Line, type Refusal, Refused } from './rules/table.ts'
export {
  type Batch,
  type FoundValue,
  findBatch,
  forImport,
  type ImportId,
  listBatches,
  setCodes,
  setColumns,
} from './store/batches.ts'
export { type CheckedLine, type Choice, listLines, listUnchecked, saveChecked } from './store/lines.ts'
export {
  findTally,
  listLeft,
  listPreview,
  matchLines,
  type PreviewLine,
  type PreviewPart,
  previewParts,
  type Tally,
} from './store/preview.ts'
export { findRemembered, type Remembered, remember } from './store/remembered.ts'
/** Throws away imports that were staged and left for a fortnight: a part of cleaning up. */
export { clearStaleImports } from './store/stale.ts'
export { toWorkbook } from './store/to-workbook.ts'
