import type { DossierEvent } from './event.ts'

type Line = { label: string; text: string }

/** What an event says, for a page: a soft word beside its label, lines of text, and whether they are the client's own words. */
export type Telling = {
  soft: string
  lines: Line[]
  own: string
  dot: 'brand' | 'own' | 'good' | 'warn' | 'plain'
}

type Words = {
  intake: Record<'whatHappened' | 'vulnerabilityAndStrength' | 'whereTo' | 'whatNeeded', string>
  returned: Record<'whatDidWe' | 'howRoundedOff' | 'whereOn', string>
  outcomes: Record<string, string>
  phases: Record<string, string>
  cancelled: string
}

const quiet: Telling = { soft: '', lines: [], own: '', dot: 'plain' }

function plain(text: string): Line[] {
  return text ? [{ label: '', text }] : []
}

/** How an event other than a contact is told; contacts tell themselves. */
export function tell(event: DossierEvent, words: Words): Telling {
  switch (event.kind) {
    case 'referral.received':
      return {
        ...quiet,
        soft: event.body.referrer,
        lines: plain(event.body.reason),
        own: event.body.ownQuestion,
        dot: 'own',
      }
    case 'referral.intake-report':
      return { ...quiet, lines: answers(event.body, words.intake), dot: 'own' }
    case 'referral.return-talk':
      return { ...quiet, lines: answers(event.body, words.returned), dot: 'own' }
    case 'referral.advice-talk':
      return {
        ...quiet,
        soft: words.outcomes[event.body.outcome] ?? '',
        lines: plain(event.body.agreed),
        own: event.body.ownWords,
        dot: 'good',
      }
    case 'instruments.phase':
      return { ...quiet, own: event.body.ownWords, dot: 'good' }
    case 'care.period':
      return {
        ...quiet,
        soft: [event.team, words.phases[event.body.phase]].filter(Boolean).join(' · '),
        dot: 'good',
      }
    case 'care.outflow':
      return { ...quiet, lines: plain(event.body.reason), own: event.body.ownWords }
    default:
      return tellStep(event, words)
  }
}

function tellStep(event: DossierEvent, words: Words): Telling {
  switch (event.kind) {
    case 'referral.triage':
      return {
        ...quiet,
        soft: words.outcomes[event.body.outcome] ?? '',
        lines: plain([event.body.redirectTo, event.body.reason].filter(Boolean).join(' · ')),
      }
    case 'referral.early-contact':
      return { ...quiet, lines: plain(event.body.note), dot: 'brand' }
    case 'referral.promise':
      return { ...quiet, lines: plain(event.body.what) }
    case 'referral.wmo-contact':
      return { ...quiet, soft: event.body.who }
    case 'care.temporary-offer':
      return { ...quiet, lines: plain(event.body.reason) }
    case 'documents.file':
      return { ...quiet, soft: event.body.name }
    default:
      return 'place' in event.body ? { ...quiet, soft: event.body.place } : quiet
  }
}

function answers<K extends string>(body: Record<K, string>, labels: Record<K, string>): Line[] {
  return (Object.keys(labels) as K[])
    .filter((key) => body[key])
    .map((key) => ({ label: labels[key], text: body[key] }))
}
