import { checkFile, type FileProblem } from './file.ts'

/** A file as a form brings it: what it holds under the name that its sender gave. */
export type SentFile = { name: string; bytes: Uint8Array }

/** The one file of a field, null where none was chosen; or the code of what is wrong with it. */
export async function fileIn(sent: unknown): Promise<SentFile | FileProblem | 'one-file' | null> {
  if (Array.isArray(sent)) return 'one-file'
  // A browser sends an empty field as a file without a name.
  if (!(sent instanceof File) || (sent.name === '' && sent.size === 0)) return null
  const file = { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) }
  const checked = checkFile(file.bytes, file.name)
  return checked.ok ? file : checked.code
}
