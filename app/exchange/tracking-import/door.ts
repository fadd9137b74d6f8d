/** Says what the values mean; then checkLines. */

export { checkLines } from './acts/check-lines.ts'
export { chooseCodes } from './acts/choose-codes.ts'
/** Says which column is which field; throws NoCodes. */
export { chooseColumns } from './acts/choose-columns.ts'
/** Reads an import in; gives how many lines still wait for a choice (0: it was read in). */
export { readInImport } from './acts/read-in-import.ts'
export { fields } from './rules/fields.ts'
