import { Refused } from './table.ts'

/**
 * Bytes of a text file as text: UTF-8 or UTF-16 by their mark or their look, else the Windows code page in which Dutch
 * spreadsheets still save (é, ë). Throws Refused('not-a-table') for what is no text.
 */
export function decode(bytes: Uint8Array): string {
  const text = stripped(new TextDecoder(encodingOf(bytes)).decode(bytes))
  if (isGarbage(text)) throw new Refused('not-a-table')
  return text
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  return wide(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

// Without a mark: Latin letters in UTF-16 have a zero in every other byte.
function wide(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 4 && even === 0) return 'utf-16le'
  if (even > head.length / 4 && odd === 0) return 'utf-16be'
  return null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function stripped(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

// A table holds letters; a picture or a program has control characters everywhere.
function isGarbage(text: string): boolean {
  if (text.includes('\0') || text.startsWith('%PDF')) return true
  const head = text.slice(0, 5000)
  const strange = [...head].filter(
    (sign) => (sign < ' ' && !'\n\r\t'.includes(sign)) || sign === '\ufffd',
  ).length
  return strange > head.length / 50
}
