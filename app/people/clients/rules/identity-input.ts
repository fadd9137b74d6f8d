import type { Identity } from './person-form.ts'

/** Everything of identity but the BSN, which is never filled in beforehand. */
export type Shown = Omit<Identity, 'bsn'>

/** What is known, as the form fields that start filled in. */
export function inputOf(shown: Shown): Record<string, string> {
  const { birthDate, ...texts } = shown
  const [year, month, day] = (birthDate ?? '').split('-')
  return { ...texts, birthDate: birthDate ? `${day}-${month}-${year}` : '' }
}

/** The fields in which two versions differ, in the order of the form. */
export function differences(theirs: Record<string, string>, mine: Record<string, unknown>): string[] {
  return Object.keys(theirs).filter((field) => theirs[field] !== String(mine[field] ?? '').trim())
}
