import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { openImports, sheet, shows } from '../../../../tests/support/imports.ts'
import { lines } from '../../../../tests/support/people.ts'

const database = await openTestDatabase()
const { clients, count, me, named, prepare, upload, workers } = await openImports(database)
afterAll(() => database.close())

test('a file goes from columns and values to people on the lists, each with a line in the log', async () => {
  const page = await prepare(
    sheet(
      'Zus;Zonnema;14-5-1978;;in zorg;12-1-2026;16-2-2026;ggz, vnn;592123456',
      'Bob;Bosma;28624;;wl;1-9-2026;;;',
    ),
  )
  const before = await lines(database)
  const done = await me.post(page, { stap: 'inlezen' })
  expect(done.to).toContain('gedaan=ingelezen')
  expect((await me.get(page)).heading).toBe('Verslag van het inlezen')
  const [client] = await named('Zonnema')
  const facts = await asRoot(database, async (tx) => {
    const { rows } =
      await sql`select p.phase, p.during::text, (select count(*)::int from care.involvements i where i.client_id = p.client_id) as parties,
      (select d.phone from clients.details d where d.client_id = p.client_id) as phone, c.written_by
      from care.periods p join clients.clients c on c.id = p.client_id where p.client_id = ${client} order by lower(p.during)`.execute(
        tx,
      )
    return rows
  })
  const rest = { parties: 2, phone: '0592123456', written_by: workers.secretary.id }
  expect(facts).toEqual([
    { phase: 'referral', during: '[2026-01-12,2026-02-16)', ...rest },
    { phase: 'care', during: '[2026-02-16,)', ...rest },
  ])
  const log = (await lines(database)).slice(before.length).filter(({ event }) => event === 'register')
  expect(log.map(({ purpose, action, role }) => [purpose, action, role])).toEqual([
    ['import', 'C', 'secretariat'],
    ['import', 'C', 'secretariat'],
  ])
  expect(await count('imports.rows', sql`raw is not null and outcome is not null`)).toBe(0)
  expect(shows((await me.get('/wachtlijst')).text, 'Bosma')).toBe(true)
})

test('the same file twice changes nothing, and a longer file adds only what is new', async () => {
  const one = 'Tom;Tweemaal;1-2-1980;;in zorg;1-1-2026;2-1-2026;ggz;'
  const page = await prepare(sheet(one))
  await me.post(page, { stap: 'inlezen' })
  const people = await count('clients.clients')
  expect(await upload(sheet(one))).toBe(`${page}?gedaan=dubbel`)
  const longer = await prepare(sheet(one, 'Nel;Nieuweling;1-2-1981;;in zorg;1-1-2026;2-1-2026;ggz;'))
  expect(shows((await me.get(`${longer}?deel=seen`)).text, 'Deze regel is al eerder ingelezen')).toBe(true)
  await me.post(longer, { stap: 'inlezen' })
  expect(await count('clients.clients')).toBe(people + 1)
  await me.post(longer, { stap: 'inlezen' })
  expect(await count('clients.clients')).toBe(people + 1)
})

test('who is there already is offered, and never merged without a choice', async () => {
  await asRoot(database, (tx) =>
    sql`update clients.clients set birth_date = '1970-03-04' where id = ${clients.inCare.id}`.execute(tx),
  )
  const page = await prepare(
    sheet(
      'Jan;Jansen;4-3-1970;;in zorg;1-1-2026;2-1-2026;ggz;',
      'Piet;Proefma;;;aangemeld;;;;',
      'Piet;Proefma;;;aangemeld;;;;',
    ),
  )
  const open = await me.get(`${page}?deel=open`)
  expect(shows(open.text, 'Is dezelfde als Jan Janssen')).toBe(true)
  expect(shows(open.text, 'Staat ook op regel 3')).toBe(true)
  const people = await count('clients.clients')
  expect((await me.post(page, { stap: 'inlezen' })).to).toContain('deel=open')
  expect(await count('clients.clients')).toBe(people)
  await me.post(page, { stap: 'kiezen', 'keuze-2': `same:${clients.southern.id}`, 'keuze-4': 'skip' })
  expect(shows((await me.get(`${page}?deel=open`)).text, 'Is dezelfde als Jan Janssen')).toBe(true)
  await me.post(page, { stap: 'kiezen', 'keuze-2': `same:${clients.inCare.id}` })
  await me.post(page, { stap: 'inlezen' })
  expect(await count('clients.clients')).toBe(people + 1)
  expect(await named('Jansen')).toEqual([])
})

test('every problem is named by line and column, and what was in the cells is not kept', async () => {
  const page = await prepare(
    sheet(
      ';;1-2-80;;in zorg;;;;',
      'Flip;Fout;31-2-1980;123456789;wat;1-1-2026;2-1-2026;ggz;',
      'Goof;Goed;1-2-80;999990019;wl;1-1-2026;;;',
    ),
  )
  const { text } = await me.get(page)
  expect(shows(text, 'Kolom C (Geboortedatum): een jaartal van twee cijfers')).toBe(true)
  expect(shows(text, 'Kolom D (BSN): dit is geen bsn')).toBe(true)
  expect(shows(text, 'de achternaam ontbreekt')).toBe(true)
  expect(shows(text, '•••••• 019')).toBe(true)
  expect(shows(text, '999990019')).toBe(false)
  await me.post(page, { stap: 'inlezen' })
  expect([await named('Fout'), (await named('Goed')).length]).toEqual([[], 1])
  const report = await me.get(`${page}/verslag`)
  expect([report.status, report.response.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('spreadsheetml'),
  ])
  expect(shows((await me.get(page)).text, 'Kolom C (Geboortedatum)')).toBe(true)
  expect(await count('clients.details', sql`bsn_key is not null and bsn_cipher is not null`)).toBe(1)
})

test('a day is shown as it is read, and what still waits for a choice is worded as an act that leads there', async () => {
  const page = await prepare(
    sheet('Gre;Getal;29221;;in zorg;46260;;ggz;', 'Dub;Dubbel;;;aangemeld;;;;', 'Dub;Dubbel;;;aangemeld;;;;'),
  )
  const { text } = await me.get(page)
  expect(shows(text, 'Geboortedatum: 01-01-1980')).toBe(true)
  expect(shows(text, 'Aanmelddatum: 26-08-2026')).toBe(true)
  expect(/29221|46260/.test(text)).toBe(false)
  expect(text).toMatch(/<a href="[^"]*deel=open"[^>]*>\s*Kies eerst bij \d regel/)
})

test('a value that is not recognised is named above, leads to its field, and is marked there', async () => {
  const page = await upload('Achternaam;Status;Casemanager\nRaad;in zorg;Niemand Bestaat\n')
  await me.post(page, {
    stap: 'kolommen',
    'kolom-0': 'familyName',
    'kolom-1': 'status',
    'kolom-2': 'caseManager',
  })
  const { text } = await me.get(page)
  expect(text).toMatch(
    /1 waarde is nog niet herkend[\s\S]*href="#waarde-1"[^>]*>Casemanager: Niemand Bestaat/,
  )
  expect(text).toMatch(/id="waarde-1-hint"[^>]*>\s*1 keer · nog niet herkend/)
  expect(text).not.toMatch(/id="waarde-0-hint"[^>]*>[^<]*nog niet herkend/)
  expect(/Links wat|Wat leeg blijft/.test(text)).toBe(false)
})

test('what was staged can be thrown away', async () => {
  const page = await prepare(sheet('Wim;Weg;1-2-1980;;aangemeld;;;;'))
  expect((await me.post(page, { stap: 'weggooien' })).to).toContain('/inlezen?team=')
  expect((await me.get(page)).status).toBe(404)
})
