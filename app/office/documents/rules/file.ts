/** What can be stored; PDF and pictures, because that is what letters come as. */
export const mimes = ['application/pdf', 'image/png', 'image/jpeg'] as const
export type Mime = (typeof mimes)[number]

export const fileKinds = ['referral-letter', 'letter', 'other'] as const
export type FileKind = (typeof fileKinds)[number]

/** Ten megabytes. */
export const largestFile = 10 * 1024 * 1024

export type Checked = { ok: true; mime: Mime; name: string } | { ok: false; code: FileProblem }
export type FileProblem = 'required' | 'too-large' | 'wrong-type'

// First bytes: ISO 32000-2 7.5.2 (PDF header), ISO 15948 5.2 (PNG signature), ITU T.81 B.1.1.3 (JPEG SOI and a marker).
const signatures: Record<Mime, number[]> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
}
const endings: Record<Mime, string[]> = {
  'application/pdf': ['.pdf'],
  'image/png': ['.png'],
  'image/jpeg': ['.jpg', '.jpeg'],
}

/** What a file is, by its content alone, with a name that is safe to keep; or why it cannot be stored. */
export function checkFile(bytes: Uint8Array, name: string): Checked {
  if (bytes.length === 0) return { ok: false, code: 'required' }
  if (bytes.length > largestFile) return { ok: false, code: 'too-large' }
  const mime = mimes.find((one) => signatures[one].every((byte, index) => bytes[index] === byte))
  return mime ? { ok: true, mime, name: cleanName(name, mime) } : { ok: false, code: 'wrong-type' }
}

/** A name without folders, control characters and signs that mislead, of at most 120 characters, with the true ending. */
export function cleanName(name: string, mime: Mime): string {
  // Only the end counts, and patterns take their time on what is long (a hundred thousand dots: half a minute).
  const last = name.slice(-300).toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  // \p{C}: control characters, and those that turn the direction of reading (fdp.exe shown as exe.pdf).
  const plain = last
    .replace(/\p{C}/gu, '')
    .replace(/[<>:"|?*\s]+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const [ending = ''] = endings[mime]
  const has = endings[mime].find((one) => plain.toLowerCase().endsWith(one))
  const stem = has ? plain.slice(0, -has.length) : plain
  const short = [...stem].slice(0, 110).join('').trim()
  return `${short || 'bestand'}${has?.toLowerCase() ?? ending}`
}

/** A Content-Disposition that makes a browser save, never show: a plain name, and the real one (RFC 6266, RFC 8187). */
export function disposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** How large, as people say it: "120 kB", "3,4 MB". */
export function saySize(bytes: number, lang: 'nl' | 'en'): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} kB`
  const format = new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 1 })
  return `${format.format(bytes / 1024 / 1024)} MB`
}
