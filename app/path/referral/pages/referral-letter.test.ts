import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { person, refer, referredIn } from '../../../../tests/support/refer.ts'
import { link, paths } from '../../../links.ts'
import { listFiles } from '../../../office/documents/door.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())
const desk = app.as(await tokenOf(database, workers.secretary))

function referralWith(...files: File[]): FormData {
  const form = new FormData()
  const fields = {
    ...person,
    isOther: 'ja',
    source: 'gp',
    reason: 'Slaapt niet.',
    ownQuestion: 'Ik wil slapen.',
  }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const file of files) form.append('file', file)
  return form
}
const clientsNow = () => asRoot(database, (tx) => tx.selectFrom('clients.clients').select('id').execute())

test('the letter comes with the referral, and stands beside it', async () => {
  const taken = await desk.post(paths.newReferral, referralWith(new File(['%PDF-1.7'], 'brief.pdf')))
  expect(taken.status).toBe(303)
  const of = referredIn(taken.to)
  const [file, ...more] = await asRoot(database, (tx) => listFiles(tx, of.clientId))
  expect([file?.kind, file?.name, more]).toEqual(['referral-letter', 'brief.pdf', []])
  const { text } = await desk.get(link('referral', of))
  expect(text).toContain(link('file', { clientId: of.clientId, fileId: file?.id ?? '' }))
  expect(text).not.toMatch(/Wat nu[\s\S]*Verwijsbrief toevoegen/)
})

test('an empty field is no letter, and then the first page says that there is none', async () => {
  const taken = await desk.post(paths.newReferral, referralWith(new File([], '')))
  const of = referredIn(taken.to)
  expect(await asRoot(database, (tx) => listFiles(tx, of.clientId))).toEqual([])
  const { text } = await desk.get(link('referral', of))
  expect(text).toMatch(/Wat nu[\s\S]*Verwijsbrief toevoegen/)
})

test('what is no letter is said at its field, and nobody is registered', async () => {
  const before = await clientsNow()
  const html = new File(['<html>'], 'brief.pdf')
  const pdf = new File(['%PDF-1.7'], 'brief.pdf')
  for (const files of [[html], [pdf, pdf], [new File([], 'leeg.pdf')]]) {
    const answer = await desk.post(paths.newReferral, referralWith(...files))
    expect([answer.status, answer.wrong]).toEqual([422, ['file']])
    expect(answer.text).toContain('Slaapt niet.')
  }
  expect(await clientsNow()).toEqual(before)
})

test('triage says what it is about: who refers, since when, why, and what the person asks', async () => {
  const of = await refer(desk, { source: 'gp', referrer: 'Praktijk Zon', reason: 'Slaapt niet.' })
  const { text } = await desk.get(link('triage', of))
  for (const words of ['De aanmelding', 'huisarts', 'Praktijk Zon', 'Slaapt niet.', '24 november 2026'])
    expect(text).toContain(words)
  expect(text).toContain('Ik wil weer slapen.')
})

test('of who is found the choice is short, whole for a screen reader, and nobody is asked to guess', async () => {
  const search = { step: 'search', familyName: 'Janssen', givenName: 'Jan' }
  const { text } = await desk.get((await desk.post(paths.newReferral, search)).to ?? '')
  expect(text).toMatch(/Dit is deze persoon<span class="unseen">: Jan Janssen\. Leg de verwijsbrief/)
  expect(text).toMatch(/Jan Janssen[\s\S]*Is het niemand van hen\?[\s\S]*name="ownQuestion"/)
})
