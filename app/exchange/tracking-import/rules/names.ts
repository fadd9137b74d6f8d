/** A name in the parts in which it is kept. */
export type NameParts = { givenName: string; infix: string; familyName: string }

const infixes = /^(van|von|de|den|der|het|'t|ter|ten|te|in|op|la|le|el|al|vd|v\.d\.|v\/d|d')$/i

/**
 * Takes a name in one cell apart: "Boer, Anke de", "Boer, de, Anke", "Anke de Boer". Without a comma the last word is the
 * family name, with what stands before it as infix.
 */
export function splitName(text: string): NameParts {
  const [family = '', ...after] = text.split(',').map((part) => part.trim())
  return after.length > 0 ? fromParts(family, after.join(' ')) : fromWords(text)
}

function fromParts(family: string, after: string): NameParts {
  const words = after.split(/\s+/).filter(Boolean)
  const before = leading(family.split(/\s+/))
  const infix = [...words.filter((word) => infixes.test(word)), ...before.infix]
  return {
    givenName: words.filter((word) => !infixes.test(word)).join(' '),
    infix: infix.join(' '),
    familyName: before.rest.join(' '),
  }
}

function fromWords(text: string): NameParts {
  const words = text.trim().split(/\s+/).filter(Boolean)
  const start = words.findIndex((word, i) => i < words.length - 1 && infixes.test(word))
  if (start < 0) return { givenName: words.slice(0, -1).join(' '), infix: '', familyName: words.at(-1) ?? '' }
  const { infix, rest } = leading(words.slice(start))
  return { givenName: words.slice(0, start).join(' '), infix: infix.join(' '), familyName: rest.join(' ') }
}

// The infixes in front; at least one word stays for the name itself.
function leading(words: string[]): { infix: string[]; rest: string[] } {
  const end = words.findIndex((word, i) => !infixes.test(word) || i === words.length - 1)
  return { infix: words.slice(0, end), rest: words.slice(end) }
}

/** "Brink 12a" as a street with its number; a number of its own column wins. */
export function splitStreet(street: string, houseNumber: string): { street: string; houseNumber: string } {
  // What is longer is no street, and looking for its number takes time by the square.
  const match = street.length < 300 && /^(.*?\D)\s+(\d+\s?[a-zA-Z]?(?:[-/ ]\w{1,4})?)$/.exec(street.trim())
  if (houseNumber !== '' || !match) return { street: street.trim(), houseNumber }
  return { street: (match[1] ?? '').trim(), houseNumber: match[2] ?? '' }
}

/** The name as it is compared, in one way of writing. */
export function nameOf({ givenName, infix, familyName }: NameParts): string {
  return [givenName, infix, familyName].filter(Boolean).join(' ')
}
