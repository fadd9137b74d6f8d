/** New, the same person, or skip, for each line of an import: Choice[]. */
export { chooseLines } from './acts/choose-lines.ts'
/** Throws a staged import away, before it was read in. */
export { discardImport } from './acts/discard-import.ts'
/** Reads a file and stages its lines; throws Refused. */
export { stageFile } from './acts/stage-file.ts'
/** Undoes an import that was read in; what somebody changed since stays, and is listed by listLeft. */
export { undoImport } from './acts/undo-import.ts'
/** Reads a day as spreadsheets have it; { day } or { problem }. */
export { type DayRead, readDay } from './rules/days.ts'
/** Headings and values: as plain words, recognised among the known ones (null: not), and guessed for all columns. */
export { guessFields, plainWords, recognise } from './rules/headings.ts'
/** A problem of a line and whether it blocks; a column as a letter. */
export { columnLetter, isBlocked, type Problem } from './rules/problem.ts'
/** How far an import has come; it follows from what was done. */
export { type Stage, stageOf } from './rules/stage.ts'
/** A line of a file; Refused is thrown with why a file cannot be read, flawOf says what is wrong with one cell. */
export { flawOf, type Line, Refused } from './rules/table.ts'
/** An import with its columns and found values; `forImport(team)` is the opening under which they are read and set. */
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
/** The staged lines: to be checked, checked with their problems, and what was chosen for each. */
export { type CheckedLine, type Choice, listLines, listUnchecked, saveChecked } from './store/lines.ts'
/** What reading in will do: counts, lines by part, people who are known here, and what an undo left. */
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
/** What a team said before about columns and values, so that it is asked once. */
export { findRemembered, remember } from './store/remembered.ts'
/** Throws away imports that were staged and left for a fortnight: a part of cleaning up. */
export { clearStaleImports } from './store/stale.ts'
/** Rows as an .xlsx file. */
export { toWorkbook } from './store/to-workbook.ts'
