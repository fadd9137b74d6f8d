/** Words as they are compared: small letters without accents, signs and spaces. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** A name under which something is known: a field by the headings people use, a code by the words they write. */
export type Known<T extends string> = { code: T; names: readonly string[] }

/** What a text stands for: exactly one of the names, else the longest name that it holds as whole words; null when none. */
export function recognise<T extends string>(text: string, known: readonly Known<T>[]): T | null {
  const words = plainWords(text)
  if (words === '') return null
  const exact = known.find(({ names }) => names.some((name) => plainWords(name) === words))
  if (exact) return exact.code
  const held = known
    .flatMap(({ code, names }) => names.map((name) => ({ code, name: plainWords(name) })))
    .filter(({ name }) => name.length > 3 && ` ${words} `.includes(` ${name} `))
    .sort((a, b) => b.name.length - a.name.length)
  return held[0]?.code ?? null
}

/** A field for each heading: as this team chose before, else as recognised; no field twice. '' is: do not read. */
export function guessFields<T extends string>(
  headings: string[],
  known: readonly Known<T>[],
  remembered: Record<string, string>,
): (T | '')[] {
  const used = new Set<string>()
  return headings.map((heading) => {
    const before = remembered[plainWords(heading)]
    const code = known.find((field) => field.code === before)?.code
    const field = before === '' ? '' : (code ?? recognise(heading, known) ?? '')
    if (field === '' || used.has(field)) return ''
    used.add(field)
    return field
  })
}
