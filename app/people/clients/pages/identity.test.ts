import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Browser, openApp, testSecret } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine, lines } from '../../../../tests/support/gate.ts'
import { makeWorld, tokenOf, type World } from '../../../../tests/support/people.ts'
import type { Bsn } from '../../../core/bsn.ts'
import type { Database } from '../../../platform/engine.ts'
import { sealBsn } from '../store/bsn.ts'

let database: Database
let world: World
let worker: Browser
let second: Browser
let supporter: Browser
let southern: Browser

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  const app = openApp(database)
  const as = async (who: keyof World['workers']) => app.as(await tokenOf(database, world.workers[who]))
  worker = await as('practitioner')
  second = await as('second')
  supporter = await as('supporter')
  southern = await as('southern')
  const bsn = sealBsn(testSecret, '999990019' as Bsn)
  const { inCare, neighbour } = world.clients
  await asRoot(database, async (tx) => {
    await sql`update clients.details set bsn_cipher = ${bsn?.cipher} where client_id = ${inCare.id}`.execute(
      tx,
    )
    await sql`update clients.addresses set kind = 'secret' where client_id = ${neighbour.id}`.execute(tx)
  })
})
afterAll(() => database.close())

function path(client: { id: string }, rest = 'gegevens'): string {
  return `/clienten/${client.id}/${rest}`
}

// Every field of the form as the page shows it, as a browser would send it.
function fieldsOf({ text }: Answer): Record<string, string> {
  const inputs = [...text.matchAll(/<input [^>]*>/g)].map(([tag]) => tag)
  const of = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]
  const sent = inputs.filter((tag) => of(tag, 'type') !== 'radio' || / checked/.test(tag))
  return Object.fromEntries(sent.map((tag) => [of(tag, 'name') ?? '', of(tag, 'value') ?? '']))
}

test('who may see identity sees it, and the look is a line', async () => {
  const page = await worker.get(path(world.clients.inCare))
  expect([page.status, page.heading]).toEqual([200, expect.stringContaining('Gegevens')])
  expect(page.text).toContain('dr. Hoek')
  expect(await lastLine(database, world.clients.inCare.id)).toMatchObject({
    event: 'dossier',
    granted: true,
    purpose: 'care',
  })
})

test('a BSN stays veiled until it is asked for, and asking is one more line', async () => {
  const page = await worker.get(path(world.clients.inCare))
  expect(page.text).toContain('••• ••• 019')
  expect(page.text).not.toContain('999990019')
  const before = await lines(database, sql`client_id = ${world.clients.inCare.id}`)
  const shown = await worker.post(path(world.clients.inCare), { toon: 'bsn' })
  expect([shown.status, shown.text.includes('999990019')]).toEqual([200, true])
  expect(await lines(database, sql`client_id = ${world.clients.inCare.id}`)).toHaveLength(before.length + 1)
})

test('a secret address waits behind a warning', async () => {
  const page = await worker.get(path(world.clients.neighbour))
  expect(page.text).toMatch(/<details[^>]*>\s*<summary>Geheim adres tonen/)
  expect(page.text.indexOf('Noem dit adres nooit')).toBeLessThan(page.text.indexOf('Markt'))
})

test('not theirs is not there, by every door to it', async () => {
  const other = world.clients.inCare
  for (const rest of ['gegevens', 'gegevens/wijzigen', 'gegevens/overlijden', 'naasten', 'naasten/nieuw'])
    expect((await southern.get(path(other, rest))).status, rest).toBe(404)
  expect((await southern.post(path(other), { toon: 'bsn' })).status).toBe(404)
  expect((await worker.get('/clienten/geen-id/gegevens')).status).toBe(404)
})

test('the form starts with what is known, but for the BSN', async () => {
  const fields = fieldsOf(await worker.get(path(world.clients.inCare, 'gegevens/wijzigen')))
  expect(fields).toMatchObject({ givenName: 'Jan', familyName: 'Janssen', birthDate: '03-02-1980', bsn: '' })
})

test('a change is kept with what was there before; the BSN stays', async () => {
  const client = world.clients.inCare
  const fields = fieldsOf(await worker.get(path(client, 'gegevens/wijzigen')))
  const answer = await worker.post(path(client, 'gegevens/wijzigen'), {
    ...fields,
    familyName: 'Jansen',
    gp: 'dr. Veld',
  })
  expect(answer.to).toBe(`${path(client)}?gedaan=gegevens`)
  const page = await worker.get(path(client))
  expect(page.text).toContain('dr. Veld')
  expect(page.text).toContain('••• ••• 019')
  const { rows } = await asRoot(database, (tx) =>
    sql<{ table_name: string; row: Record<string, unknown> }>`select table_name, row from history.versions
      where client_id = ${client.id} and replaced_by = ${world.workers.practitioner.id} order by table_name`.execute(
      tx,
    ),
  )
  expect(rows.map((row) => row.table_name)).toEqual(['clients.clients', 'clients.details'])
  expect(rows[0]?.row).toMatchObject({ family_name: 'Janssen' })
})

test('who was second sees both versions, and what was typed', async () => {
  const client = world.clients.inCare
  const edit = path(client, 'gegevens/wijzigen')
  const mine = fieldsOf(await worker.get(edit))
  const theirs = fieldsOf(await second.get(edit))
  expect((await second.post(edit, { ...theirs, gp: 'dr. Berk' })).status).toBe(303)
  const answer = await worker.post(edit, { ...mine, gp: 'dr. Eik' })
  expect(answer.status).toBe(422)
  for (const word of ['dr. Berk', 'dr. Eik', 'Zo staat het er nu']) expect(answer.text).toContain(word)
  const kept = await worker.post(edit, fieldsOf(answer))
  expect(kept.status).toBe(303)
  expect((await worker.get(path(client))).text).toContain('dr. Eik')
})

test('moving house ends the address before', async () => {
  const client = world.clients.inCare
  const edit = path(client, 'gegevens/wijzigen')
  const fields = fieldsOf(await worker.get(edit))
  await worker.post(edit, {
    ...fields,
    addressKind: 'home',
    street: 'Brink',
    houseNumber: '1',
    city: 'Assen',
  })
  const { rows } = await asRoot(database, (tx) =>
    sql<{ street: string; open: boolean }>`select street, upper_inf(during) as open from clients.addresses
      where client_id = ${client.id} order by lower(during)`.execute(tx),
  )
  expect(rows).toEqual([
    { street: 'Markt', open: false },
    { street: 'Brink', open: true },
  ])
})

test('what cannot be is asked again, at its field', async () => {
  const edit = path(world.clients.inCare, 'gegevens/wijzigen')
  const fields = fieldsOf(await worker.get(edit))
  const answer = await worker.post(edit, { ...fields, familyName: '', bsn: '123456789', postcode: 'AA' })
  expect([answer.status, answer.wrong]).toEqual([422, ['familyName', 'postcode', 'bsn']])
})

test('a supporter reads identity and changes nothing of it', async () => {
  const client = world.clients.inCare
  expect((await supporter.get(path(client))).status).toBe(200)
  expect((await supporter.post(path(client, 'gegevens/wijzigen'), {})).status).toBe(404)
})

test('a death is written down once, shown, and ends the care on that day', async () => {
  const client = world.clients.neighbour
  const death = path(client, 'gegevens/overlijden')
  expect((await worker.post(death, { diedOn: '1-1-2030' })).wrong).toEqual(['diedOn'])
  expect((await worker.post(death, { diedOn: '24-11-2026' })).to).toContain('gegevens')
  expect((await worker.post(death, { diedOn: '21-11-2026' })).to).toContain('/clienten?')
  expect((await worker.get(path(client))).text).toContain('overleden op 24 nov')
  const { rows } = await asRoot(database, (tx) =>
    sql`select upper(p.during) - 1 as last_day, o.destination from care.periods p
      join care.outflows o on o.client_id = p.client_id and o.left_on = '2026-11-24' where p.client_id = ${client.id}`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ last_day: '2026-11-24', destination: 'died' }])
}, 30_000)

test('after the day of death the dossier is closed, and the list says that it was recorded', async () => {
  const client = world.clients.aftercare
  const answer = await worker.post(path(client, 'gegevens/overlijden'), { diedOn: '20-11-2026' })
  expect((await worker.get(answer.to ?? '')).text).toContain('Het overlijden is vastgelegd')
  expect((await worker.get(path(client))).status).toBe(404)
})

test('access to the portal is found where the client is reached, by who hands it out', async () => {
  const page = path(world.clients.inCare)
  const way = `href="${path(world.clients.inCare, 'toegang')}"`
  expect((await worker.get(page)).text).toContain(way)
  const other = await supporter.get(page)
  expect([other.status, other.text.includes(way)]).toEqual([200, false])
})
