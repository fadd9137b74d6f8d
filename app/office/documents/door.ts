/** What a file is, by its content; or the code of why it cannot be kept ("required", "too-large", "wrong-type"). */
export { checkFile, type FileKind, type FileProblem, saySize } from './rules/file.ts'
export type { FileId, Incoming, StoredFile } from './store/files.ts'
/** Stores a file within a transaction of another act; BadRequest for what checkFile refuses. */
/** The files of an opened client, without their bytes, newest first. */
export { addFile, listFiles } from './store/files.ts'
