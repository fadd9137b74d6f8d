/** A burgerservicenummer that passed the eleven-check; kept encrypted, never in a URL or a log. */
export type Bsn = string & { readonly __bsn: true }

/** Nine digits whose weighted sum (9..2, -1) divides by 11 (standards 7.5); spaces and dots are forgiven. Null otherwise. */
export function parseBsn(text: string): Bsn | null {
  const digits = text.replace(/[ .]/g, '')
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return null
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return sum % 11 === 0 ? (digits as Bsn) : null
}
