/** Does a form say again what is stored already? Then it was sent twice, and nothing is to be done. */
export function isSame(stored: unknown, typed: unknown): boolean {
  return JSON.stringify(inOrder(stored)) === JSON.stringify(inOrder(typed))
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
}
