import type { Ending, EntryId, Proposal, Sentence } from './sentence.ts'

/** A goal with its steps and what is proposed for either. */
export type Goal = { goal: Sentence; steps: Sentence[]; proposals: Proposal[] }

/** A plan as pages show it. */
export type Plan = {
  /** by part of the form: the client's answer, where there is one */
  answers: Map<string, Sentence>
  /** in the client's order */
  goals: Goal[]
  /** goals that ended, the last ended first */
  ended: Goal[]
  /** lines of the crisis plan, by colour and row */
  signs: Map<string, Sentence[]>
  proposals: Proposal[]
}

/** Puts the sentences of one client in their places; the order in which they come does not matter. */
export function planOf(sentences: readonly Sentence[], proposals: readonly Proposal[]): Plan {
  const kept = sentences.filter(({ ending }) => ending?.outcome !== 'removed').toSorted(inOrder)
  const goals = kept.filter(({ kind }) => kind === 'goal').map((goal) => withSteps(goal, kept, proposals))
  return {
    answers: new Map(latest(kept.filter(({ kind }) => kind === 'words')).map((one) => [one.part, one])),
    goals: goals.filter(({ goal }) => goal.ending === null),
    ended: goals
      .filter(({ goal }) => goal.ending !== null)
      .toSorted((a, b) => endedOn(b.goal.ending).localeCompare(endedOn(a.goal.ending))),
    signs: Map.groupBy(
      kept.filter(({ kind, ending }) => kind === 'sign' && ending === null),
      ({ part }) => part,
    ),
    proposals: proposals.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
  }
}

// The client's order; what has the same place stands as it came.
function inOrder(a: Sentence, b: Sentence): number {
  return a.position - b.position || a.id.localeCompare(b.id)
}

// A client who came back may have answered a part in an earlier time too: the newest answer counts.
function latest(words: Sentence[]): Sentence[] {
  return words.toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

function withSteps(goal: Sentence, all: readonly Sentence[], proposals: readonly Proposal[]): Goal {
  const steps = all.filter(({ goalId }) => goalId === goal.id)
  const ids = new Set<EntryId>([goal.id, ...steps.map(({ id }) => id)])
  return {
    goal,
    steps,
    proposals: proposals.filter(
      ({ entryId, goalId }) => (entryId !== null && ids.has(entryId)) || goalId === goal.id,
    ),
  }
}

function endedOn(ending: Ending | null): string {
  return ending?.endedOn ?? ''
}

/** Where a sentence stands among its own kind after it moved one place up or down; null when it cannot. */
export function moved(ids: readonly EntryId[], id: EntryId, way: 'up' | 'down'): EntryId[] | null {
  const from = ids.indexOf(id)
  const to = way === 'up' ? from - 1 : from + 1
  if (from < 0 || to < 0 || to >= ids.length) return null
  return ids.with(from, ids[to] as EntryId).with(to, id)
}
