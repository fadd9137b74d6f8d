/** How a client is written, everywhere the same. */
export type Name = { givenName: string; infix: string; familyName: string }

/** "Noor van der Veen" */
export function fullName({ givenName, infix, familyName }: Name): string {
  return [givenName, infix, familyName].filter(Boolean).join(' ')
}

/** "NV", for the round sign beside a name. */
export function initials({ givenName, familyName }: Name): string {
  return `${givenName[0] ?? ''}${familyName[0] ?? ''}`.toUpperCase()
}

export type Person = Name & { birthDate: string | null }

/** The same name, however it was typed: capitals, accents and spaces aside. */
export function isSameName(a: Name, b: Name): boolean {
  return bare(a) === bare(b)
}

function bare(name: Name): string {
  return fullName(name)
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}

/** Nothing changed in name or birth date: then no new version is written. */
export function isSamePerson(a: Person, b: Person): boolean {
  const fields = ['givenName', 'infix', 'familyName', 'birthDate'] as const
  return fields.every((field) => a[field] === b[field])
}
