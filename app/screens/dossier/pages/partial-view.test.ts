import { afterAll, expect, test } from 'vitest'
import { openApp } from '../../../../tests/support/app.ts'
import { openTestDatabase } from '../../../../tests/support/database.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import { link } from '../../../links.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const client = clients.inCare
const app = openApp(database)
afterAll(() => database.close())

async function dossierFor(person: Person): Promise<string> {
  const answer = await app.as(await tokenOf(database, person)).get(link('dossier', { clientId: client.id }))
  expect(answer.status).toBe(200)
  return answer.text
}

test('who sees no appointments reads that, and not that there are none', async () => {
  expect(await dossierFor(workers.practitioner)).toContain('Geen afspraken gepland')
  const desk = await dossierFor(workers.dutyDesk)
  expect(desk).toContain('dit deel staat niet voor u open')
  expect(desk).not.toContain('Geen afspraken gepland')
})
