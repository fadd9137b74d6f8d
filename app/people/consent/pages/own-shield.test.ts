import { afterAll, expect, test } from 'vitest'
import { openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { type Client, makeWorld, type Person, put, tokenOf, word } from '../../../../tests/support/people.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, organisations, teams } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

async function as(person: Person) {
  return app.as(await tokenOf(database, person))
}

async function sees(person: Person, client: Client): Promise<string[]> {
  await (await as(person)).get(link('identity', { clientId: client.id }))
  return (await lastLine(database, client.id)).sections
}

const x = workers.practitioner
const shield = (client: Client, party: Parameters<typeof word>[3]) =>
  asRoot(database, (tx) => put(tx, 'consent.grants', word(client, 'reports', false, party)))

test.for([
  ['inCare', 'person', x.id],
  ['neighbour', 'team', teams.north],
  ['aftercare', 'organisation', organisations.ggz],
] as const)(
  '%s: what is shielded from my %s I cannot lift nor go round; the page says who can',
  async ([name, kind, id]) => {
    const client = clients[name]
    expect(await sees(x, client)).toContain('reports')
    await shield(client, { [`${kind}_id`]: id })
    expect(await sees(x, client)).not.toContain('reports')
    const me = await as(x)
    const page = link('newShield', { clientId: client.id })
    expect(plain((await me.get(page)).text)).toContain('heft u niet zelf op')
    const fields = { party: `${kind}:${id}`, how: 'some', sections: ['reports'], givenBy: 'client' }
    const lifted = await me.post(page, { ...fields, what: 'lift' })
    expect([lifted.status, lifted.wrong]).toEqual([422, ['party']])
    const along = {
      party: `organisation:${organisations.ggz}`,
      sections: ['reports'],
      until: '',
      givenBy: 'client',
    }
    const shared = await me.post(link('newConsent', { clientId: client.id }), along)
    expect([shared.status, shared.wrong]).toEqual([422, ['sections']])
    expect(shared.text).toContain('schermt hiervan iets af')
    expect(await sees(x, client)).not.toContain('reports')
  },
)

test('a colleague lifts it: the client reads that in "who looked", the privacy officer of the house in the log', async () => {
  const client = clients.inCare
  const page = link('newShield', { clientId: client.id })
  const fields = { what: 'lift', how: 'some', sections: ['reports'], givenBy: 'client' }
  const own = async () => plain((await (await as(client.person)).get(paths.portalLooks)).text)
  expect(await own()).not.toContain('veranderde wie je dossier mag zien')
  const answer = await (await as(workers.second)).post(page, { ...fields, party: `person:${x.id}` })
  expect(answer.status).toBe(303)
  expect(await sees(x, client)).toContain('reports')
  expect(await own()).toContain('veranderde wie je dossier mag zien')
  const log = plain((await (await as(workers.privacyOfficer)).get(paths.log)).text)
  expect(log).toContain('Beëindigde een afscherming')
  expect(log).toContain('W. practitioner: verslagen')
})

test('what was let see and stopped stays on the page, with who stopped it; of a shield nothing is told', async () => {
  const client = clients.referred
  const me = await as(workers.second)
  const page = link('consent', { clientId: client.id })
  expect((await me.get(page)).text).not.toContain('gestopt door')
  const along = {
    party: `organisation:${organisations.living}`,
    sections: ['plan'],
    until: '',
    givenBy: 'client',
  }
  await me.post(link('newConsent', { clientId: client.id }), along)
  const stop = /href="(\/clienten\/[^"]+\/stoppen\/[^"]+)"/.exec((await me.get(page)).text)?.[1] ?? ''
  expect((await me.post(stop)).status).toBe(303)
  const shielded = { what: 'shield', how: 'some', sections: ['reports'], givenBy: 'client' }
  for (const what of ['shield', 'lift'])
    await me.post(link('newShield', { clientId: client.id }), { ...shielded, what, party: `person:${x.id}` })
  const text = plain((await me.get(page)).text)
  expect(text).toContain('Het herstelplan: living')
  expect(text).toContain('gestopt door W. practitioner')
  expect(text).not.toContain('De verslagen van gesprekken: ')
})
