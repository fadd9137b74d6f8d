/** One line of the rules: a part of the dossier that a role may see, and on which grounds (articles of law). */
export type Right = {
  section: string
  circle: 'team' | 'self' | 'represented' | 'named' | 'any' | 'region'
  byRelation: string | null
  byReferral: string | null
  byConsent: string | null
  byEmergency: string | null
  writes: boolean
}

/** Why somebody may see it, in the order in which it is said. */
export type Ground = 'team' | 'self' | 'represented' | 'any' | 'referral' | 'consent' | 'named' | 'emergency'

/** The parts that there are; a right may be about one that is not here, and is said after them. */
export const parts = [
  'list',
  'identity',
  'referral',
  'agenda',
  'plan',
  'crisis',
  'medication',
  'measures',
  'reports',
  'own-reports',
  'treatment',
  'relatives',
  'in-confidence',
  'indications',
  'consent',
] as const

/** A right in words still to be chosen: the part, on which grounds with their articles, and whether one may write. */
export type SaidRight = { section: string; grounds: { ground: Ground; law: string }[]; writes: boolean }

/** What a role may do beyond the parts of a dossier. */
const besides = ['register', 'known', 'log', 'notes']

/** What one may see of a dossier, in the order of its parts. */
export function seenBy(rights: readonly Right[]): SaidRight[] {
  const order = (section: string) => {
    const at = (parts as readonly string[]).indexOf(section)
    return at < 0 ? parts.length : at
  }
  return rights
    .filter(({ section }) => !besides.includes(section))
    .map((right) => ({ section: right.section, grounds: groundsOf(right), writes: right.writes }))
    .sort((a, b) => order(a.section) - order(b.section))
}

/** Parts that are seen on the same grounds and in the same way, together; the order of the parts stays. */
export function together(
  seen: readonly SaidRight[],
): (Omit<SaidRight, 'section'> & { sections: string[] })[] {
  const groups = new Map<string, Omit<SaidRight, 'section'> & { sections: string[] }>()
  for (const { section, grounds, writes } of seen) {
    const key = JSON.stringify([grounds, writes])
    const group = groups.get(key) ?? { sections: [], grounds, writes }
    group.sections.push(section)
    groups.set(key, group)
  }
  return [...groups.values()]
}

/** What one never sees of a dossier; writing reports of one's own says nothing about not seeing it. */
export function unseenBy(rights: readonly Right[]): string[] {
  return parts.filter((part) => part !== 'own-reports' && !rights.some(({ section }) => section === part))
}

/** Rights that are no part of a dossier: to register, to ask whether somebody is known, to read the log, to write notes, to open in an emergency. */
export function beyond(rights: readonly Right[]): string[] {
  const also = besides.filter((one) => rights.some(({ section }) => section === one))
  return rights.some(({ byEmergency }) => byEmergency !== null) ? [...also, 'emergency'] : also
}

function groundsOf(right: Right): { ground: Ground; law: string }[] {
  const { circle } = right
  const own = circle === 'named' || circle === 'region' ? 'team' : circle
  const consent: Ground = circle === 'named' ? 'named' : 'consent'
  const all: [Ground, string | null][] = [
    [own, right.byRelation],
    ['referral', right.byReferral],
    [consent, right.byConsent],
    ['emergency', right.byEmergency],
  ]
  return all.flatMap(([ground, law]) => (law === null ? [] : [{ ground, law }]))
}
