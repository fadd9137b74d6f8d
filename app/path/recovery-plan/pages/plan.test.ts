import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Browser, openApp, plain } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { lastLine } from '../../../../tests/support/gate.ts'
import { makeWorld, type World } from '../../../../tests/support/people.ts'
import { signInAs } from '../../../people/accounts/door.ts'
import type { Database } from '../../../platform/engine.ts'

let database: Database
let world: World

beforeAll(async () => {
  database = await openTestDatabase()
  world = await makeWorld(database)
  // What the world proposes already would stand before what is proposed here.
  await asRoot(database, (tx) =>
    sql`insert into recovery_plan.decisions (id, client_id, proposal_id, outcome)
      select gen_random_uuid(), p.client_id, p.id, 'declined' from recovery_plan.proposals p
      where not exists (select from recovery_plan.decisions d where d.proposal_id = p.id)`.execute(tx),
  )
})
afterAll(() => database.close())

async function worker(who: keyof World['workers']): Promise<Browser> {
  const { id, role, organisation } = world.workers[who]
  return openApp(database).as(await signInAs(database, id, role, organisation))
}

async function clientHere(): Promise<Browser> {
  const { id } = world.clients.neighbour.person
  return openApp(database).as(await signInAs(database, id, 'client', null))
}

const planPath = () => `/clienten/${world.clients.neighbour.id}/plan`
const linksTo = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[0])

async function goalPath(browser: Browser): Promise<string> {
  const [path] = linksTo((await browser.get('/mijn/plan')).text, /\/mijn\/plan\/doel\/[0-9a-f-]{36}/g).slice(
    -1,
  )
  if (!path) throw new Error('no goal')
  return path
}

test('the client answers a part in own words; the team reads them, and each look is a line', async () => {
  const client = await clientHere()
  const posted = await client.post('/mijn/plan/over/who-i-am', {
    body: 'Ik hou van <b>rust</b>.',
    version: '1',
  })
  expect([posted.status, posted.to]).toEqual([303, '/mijn/plan?gedaan=bewaard'])
  expect((await client.get(posted.to ?? '')).text).toContain('Ik hou van &lt;b&gt;rust&lt;/b&gt;.')
  const page = await (await worker('practitioner')).get(planPath())
  expect([page.status, plain(page.text)]).toEqual([200, expect.stringContaining('Ik hou van')])
  expect(await lastLine(database, world.clients.neighbour.id)).toMatchObject({
    granted: true,
    purpose: 'care',
  })
})

test('an answer that changed meanwhile is shown with what was typed, and a part that is not there is not there', async () => {
  const client = await clientHere()
  const page = await client.post('/mijn/plan/over/who-i-am', { body: 'Iets anders', version: '1' })
  expect([page.status, page.wrong]).toEqual([422, ['body']])
  for (const words of ['Iets anders', 'Ik hou van', 'Dit typte jij']) expect(page.text).toContain(words)
  expect((await client.get('/mijn/plan/over/diagnose')).status).toBe(404)
})

test('the client sets a goal with steps, in the own order, and says how it went', async () => {
  const client = await clientHere()
  expect((await client.post('/mijn/plan/doel', { body: '' })).wrong).toEqual(['body'])
  for (const body of ['Weer zwemmen', 'Een kat'])
    await client.post('/mijn/plan/doel', { body, lifeArea: 'body' })
  const path = await goalPath(client)
  const step = await client.post(path, {
    do: 'step',
    body: 'Een zwembroek kopen',
    who: 'ik',
    dueOn: '1-12-2026',
  })
  expect([step.status, step.to]).toEqual([303, `${path}?gedaan=bewaard`])
  expect(plain((await client.get(path)).text)).toContain('Een zwembroek kopen wie: ik · voor 1 dec 2026')
  const entry = path.split('/').at(-1) ?? ''
  expect((await client.post('/mijn/plan', { do: 'up', entry })).status).toBe(303)
  expect(await goalPath(client)).not.toBe(path)
  const letGo = await client.post(path, { do: 'ending', outcome: 'let-go', words: '' })
  expect([letGo.status, letGo.wrong]).toEqual([422, ['endingwords']])
  expect((await client.post(path, { do: 'ending', outcome: 'let-go', words: 'Te druk nu' })).status).toBe(303)
  expect(plain((await client.get('/mijn/plan')).text)).toMatch(/Dit heb ik gedaan .*Te druk nu/)
  expect((await client.get(path)).status).toBe(404)
})

test('a worker proposes with a reason; the client says yes, no, or writes it otherwise', async () => {
  const [supporter, client] = [await worker('supporter'), await clientHere()]
  const propose = `${planPath()}/voorstel?onderdeel=good-at`
  expect((await supporter.post(propose, { body: 'Koken' })).wrong).toEqual(['reason'])
  const posted = await supporter.post(propose, { body: 'Koken', reason: 'Dat zei je vaak.' })
  expect([posted.status, posted.to]).toEqual([303, `${planPath()}?gedaan=voorstel`])
  expect(plain((await supporter.get(planPath())).text)).toMatch(
    /Voorstel van .* Koken Waarom: Dat zei je vaak\./,
  )
  const home = await client.get('/mijn/plan')
  expect(plain(home.text)).toContain('Iemand heeft een voorstel voor je.')
  const [path = ''] = linksTo(home.text, /\/mijn\/plan\/voorstel\/[0-9a-f-]{36}/g)
  expect((await client.post(path, { answer: 'changed', body: '', version: '1' })).wrong).toEqual(['body'])
  const decided = await client.post(path, { answer: 'changed', body: 'Soep koken', version: '1' })
  expect([decided.status, decided.to]).toEqual([303, '/mijn/plan?gedaan=anders'])
  expect(plain((await client.get('/mijn/plan')).text)).toContain('Soep koken')
  expect((await client.get(path)).status).toBe(404)
})

test('a talk puts a proposal in the plan; the client sees it and puts it back', async () => {
  const [practitioner, client] = [await worker('practitioner'), await clientHere()]
  await client.post('/mijn/plan/over/wishes', { body: 'Naar zee', version: '0' })
  await practitioner.post(`${planPath()}/voorstel?onderdeel=wishes`, {
    body: 'Naar Texel',
    reason: 'Concreter.',
  })
  const [path = ''] = linksTo(
    (await practitioner.get(planPath())).text,
    /\/clienten\/[0-9a-f-]+\/plan\/voorstel\/[0-9a-f-]{36}/g,
  )
  expect((await practitioner.post(path, { talkedOn: '25-11-2026' })).wrong).toEqual(['talkedOn'])
  expect((await practitioner.post(path, { talkedOn: '23-11-2026', words: 'Leuk' })).status).toBe(303)
  const shown = await client.get('/mijn/plan')
  expect(plain(shown.text)).toMatch(
    /Naar Texel Op 23 nov 2026 besproken met .*\. Dit klopt niet, zet het terug/,
  )
  const [entry = ''] = linksTo(
    shown.text.slice(shown.text.indexOf('Naar Texel')),
    /(?<=name="entry" value=")[0-9a-f-]{36}/g,
  )
  expect((await client.post('/mijn/plan', { do: 'back', entry })).to).toBe('/mijn/plan?gedaan=terug')
  expect(plain((await client.get('/mijn/plan')).text)).toContain('Naar zee')
})

test('what one proposed one withdraws; another cannot', async () => {
  const [practitioner, supporter] = [await worker('practitioner'), await worker('supporter')]
  await supporter.post(`${planPath()}/voorstel`, { body: 'Een klus', reason: 'Je bent handig.' })
  const [path = ''] = linksTo(
    (await supporter.get(planPath())).text,
    /\/clienten\/[0-9a-f-]+\/plan\/voorstel\/[0-9a-f-]{36}/g,
  )
  expect((await practitioner.post(path, { do: 'withdraw' })).status).toBe(404)
  expect((await supporter.post(path, { do: 'withdraw' })).status).toBe(303)
  expect((await supporter.get(planPath())).text).not.toContain('Een klus')
})

test('another team’s plan is not there; a relative has no page of somebody’s plan without the client’s word', async () => {
  const practitioner = await worker('practitioner')
  expect((await practitioner.get(`/clienten/${world.clients.southern.id}/plan`)).status).toBe(404)
  expect((await practitioner.get('/mijn/plan')).status).toBe(404)
})

test('the client says that the plan is right, and reads when', async () => {
  const client = await clientHere()
  expect((await client.post('/mijn/plan', { do: 'right' })).to).toBe('/mijn/plan?gedaan=klopt')
  expect(plain((await client.get('/mijn/plan')).text)).toContain('Je zei op 24 nov 2026 dat je plan klopt.')
  expect(plain((await (await worker('practitioner')).get(planPath())).text)).toContain(
    'Afgesproken op 24 nov 2026',
  )
})

test('a practitioner writes and signs beside the plan; the client answers; who does not see treatment sees nothing of it', async () => {
  const [practitioner, supporter, client] = [
    await worker('practitioner'),
    await worker('supporter'),
    await clientHere(),
  ]
  const write = `${planPath()}/behandelaar`
  expect((await practitioner.post(write, { kind: 'risk', body: '' })).wrong).toEqual(['body'])
  const posted = await practitioner.post(write, { kind: 'risk', body: 'We letten op te weinig slaap.' })
  expect([posted.status, posted.to]).toEqual([303, `${planPath()}?gedaan=opgeschreven`])
  expect((await supporter.post(write, { kind: 'risk', body: 'x' })).status).toBe(404)
  const mine = await client.get('/mijn/plan')
  expect(plain(mine.text)).toContain('Waar we op letten We letten op te weinig slaap.')
  const paths = linksTo(mine.text, /\/mijn\/plan\/behandelaar\/[0-9a-f-]{36}/g)
  const answer = await client.post(paths.at(-1) ?? '', { agrees: 'no', body: 'Ik slaap nu goed.' })
  expect([answer.status, answer.to]).toEqual([303, '/mijn/plan?gedaan=gezegd'])
  expect(plain((await practitioner.get(planPath())).text)).toMatch(
    /Hierover denken we anders .* Ik slaap nu goed\./,
  )
  const seen = await supporter.get(planPath())
  expect([
    seen.status,
    seen.text.includes('te weinig slaap'),
    seen.text.includes('Van de behandelaar'),
  ]).toEqual([200, false, false])
})
