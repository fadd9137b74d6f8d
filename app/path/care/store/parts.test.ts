import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { asApp, asRoot, openTestDatabase, stateOf } from '../../../../tests/support/database.ts'
import { openDossier } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import type { Day } from '../../../core/day.ts'
import type { OrganisationId } from '../../../core/id.ts'
import { roles } from '../../../core/role.ts'
import { mayHold, type Part, parts } from '../rules/part.ts'
import { assign } from './periods.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
afterAll(() => database.close())

test('the database and the form agree on who may hold which part', async () => {
  const held = await asRoot(database, async (tx) => {
    const { rows } = await sql<{ part: Part; role: (typeof roles)[number]; may: boolean }>`
      select part, role, care.may_hold(part, role) as may
      from unnest(${[...parts]}::text[]) part, unnest(${[...roles]}::text[]) role`.execute(tx)
    return rows
  })
  expect(held).toHaveLength(parts.length * roles.length)
  for (const { part, role, may } of held) expect([part, role, may]).toEqual([part, role, mayHold(part, role)])
})

test('nobody of the desk becomes case manager, whoever asks and however', async () => {
  const token = await tokenOf(database, workers.practitioner)
  const ticket = await openDossier(database, token, clients.inCare.id, { action: 'U' })
  const give = (person: Person) =>
    asApp(database, ticket, (tx) => {
      const organisation = person.organisation as OrganisationId
      return assign(tx, clients.inCare.id, person.id, organisation, 'case-manager', '2026-11-24' as Day)
    })
  for (const person of [workers.secretary, workers.projectLeader, workers.trainee])
    expect(await stateOf(give(person))).toBe('23503')
  expect(await stateOf(give(workers.peer))).toBe('')
})
