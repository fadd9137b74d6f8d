import { randomBytes } from 'node:crypto'

/** An id of one kind of thing; a ClientId cannot be passed where a TeamId is asked. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type ClientId = Id<'client'>
export type PersonId = Id<'person'>
export type TeamId = Id<'team'>
export type OrganisationId = Id<'organisation'>
export type RegionId = Id<'region'>
export type ReferralId = Id<'referral'>

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

type Made = { time: number; random: Uint8Array }
type Source = () => Made | undefined

let source: Source = byChance

/** A new UUIDv7 (RFC 9562): ordered by time, so that indexes grow at one end. */
export function newId<T extends Id<string>>(): T {
  const { time, random } = source() ?? byChance()
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(time, 0, 6)
  bytes.set(random, 6)
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x70, 6)
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [0, 8, 12, 16, 20].map((from, i) => hex.slice(from, [8, 12, 16, 20, 32][i])).join('-') as T
}

/** Lets the demo make the same ids every time: time in ms and ten bytes of chance, or undefined for real ones. */
export function idsFrom(next: Source): void {
  source = next
}

function byChance(): Made {
  return { time: Date.now(), random: randomBytes(10) }
}

/** Back to real time and real chance. */
export function idsByChance(): void {
  source = byChance
}

/** True for the text of a UUID; what comes from a URL is asked this first. */
export function isId(text: string | undefined): boolean {
  return text !== undefined && pattern.test(text)
}
