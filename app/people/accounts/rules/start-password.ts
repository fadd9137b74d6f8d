// Without what looks alike (0 O, 1 l i), because people copy it from paper. Twelve of these are 59 bits.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A start password out of at least 32 bytes that nobody can guess; the same bytes give the same one. */
export function startPasswordFrom(bytes: Uint8Array): string {
  let left = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  const twelve = Array.from({ length: 12 }, () => {
    const letter = letters[Number(left % BigInt(letters.length))]
    left /= BigInt(letters.length)
    return letter
  }).join('')
  return twelve.replace(/(.{4})(?=.)/g, '$1-')
}
