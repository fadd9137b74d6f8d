import { expect, test } from 'vitest'
import { newId } from '../app/core/id.ts'
import { openApp } from './support/app.ts'
import { openTestDatabase } from './support/database.ts'
import { makeWorld, tokenOf } from './support/people.ts'
const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const app = openApp(database)
test('probe', async () => {
  const out: unknown[] = []
  const b = app.as(await tokenOf(database, workers.secretary))
  for (const [n, id] of Object.entries({ nobody: newId(), southern: clients.southern.id, distant: clients.distant.id, inCare: clients.inCare.id, left: clients.left.id, dead: clients.dead.id, aftercare: clients.aftercare.id })) {
    const a = await b.post(`/clienten/${id}/opnieuw-aanmelden`, { source: 'gp' })
    const d = await b.get(`/clienten/${id}`)
    out.push([n, a.status, a.to, d.status])
  }
  expect(out).toEqual([])
})
