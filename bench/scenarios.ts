import { addDays, writeDay } from '../app/core/day.ts'
import { newId } from '../app/core/id.ts'
import { link } from '../app/links.ts'
import { today } from '../app/platform/clock.ts'
import * as bare from './bare.ts'
import { type Cast, type Known, must, type Worker } from './cast.ts'
import type { Place } from './place.ts'
import { type Answer, openApp, type Taken, together, type Visitor, visitor } from './visitor.ts'

/** One thing a user does, and what a program without a gate would do for it; `turn` picks whom it is about. */
export type Scenario = {
  name: string
  page: (turn: number) => Promise<Taken>
  bare: (turn: number) => Promise<void>
  /** at most so many times, because the gate counts region-wide searches */
  most?: number
}

/** What is measured: the pages of the issue. */
export function scenariosOf({ database, root }: Place, cast: Cast): Scenario[] {
  const app = openApp(database)
  const as = (worker: Worker) => visitor(app, worker.token)
  const practitioner = as(cast.practitioner)
  const secretary = as(cast.secretary)
  const searchers = cast.searchers.map(as)
  const person = (turn: number) => must(cast.people[turn % cast.people.length])
  const anybody = (turn: number) => must(cast.anywhere[turn % cast.anywhere.length])
  const dossier = (name: string, whose: (turn: number) => Known): Scenario => ({
    name,
    page: async (turn) => found(await practitioner.get(link('dossier', { clientId: whose(turn).id }))),
    bare: async (turn) => {
      await bare.line(root, cast.practitioner.id, whose(turn).id, 'dossier')
      await bare.bareDossier(root, whose(turn))
    },
  })
  const list = (name: string, who: Visitor, path: string, rows: () => Promise<void>): Scenario => ({
    name,
    page: async () => found(await who.get(path)),
    bare: async () => {
      await bare.line(root, cast.secretary.id, null, name)
      await rows()
    },
  })
  const known = (name: string, withBirth: boolean): Scenario => ({
    name,
    most: searchers.length * 10,
    page: (turn) => search(must(searchers[turn % searchers.length]), nameOf(anybody(turn), withBirth)),
    bare: async (turn) => {
      await bare.line(root, cast.secretary.id, null, 'search')
      await bare.bareSearch(root, anybody(turn), withBirth)
    },
  })
  return [
    dossier('dossier', person),
    dossier('dossier, 500 contacts', () => cast.longStory),
    list('inbox', secretary, link('referrals'), () => bare.bareInbox(root, cast)),
    list('waiting list', secretary, link('waitingList'), () => bare.bareWaiting(root, cast)),
    list('board of 200', practitioner, link('board'), () => bare.bareBoard(root, cast)),
    {
      name: 'search own team',
      page: (turn) => search(practitioner, { familyName: person(turn).family }),
      bare: async (turn) => {
        await bare.line(root, cast.practitioner.id, null, 'search')
        await bare.bareOwnSearch(root, cast, person(turn))
      },
    },
    known('search region, name', false),
    known('search region, name + birth', true),
    {
      name: 'save a contact',
      page: (turn) => save(practitioner, person(turn)),
      bare: async (turn) => {
        await bare.line(root, cast.practitioner.id, person(turn).id, 'dossier')
        await bare.bareContact(root, cast, person(turn))
      },
    },
  ]
}

function nameOf(who: Known, withBirth: boolean): Record<string, string> {
  const { given, infix, family, birth } = who
  return {
    givenName: given,
    infix,
    familyName: family,
    everywhere: 'ja',
    ...(withBirth && { birthDate: writeDay(birth) }),
  }
}

// The post that keeps what was typed, and the page that it leads to.
async function search(who: Visitor, fields: Record<string, string>): Promise<Taken> {
  const sent = await who.post(link('search'), fields)
  mustBe(sent, 303)
  const page = await who.get(link('search', {}, { gevonden: 'ja' }), sent.cookie)
  return together(sent.taken, found(page))
}

async function save(who: Visitor, { id }: Known): Promise<Taken> {
  const day = writeDay(addDays(today(), -1))
  const fields = {
    contact: newId(),
    kind: 'visit',
    day,
    time: '10:00',
    usual: '30',
    how: 'sign',
    report: 'Kort gesproken.',
  }
  const sent = await who.post(link('newContact', { clientId: id }), fields)
  mustBe(sent, 303)
  return sent.taken
}

function found(answer: Answer): Taken {
  mustBe(answer, 200)
  return answer.taken
}

function mustBe({ status, text }: Answer, expected: number): void {
  if (status !== expected) throw new Error(`answered ${status} instead of ${expected}: ${text.slice(0, 300)}`)
}
