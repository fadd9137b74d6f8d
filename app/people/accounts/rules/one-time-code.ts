import { createHmac } from 'node:crypto'

/** The 30-second step in which a moment falls (RFC 6238). */
export function stepOf(moment: Date): number {
  return Math.floor(moment.getTime() / 30_000)
}

/** The six-digit code of one step (RFC 4226 5.3, SHA-1), keyed as the sign-in library does: with the secret's characters as bytes. */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step that a code belongs to, around a moment: from two before to one after; null when none. */
export function stepOfCode(secret: string, code: string, moment: Date): number | null {
  const now = stepOf(moment)
  return [now + 1, now, now - 1, now - 2].find((step) => codeAt(secret, step) === code) ?? null
}
