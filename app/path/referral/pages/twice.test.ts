import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type Browser, openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { type Referred, refer, referredIn, referToWait, waits } from '../../../../tests/support/refer.ts'
import { link, paths } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

const as = async (person: Person): Promise<Browser> => app.as(await tokenOf(database, person))
const [desk, worker, colleague] = [
  await as(workers.secretary),
  await as(workers.practitioner),
  await as(workers.second),
]

/** How many rows a table has of this referral, as root. */
function countOf(table: string, { referralId }: Referred): Promise<number> {
  return asRoot(database, async (tx) => {
    const { rows } = await sql`select from ${sql.table(table)} where referral_id = ${referralId}`.execute(tx)
    return rows.length
  })
}

test('a second triage that decides otherwise is refused, with both versions shown', async () => {
  const of = await referToWait(desk)
  const other = { outcome: 'redirect', redirectTo: 'VNN Assen', reason: 'Past daar beter.' }
  const late = await worker.post(link('triage', of), other)
  expect(late.status).toBe(422)
  expect(late.text).toContain('Een collega heeft dit intussen vastgelegd')
  for (const words of ['Op de wachtlijst voor een intake', 'bellen', 'VNN Assen', 'Past daar beter.'])
    expect(late.text).toContain(words)
  expect(await countOf('referral.triages', of)).toBe(1)
})

test('the same triage sent twice is decided once, and leads on', async () => {
  const of = await referToWait(desk)
  expect((await desk.post(link('triage', of), waits)).to).toBe(`${link('referral', of)}?gedaan=gedaan`)
  expect(await countOf('referral.triages', of)).toBe(1)
  expect(await countOf('referral.promises', of)).toBe(1)
})

test('two people who decide at one moment: one is stored, the other sees it', async () => {
  const of = await refer(desk)
  const answers = await Promise.all([
    desk.post(link('triage', of), waits),
    worker.post(link('triage', of), { ...waits, promise: 'langsgaan' }),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await countOf('referral.triages', of)).toBe(1)
})

const talk = {
  nth: '1',
  heldOn: '24-11-2026',
  outcome: 'in-care',
  ownWords: 'Goed zo.',
  agreed: 'We beginnen.',
}

test('a second advice talk is refused with both versions; the same one sent twice is held once', async () => {
  const of = await referToWait(desk)
  const full = { ...talk, organisations: organisations.ggz, caseManager: workers.second.id }
  expect((await worker.post(link('adviceTalk', of), full)).status).toBe(303)
  expect((await worker.post(link('adviceTalk', of), full)).status).toBe(303)
  const other = { ...full, organisations: [organisations.ggz, organisations.vnn], agreed: 'Eerst rust.' }
  const late = await colleague.post(link('adviceTalk', of), other)
  expect(late.status).toBe(422)
  for (const words of ['We beginnen.', 'Eerst rust.', 'ggz, vnn']) expect(late.text).toContain(words)
  expect(await countOf('referral.advice_talks', of)).toBe(1)
})

test('one organisation ticked twice takes part once; one that takes part already goes on', async () => {
  const of = await referToWait(desk)
  const involved = () =>
    asRoot(database, async (tx) => {
      const { rows } = await sql`select from care.involvements where client_id = ${of.clientId}`.execute(tx)
      return rows.length
    })
  await asRoot(database, (tx) =>
    sql`insert into care.involvements (id, client_id, organisation_id, during)
      values (gen_random_uuid(), ${of.clientId}, ${organisations.vnn}, '[2026-11-24,)')`.execute(tx),
  )
  const twice = [organisations.ggz, organisations.ggz, organisations.vnn]
  expect((await worker.post(link('adviceTalk', of), { ...talk, organisations: twice })).status).toBe(303)
  expect(await involved()).toBe(2)
})

test('what cannot be chosen is said at its field: no organisation, no colleague, nobody of the desk', async () => {
  const of = await referToWait(desk)
  const wrong = async (fields: Record<string, string>) => {
    const answer = await worker.post(link('adviceTalk', of), { ...talk, ...fields })
    return [answer.status, answer.wrong]
  }
  expect(await wrong({ organisations: 'geen-id' })).toEqual([422, ['organisations']])
  expect(await wrong({ organisations: organisations.insurer })).toEqual([422, ['organisations']])
  for (const person of [workers.southern, workers.secretary])
    expect(await wrong({ caseManager: person.id })).toEqual([422, ['caseManager']])
  expect(await countOf('referral.advice_talks', of)).toBe(0)
})

const report = { version: '0', heldOn: '24-11-2026', whereTo: 'Het eerste woord.', together: 'not-yet' }

test('two people write the first version of a report: the second loses no word', async () => {
  const of = await referToWait(desk)
  await worker.post(link('intake', of), { ...report, do: 'save' })
  const again = await worker.post(link('intake', of), { ...report, do: 'save' })
  expect(again.status).toBe(303)
  const late = await colleague.post(link('intake', of), { ...report, whereTo: 'Mijn woord.', do: 'save' })
  expect(late.status).toBe(422)
  for (const words of ['Het eerste woord.', 'Mijn woord.']) expect(late.text).toContain(words)
  expect(late.text).toContain('name="version" value="1"')
})

test('a report that was signed meanwhile stays, and what was typed stands beside it', async () => {
  const of = await referToWait(desk)
  await worker.post(link('intake', of), { ...report, do: 'sign' })
  const late = await colleague.post(link('intake', of), { ...report, whereTo: 'Mijn woord.', do: 'save' })
  expect(late.status).toBe(422)
  for (const words of ['Het eerste woord.', 'Mijn woord.', 'intussen ondertekend'])
    expect(late.text).toContain(words)
})

test('referred again twice leads to the referral that is there; other words are shown beside it', async () => {
  const search = { step: 'search', familyName: 'Bakker', givenName: 'Gert', birthDate: '03-02-1980' }
  await desk.get((await desk.post(paths.newReferral, search)).to ?? '')
  const page = link('comeBack', { clientId: clients.left.id })
  const fields = { source: 'self', ownQuestion: 'Het gaat weer minder.' }
  const first = await desk.post(page, fields)
  expect(first.status).toBe(303)
  expect((await desk.post(page, fields)).to).toBe(first.to)
  const other = await desk.post(page, { ...fields, ownQuestion: 'Ik wil praten.' })
  expect(other.status).toBe(422)
  for (const words of ['Het gaat weer minder.', 'Ik wil praten.', link('referral', referredIn(first.to))])
    expect(other.text).toContain(words)

  // A corrected receipt lies inside the earlier stay; the talk cannot.
  const of = referredIn(first.to)
  await asRoot(database, (tx) =>
    sql`update referral.referrals set received_on = '2023-06-01' where id = ${of.referralId}`.execute(tx),
  )
  await desk.post(link('triage', of), waits)
  const back = { whereOn: 'Verder.', permission: 'no', permissionBy: 'client' }
  const inside = await worker.post(link('returnTalk', of), { ...back, heldOn: '02-06-2023' })
  expect([inside.status, inside.wrong]).toEqual([422, ['heldOn']])
  const held = { ...back, heldOn: '24-11-2026' }
  expect((await worker.post(link('returnTalk', of), held)).status).toBe(303)
  expect((await worker.post(link('returnTalk', of), held)).status).toBe(303)
  const late = await colleague.post(link('returnTalk', of), { ...held, permission: 'yes' })
  expect(late.status).toBe(422)
  expect(await countOf('referral.return_talks', of)).toBe(1)
})
