/** Sends the letters that wait in the outbox: a job, which is given the way to deliver one mail. */
export { sendMails } from './acts/send-mails.ts'
/** The field `file` of a multipart form, and the words of what is wrong with it. */
export { FileInput, fileErrors } from './parts/file-input.tsx'
/** Where a letter is: on its way, sent, failed and why. */
export { MailState } from './parts/mail-state.tsx'
/** The one file of a field that was sent, null where none was chosen; or the code of what is wrong with it. */
export { fileIn } from './rules/sent-file.ts'
/** A file as it comes in, and as it is kept. */
export type { Incoming, StoredFile } from './store/files.ts'
/**
 * addFile stores a file within a transaction of an act; BadRequest for what checkFile refuses.
 * listFiles: those of an opened client, without their bytes, newest first; none where "referral" is not open.
 */
export { addFile, listFiles } from './store/files.ts'
/**
 * addMail puts a letter in the outbox within a transaction of an act: it leaves after the commit, once under one id.
 * listMails: letters of an opened client about one thing, newest first; none where "referral" is not open.
 */
export { addMail, listMails, type MailId, type Recipient, type SentMail } from './store/mails.ts'
/** Gives up the letters that waited too long: a part of cleaning up. */
export { giveUpMails } from './store/outbox.ts'
