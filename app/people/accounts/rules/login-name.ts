// Whoever has no e-mail address signs in with a name. The sign-in library knows addresses alone: a name is kept as one
// at a domain that cannot exist (RFC 2606).
const domain = '@inlognaam.invalid'

/** What somebody typed to sign in with, as the address it is kept under. */
export function addressOf(typed: string): string {
  return typed.includes('@') ? typed : `${typed}${domain}`
}

/** The same as people know it: their address, or their name. */
export function loginNameOf(address: string): string {
  return isLoginName(address) ? address.slice(0, -domain.length) : address
}

/** Whether somebody signs in with a name, for want of an address. */
export function isLoginName(address: string): boolean {
  return address.endsWith(domain)
}

/** A name to sign in with: the given name as it sounds in plain letters, and four digits to tell people apart. */
export function loginNameFrom(name: string, number: number): string {
  const [first = ''] = name.trim().split(/\s+/)
  const plain = first
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 12)
  return `${plain || 'welkom'}-${String(number).padStart(4, '0')}`
}
