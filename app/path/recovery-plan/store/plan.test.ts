import { afterAll, expect, test } from 'vitest'
import { atTestMoment } from '../../../../tests/support/clock.ts'
import { asApp, openTestDatabase } from '../../../../tests/support/database.ts'
import { openDossier } from '../../../../tests/support/gate.ts'
import { makeWorld, type Person, tokenOf } from '../../../../tests/support/people.ts'
import type { Day } from '../../../core/day.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { at } from '../../../platform/clock.ts'
import { agreeInTalk } from '../acts/agree-in-talk.ts'
import { answerPart } from '../acts/answer-part.ts'
import { decideProposal } from '../acts/decide-proposal.ts'
import { orderGoals } from '../acts/order-goals.ts'
import { propose } from '../acts/propose.ts'
import { setGoal } from '../acts/set-goal.ts'
import { takeBackTalk } from '../acts/take-back-talk.ts'
import { planOf } from '../rules/plan.ts'
import { blank, type Sentence } from '../rules/sentence.ts'
import { listProposals, listSentences } from './plan.ts'

const database = await openTestDatabase()
const { workers, clients } = await makeWorld(database)
const client = clients.neighbour
afterAll(() => database.close())

const on = '2026-11-20' as Day
const later = new Date('2026-11-24T09:30:00Z')
const askerOf = async (person: Person) => ({ database, token: await tokenOf(database, person) })

async function planFor(person: Person) {
  const ticket = await openDossier(database, await tokenOf(database, person), client.id)
  return asApp(database, ticket, async (tx) =>
    planOf(await listSentences(tx, client.id), await listProposals(tx, client.id)),
  )
}

const goalNamed = async (body: string): Promise<Sentence> => {
  const { goals } = await planFor(client.person)
  const found = goals.find(({ goal }) => goal.body === body)
  if (!found) throw new Error(`no goal ${body}`)
  return found.goal
}

const form = (body: string) => ({
  body,
  why: '',
  recoveryKind: 'personal' as const,
  lifeArea: 'day' as const,
})

async function goalWithProposal(body: string, wanted: string) {
  await atTestMoment(async () =>
    setGoal(await askerOf(client.person), { client: client.id, goal: null }, form(body)),
  )
  const { id, version } = await goalNamed(body)
  const proposal = await atTestMoment(async () =>
    propose(await askerOf(workers.practitioner), client.id, {
      ...blank,
      ...form(wanted),
      kind: 'goal',
      part: '',
      goalId: null,
      entry: { id, version },
      outcome: null,
      reason: 'Kleiner is beter te doen.',
    }),
  )
  return { id, proposal }
}

const decideAs = async (
  proposal: Parameters<typeof decideProposal>[1]['proposal'],
  answer: Parameters<typeof decideProposal>[2],
) =>
  atTestMoment(async () =>
    decideProposal(
      await askerOf(client.person),
      { client: client.id, proposal, today: '2026-11-24' as Day },
      answer,
    ),
  )

test('an answer in own words, changed by who saw the newest; the other is told', async () => {
  const asker = await askerOf(client.person)
  const of = { client: client.id, part: 'what-i-want' }
  await atTestMoment(() => answerPart(asker, { ...of, version: 0 }, 'Rust'))
  await atTestMoment(() => answerPart(asker, { ...of, version: 1 }, 'Rust en werk'))
  await expect(atTestMoment(() => answerPart(asker, { ...of, version: 1 }, 'Iets anders'))).rejects.toThrow(
    Stale,
  )
  expect((await planFor(workers.practitioner)).answers.get('what-i-want')?.body).toBe('Rust en werk')
})

test('a proposal stands beside the goal, for the client and the team, and changes nothing', async () => {
  await goalWithProposal('Werk vinden', 'Een dag meelopen')
  for (const person of [client.person, workers.supporter]) {
    const { goals } = await planFor(person)
    const found = goals.find(({ goal }) => goal.body === 'Werk vinden')
    expect(found?.proposals.map(({ body, reason }) => [body, reason])).toEqual([
      ['Een dag meelopen', 'Kleiner is beter te doen.'],
    ])
  }
})

test('the client accepts, changes or declines, once', async () => {
  const yes = await goalWithProposal('Sporten', 'Wandelen')
  await decideAs(yes.proposal, { outcome: 'accepted', version: 1, words: '', body: '' })
  expect((await goalNamed('Wandelen')).id).toBe(yes.id)
  await expect(
    decideAs(yes.proposal, { outcome: 'declined', version: 1, words: '', body: '' }),
  ).rejects.toThrow(NotFound)
  const so = await goalWithProposal('Lezen', 'Elke dag lezen')
  await decideAs(so.proposal, { outcome: 'changed', version: 1, words: '', body: 'Samen lezen' })
  expect((await goalNamed('Samen lezen')).id).toBe(so.id)
  const no = await goalWithProposal('Reizen', 'Thuisblijven')
  await decideAs(no.proposal, { outcome: 'declined', version: 1, words: 'Ik wil juist weg.', body: '' })
  expect((await goalNamed('Reizen')).version).toBe(1)
})

test('a talk is shown to the client, also in another order, who takes it back: the goal says what it said', async () => {
  const { id, proposal } = await goalWithProposal('Muziek maken', 'Gitaar spelen')
  await atTestMoment(async () =>
    agreeInTalk(
      await askerOf(workers.practitioner),
      { client: client.id, proposal },
      { talkedOn: on, words: '' },
    ),
  )
  for (const way of ['up', 'down'] as const)
    await at(later, async () => orderGoals(await askerOf(client.person), client.id, { goal: id, way }))
  const agreed = await goalNamed('Gitaar spelen')
  expect(agreed.talk).toMatchObject({ talkedOn: on, before: { body: 'Muziek maken', lifeArea: 'day' } })
  const back = { client: client.id, entry: id, on: '2026-11-24' as Day }
  await atTestMoment(async () => takeBackTalk(await askerOf(client.person), back))
  expect(await goalNamed('Muziek maken')).toMatchObject({ id, talk: null, lifeArea: 'day' })
  await expect(atTestMoment(async () => takeBackTalk(await askerOf(client.person), back))).rejects.toThrow(
    NotFound,
  )
})
