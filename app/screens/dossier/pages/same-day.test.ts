import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { asRoot, openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, put, tokenOf } from '../../../../tests/support/people.ts'
import { referToWait } from '../../../../tests/support/refer.ts'
import { newId } from '../../../core/id.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients, organisations } = await makeWorld(database)
const app = openApp(database)
afterAll(() => database.close())

// Every step of the path is recorded at ten, the moment of the tests.
async function pathOfOneDay() {
  const of = await referToWait(await app.as(await tokenOf(database, workers.secretary)))
  const browser = await app.as(await tokenOf(database, workers.practitioner))
  const report = {
    version: '0',
    heldOn: '24-11-2026',
    whereTo: 'Verder.',
    together: 'with-client',
    do: 'sign',
  }
  expect((await browser.post(link('intake', of), report)).status).toBe(303)
  const talk = { heldOn: '24-11-2026', outcome: 'in-care', caseManager: workers.practitioner.id }
  expect((await browser.post(link('adviceTalk', of), talk)).status).toBe(303)
  for (const happened_at of ['2026-11-24T08:15:00Z', '2026-11-24T10:30:00Z'])
    await asRoot(database, (tx) =>
      put(tx, 'contacts.contacts', {
        ...{ id: newId(), client_id: of.clientId, happened_at, kind: 'phone', minutes: 15 },
        ...{ author_id: workers.practitioner.id, author_role: 'practitioner' },
        ...{ organisation_id: organisations.ggz, signed_at: happened_at },
      }),
    )
  return { browser, of }
}

// Of each thing in the story what kind it is, from its own address in the page.
function kindsIn(text: string): (string | undefined)[] {
  return [...text.matchAll(/class="timeline-item" id="([a-z-]+)-[0-9a-f]{8}-/g)].map(([, kind]) => kind)
}

test('what happened on one day stands in the order in which it went, the latest on top', async () => {
  const { browser, of } = await pathOfOneDay()
  const { text } = await browser.get(link('dossier', of))
  expect(kindsIn(text)).toEqual([
    ...['contact', 'care-period', 'referral-advice-talk', 'referral-intake-report', 'referral-promise'],
    ...['referral-triage', 'contact', 'referral-received'],
  ])
})

test('what was recorded later stands within its day in the order of the path', async () => {
  const { id: clientId, episode } = clients.inCare
  const { rows } = await asRoot(database, async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from referral.referrals where client_id = ${clientId}`.execute(tx)
    const about = () => ({ id: newId(), client_id: clientId, episode_id: episode })
    const of = { referral_id: rows[0]?.id }
    await put(tx, 'instruments.phases', { ...about(), phase: 2, talked_on: '2026-11-19' })
    await put(tx, 'referral.wmo_contacts', { ...about(), ...of, involved_on: '2026-11-19', who: 'loket' })
    await put(tx, 'referral.early_contacts', {
      ...about(),
      ...of,
      happened_on: '2026-11-19',
      way: 'phone',
      minutes: 9,
    })
    return { rows }
  })
  expect(rows).toHaveLength(1)
  const browser = await app.as(await tokenOf(database, workers.practitioner))
  const kinds = kindsIn((await browser.get(link('dossier', { clientId }))).text)
  const first = kinds.indexOf('instruments-phase')
  expect(kinds.slice(first, first + 3)).toEqual([
    'instruments-phase',
    'referral-wmo-contact',
    'referral-early-contact',
  ])
})
