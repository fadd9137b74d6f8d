/** Checks the lines of an import that were not checked yet, and finds who is known here already. */
export { checkLines } from './acts/check-lines.ts'
/** Says what the found values mean (FoundValue[] with a code each); then checkLines. */
export { chooseCodes } from './acts/choose-codes.ts'
/** Says which column is which field; throws NoCodes. */
export { chooseColumns } from './acts/choose-columns.ts'
/** Reads an import in; gives how many lines still wait for a choice (0: it was read in). */
export { readInImport } from './acts/read-in-import.ts'
/** What a column can be: a code with the headings by which it is recognised. */
export { fields } from './rules/fields.ts'
