/** What the client said about one section to one party. */
export type Word = { party: 'person' | 'team' | 'organisation'; allows: boolean }

/** Ground on which somebody sees a section; null is not at all. */
export type Ground = 'relation' | 'referral' | 'consent' | 'emergency' | null

/** Everything that decides whether somebody sees one section of one client. */
export type Situation = {
  /** the function's own limit: the grounds on which this role may see this section at all */
  limit: { relation: boolean; referral: boolean; consent: boolean; emergency: boolean }
  /** how the role stands to clients (access.rules) */
  circle: 'team' | 'self' | 'represented' | 'named' | 'any'
  /** the employer signed an agreement that holds today, or there is no employer (client, relative) */
  signed: boolean
  isSelf: boolean
  /** member of the client's team today, or a named role for this client elsewhere */
  inTeam: boolean
  /** member of a team to which the client is referred and not yet in care */
  referred: boolean
  /** represents the client today, with a scope that holds this section */
  represents: boolean
  /** died, and wanted nobody outside the treatment to look afterwards (BW 7:458a lid 4) */
  closed: boolean
  /** about this section or about everything; for "list" a consent to any part counts that the role may see by consent */
  words: Word[]
  emergency: boolean
}

const nearest = ['person', 'team', 'organisation'] as const

/** The word that counts: for a person before a team before an organisation; at one level a refusal beats a grant. */
export function wordThatCounts(words: Word[]): Word | null {
  for (const party of nearest) {
    const here = words.filter((word) => word.party === party)
    const counts = here.find((word) => !word.allows) ?? here[0]
    if (counts) return counts
  }
  return null
}

/**
 * The one truth table of sight (house 5): block after death > no agreement > shielding > consent > law, then the
 * function's own limit. `access.decide` in 0002_access.sql is checked against it.
 */
export function groundOf(situation: Situation): Ground {
  const word = wordThatCounts(situation.words)
  return ordinary(situation, word) ?? urgent(situation, word)
}

function ordinary(s: Situation, word: Word | null): Ground {
  if (s.circle === 'self') return onGround('relation', s.isSelf && s.limit.relation)
  if (s.circle === 'any') return onGround('relation', s.signed && s.limit.relation)
  if (isBlocked(s, word)) return null
  if (s.circle === 'represented') return onGround('relation', s.represents && s.limit.relation)
  // A consent decides alone: a role whose limit has no consent is not let in by the law beside it.
  return word && mayConsent(s) ? onGround('consent', s.limit.consent) : byLaw(s)
}

// After death, then the agreement, then the shield.
function isBlocked(s: Situation, word: Word | null): boolean {
  return (s.closed && s.circle !== 'team') || !s.signed || word?.allows === false
}

function mayConsent(s: Situation): boolean {
  return !s.closed && (s.inTeam || s.referred || s.circle === 'named')
}

function onGround(ground: Ground, holds: boolean): Ground {
  return holds ? ground : null
}

function byLaw(s: Situation): Ground {
  if (s.inTeam) return onGround('relation', s.limit.relation)
  return onGround('referral', s.referred && s.limit.referral)
}

// Shielding from one named person holds in an emergency too: then a colleague opens.
function urgent(s: Situation, word: Word | null): Ground {
  const shieldedInPerson = word?.party === 'person' && !word.allows
  const may = s.emergency && s.signed && !s.closed && !shieldedInPerson
  return may && s.limit.emergency ? 'emergency' : null
}
