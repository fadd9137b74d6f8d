/** What a file is, by its content; or the code of why it cannot be kept ("required", "too-large", "wrong-type"). */
export { checkFile, type FileKind, type FileProblem, saySize } from './rules/file.ts'
export type { FileId, Incoming, StoredFile } from './store/files.ts'
/**
 * addFile stores a file within a transaction of an act; BadRequest for what checkFile refuses.
 * listFiles: those of an opened client, without their bytes, newest first; none where "referral" is not open.
 */
export { addFile, listFiles } from './store/files.ts'
