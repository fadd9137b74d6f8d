import type { Day } from '../../../core/day.ts'
import type { Id } from '../../../core/id.ts'
import type { Role } from '../../../core/role.ts'

export type EntryId = Id<'entry'>
export type ProposalId = Id<'proposal'>

/** Kinds of sentences: an answer in own words, a goal, a step of a goal, a line of the crisis plan. */
export type SentenceKind = 'words' | 'goal' | 'step' | 'sign'

/** Personal, symptomatic or medical, and societal recovery (domain, "One plan"). */
export const recoveryKinds = ['personal', 'medical', 'societal'] as const
export type RecoveryKind = (typeof recoveryKinds)[number]

/** Twelve areas of life, our own; a goal may belong to one. */
export const lifeAreas = [
  'mind',
  'body',
  'day',
  'home',
  'money',
  'work',
  'family',
  'friends',
  'love',
  'meaning',
  'substances',
  'safety',
] as const
export type LifeArea = (typeof lifeAreas)[number]

/** How it went with a goal, a step or a line. */
export const outcomes = ['reached', 'partly', 'let-go', 'removed'] as const
export type Outcome = (typeof outcomes)[number]

/** What a sentence says, without who wrote it and when. */
export type Content = {
  body: string
  why: string
  recoveryKind: RecoveryKind | null
  lifeArea: LifeArea | null
  who: string
  dueOn: Day | null
}

/** A sentence that says nothing yet. */
export const blank: Content = {
  body: '',
  why: '',
  recoveryKind: null,
  lifeArea: null,
  who: '',
  dueOn: null,
}

/** Another view beside a sentence, by the client or somebody of the team. */
export type Remark = { id: string; body: string; by: string; role: Role; at: Date }

export type Ending = { outcome: Outcome; words: string; endedOn: Day }

/** What a professional would write; `entryId` null is a new sentence, `outcome` an ending. */
export type Proposal = Content & {
  id: ProposalId
  entryId: EntryId | null
  baseVersion: number | null
  kind: SentenceKind
  part: string
  goalId: EntryId | null
  outcome: Outcome | null
  reason: string
  by: string
  organisation: string
  isMine: boolean
  at: Date
}

/** A talk in which a sentence was agreed: on which day, who recorded it, and what it said before. */
export type Talk = { decisionId: string; talkedOn: Day; by: string; before: Content | null }

/** A sentence of the client. */
export type Sentence = Content & {
  id: EntryId
  kind: SentenceKind
  part: string
  goalId: EntryId | null
  position: number
  version: number
  at: Date
  ending: Ending | null
  remarks: Remark[]
  /** the last change, when that was agreed in a talk and not taken back */
  talk: Talk | null
}
