import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, signIn } from '../../../../tests/support/people.ts'
import { newId } from '../../../core/id.ts'
import { link, paths } from '../../../links.ts'
import { keptFormCookie } from '../rules/cookie.ts'
import { clearKeptForms } from '../store/kept-forms.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database, { demo: true })
afterAll(() => database.close())

const page = link('newContact', { clientId: clients.inCare.id })
const words = 'Wij wandelden & spraken over <werk>'

// The cast of this world, each with one click at the door.
await asRoot(database, async (tx) => {
  const cast: Record<string, Person> = {
    ik: workers.practitioner,
    ander: workers.second,
    ver: workers.southern,
    client: clients.inCare.person,
  }
  for (const [slug, { id, role, organisation }] of Object.entries(cast))
    await sql`insert into accounts.demo_people (slug, person_id, name, role, organisation_id, sort)
      values (${slug}, ${id}, ${slug}, ${role}, ${organisation}, 1)`.execute(tx)
})
beforeEach(() => asRoot(database, (tx) => sql`delete from accounts.kept_forms`.execute(tx)))

const kept = () => asRoot(database, (tx) => tx.selectFrom('accounts.kept_forms').selectAll().execute())
const contacts = async () =>
  (await asRoot(database, (tx) => tx.selectFrom('contacts.contacts').select('id').execute())).length

async function ended(how: 'by rest' | 'left' = 'by rest'): Promise<Browser> {
  const { id, role, organisation } = workers.practitioner
  const token = await signIn(database, id, role, organisation, how === 'by rest' ? '1 ms' : '15 min')
  const browser = app.as(token)
  if (how === 'left') {
    await browser.post(paths.signOut)
    return app.as(token)
  }
  return browser
}

const enter = (browser: Browser, slug: string) => browser.post(paths.demoSignIn, { persoon: slug })

test('what was posted after the session ended is there again for the same person, and nothing was done with it', async () => {
  const before = await contacts()
  const browser = await ended()
  const answer = await browser.post(page, { report: words, kind: 'phone' })
  expect(answer.status).toBe(303)
  expect(answer.to).toContain('gedaan=bewaard')
  expect((await browser.get(answer.to ?? '')).text).toContain('veilig bewaard')
  expect((await enter(browser, 'ik')).to).toBe(page)
  const { text } = await browser.get(page)
  expect(text).toContain('Wij wandelden &amp; spraken over &lt;werk&gt;')
  expect(text).toContain('Het is nog niet opgeslagen')
  expect(text).toMatch(/value="phone"[^>]*checked/)
  expect(await contacts()).toBe(before)
  expect(await kept()).toEqual([])
  expect((await browser.get(page)).text).not.toContain('wandelden')
})

test('it is sealed where it waits', async () => {
  await (await ended()).post(page, { report: words })
  const [row] = await kept()
  expect(row?.person_id).toBe(workers.practitioner.id)
  expect(row?.sealed.toString('latin1')).not.toContain('wandelden')
})

test('somebody else who signs in does not get it, and it is destroyed', async () => {
  const browser = await ended()
  await browser.post(page, { report: words })
  expect(await kept()).toHaveLength(1)
  expect((await enter(browser, 'ander')).to).toBe(paths.day)
  expect((await browser.get(page)).text).not.toContain('wandelden')
  expect(await kept()).toEqual([])
  await enter(browser, 'ik')
  expect((await browser.get(page)).text).not.toContain('wandelden')
})

test('with the number of another’s form one gets nothing', async () => {
  await (await ended()).post(page, { report: words })
  const [row] = await kept()
  const thief = app.as()
  await enter(thief, 'ander')
  for (const id of [row?.id ?? '', newId(), 'x'.repeat(40), "' or true --"]) {
    thief.cookies.set(keptFormCookie, encodeURIComponent(id))
    const answer = await thief.get(page)
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain('wandelden')
  }
})

test('after half an hour it is gone', async () => {
  const browser = await ended()
  await browser.post(page, { report: words })
  await asRoot(database, (tx) =>
    sql`update accounts.kept_forms set kept_until = kept_until - interval '31 min'`.execute(tx),
  )
  await enter(browser, 'ik')
  expect((await browser.get(page)).text).not.toContain('wandelden')
  expect(await kept()).toEqual([])
})

test('one that nobody came back for is cleared away; a fresh one stays', async () => {
  await (await ended()).post(page, { report: words })
  expect(await clearKeptForms(database)).toBe(0)
  await asRoot(database, (tx) =>
    sql`update accounts.kept_forms set kept_until = kept_until - interval '31 min'`.execute(tx),
  )
  expect(await clearKeptForms(database)).toBe(1)
  expect(await kept()).toEqual([])
})

test('too large, of nobody, of a session that was left, or a password: nothing is kept', async () => {
  const attempts: [Browser, string, Record<string, string>][] = [
    [await ended(), page, { report: 'x'.repeat(70_000) }],
    [app.as('a-token-that-nobody-ever-had-0123456789'), page, { report: words }],
    [app.as(), page, { report: words }],
    [await ended('left'), page, { report: words }],
    [await ended(), paths.accountPassword, { old: 'geheim', password: 'nog geheimer dan eerst' }],
  ]
  for (const [browser, path, fields] of attempts) {
    const answer = await browser.post(path, fields)
    expect([answer.status, answer.to?.split('?')[0]]).toEqual([303, paths.signIn])
    expect(answer.to).not.toContain('gedaan=bewaard')
  }
  expect(await kept()).toEqual([])
})

test('who posts without a session is told so, and goes back to that page by the demo button, where the role has it', async () => {
  for (const browser of [app.as(), await ended('left'), app.as('a-token-that-nobody-ever-had-0123456789')]) {
    const { to } = await browser.post(page, { report: words })
    const door = await browser.get(to ?? '')
    expect(plain(door.text)).toContain('Je was uitgelogd. Wat je net verstuurde, is niet opgeslagen')
    const button = /action="(\/demo\/aanmelden[^"]*)"/.exec(door.text)?.[1] ?? ''
    expect((await browser.post(button, { persoon: 'ik' })).to).toBe(page)
    expect((await app.as().post(button, { persoon: 'client' })).to).toBe(paths.portal)
  }
  const elsewhere = link('demoSignIn', {}, { terug: '//evil.nl' })
  expect((await app.as().post(elsewhere, { persoon: 'ik' })).to).toBe(paths.day)
})

test('one person has one form that waits: the last', async () => {
  const browser = await ended()
  await browser.post(page, { report: 'de eerste' })
  await browser.post(page, { report: 'de tweede' })
  expect(await kept()).toHaveLength(1)
  await enter(browser, 'ik')
  expect((await browser.get(page)).text).toContain('de tweede')
})
