import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, tokenOf } from '../../../../tests/support/people.ts'
import { refer } from '../../../../tests/support/refer.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers } = await makeWorld(database)
const desk = openApp(database).as(await tokenOf(database, workers.secretary))
afterAll(() => database.close())

test('referral and triage show what triage needs: birth date, telephone, address, relative and the letter', async () => {
  const of = await refer(desk, {
    birthDate: '03-02-1980',
    phone: '0592 123 456',
    addressKind: 'home',
    street: 'Lindelaan',
    houseNumber: '12',
    postcode: '9400 AA',
    city: 'Assen',
    relativeName: 'Sietske',
    relativeRelation: 'zus',
  })
  const add = link(
    'newFile',
    { clientId: of.clientId },
    { soort: 'referral-letter', aanmelding: of.referralId },
  )
  expect((await desk.get(link('referral', of))).text).toContain(add.replaceAll('&', '&amp;'))
  const empty = await desk.get(add)
  expect(empty.text).toMatch(/value="referral-letter"[^>]*checked/)
  expect(empty.text).toContain(`href="${link('referral', of)}"`)
  const form = new FormData()
  form.append('kind', 'referral-letter')
  form.append('id', newId())
  form.append('file', new File(['%PDF-1.4 x'], 'brief van de huisarts.pdf'))
  expect((await desk.post(add, form)).to).toContain(`aanmelding=${of.referralId}`)
  for (const page of ['referral', 'triage'] as const) {
    const { text } = await desk.get(link(page, of))
    for (const words of [
      '3 februari 1980',
      '123456',
      'Lindelaan 12',
      'Sietske, zus',
      'brief van de huisarts.pdf',
    ])
      expect(text.replaceAll(/(?<=\d) (?=\d{3})/g, '')).toContain(words)
  }
})

test('a secret address tells no area', async () => {
  const of = await refer(desk, { addressKind: 'secret', street: 'Verborgen', postcode: '9400 AA' })
  const { text } = await desk.get(link('triage', of))
  expect(text).toContain('Geheim adres')
  expect(text).not.toMatch(/ligt in het gebied|buiten de regio/)
})
