import { type Lang, sayDay } from '../../../core/texts.ts'
import type { Bodies, DossierEvent, EventKind } from '../../dossier/door.ts'
import { texts } from '../texts.ts'

type Words = (typeof texts)[Lang]['story']
type Plain = Exclude<EventKind, `contacts.${string}` | `agenda.${string}`>

/** How an event is told: a few words, sentences, questions with their answers, and what the client said. */
export type Told = {
  label: string
  lines?: string[]
  answers?: { question: string; answer: string }[]
  own?: string
}

type Tellers = { [K in Plain]: (body: Bodies[K], t: Words, lang: Lang, team: string) => Told }

const tellers: Tellers = {
  'care.period': ({ phase, until }, t, lang, team) => ({
    label: t.periods[phase](team),
    lines: until ? [t.until(sayDay(until, lang))] : [],
  }),
  'care.outflow': ({ destination, reason, ownWords }, t) => ({
    label: t.outflow,
    lines: [t.outflowTo(t.destinations[destination] ?? destination), reason],
    own: ownWords,
  }),
  'care.temporary-offer': ({ endsOn, reason }, t, lang) => ({
    label: t.temporary,
    lines: [t.temporaryText(sayDay(endsOn, lang)), reason],
  }),
  'referral.received': ({ source, reason, ownQuestion }, t) => ({
    label: t.received,
    lines: [t.receivedFrom(t.sources[source] ?? source)],
    answers: reason ? [{ question: t.referrerWrote, answer: reason }] : [],
    own: ownQuestion,
  }),
  'referral.triage': ({ outcome, reason, redirectTo }, t) => ({
    label: t.triage,
    lines: [t.triages[outcome], redirectTo && t.redirect(redirectTo), reason],
  }),
  'referral.promise': ({ promisedFor, what }, t, lang) => ({
    label: t.promise,
    lines: [t.promiseText(sayDay(promisedFor, lang), what)],
  }),
  'referral.early-contact': ({ way, note }, t) => ({ label: t.early, lines: [t.contacts[way], note] }),
  'referral.intake-report': (body, t) => ({ label: t.intake, answers: answersOf(t.questions, body) }),
  'referral.wmo-contact': ({ who }, t) => ({ label: t.wmo, lines: [t.wmoText(who)] }),
  'referral.advice-talk': ({ outcome, ownWords, agreed, elsewhere, keepContact }, t) => ({
    label: t.advice,
    lines: [
      t.advices[outcome],
      elsewhere && t.redirect(elsewhere),
      agreed && t.agreed(agreed),
      keepContact && t.agreed(keepContact),
    ],
    own: ownWords,
  }),
  'referral.return-talk': (body, t) => ({ label: t.comeBack, answers: answersOf(t.comeBackQuestions, body) }),
  'instruments.phase': ({ ownWords }, t) => ({ label: t.phase, own: ownWords }),
  'documents.file': (_, t) => ({ label: t.file }),
}

/** Tells an event that is neither a contact nor an appointment. */
export function tell(event: DossierEvent, lang: Lang): Told & { lines: string[] } {
  const teller = tellers[event.kind as Plain] as (body: unknown, t: Words, lang: Lang, team: string) => Told
  const told = teller(event.body, texts[lang].story, lang, event.team)
  return { ...told, lines: (told.lines ?? []).filter(Boolean) }
}

function answersOf<T extends Record<string, string>>(questions: T, body: Record<keyof T, unknown>) {
  return Object.entries(questions)
    .map(([key, question]) => ({ question, answer: String(body[key] ?? '') }))
    .filter(({ answer }) => answer !== '')
}
