/** What a line in the log was about; "refused" stands for any that was not granted. */
export type Kind =
  | 'dossier'
  | 'emergency'
  | 'list'
  | 'search'
  | 'many'
  | 'register'
  | 'job'
  | 'export'
  | 'log'
  | 'rights'
  | 'refused'

/** Everything one person did with one client on one day. */
export type Look = {
  day: string
  lastAt: Date
  personId: string
  person: string
  function: string
  role: string
  organisation: string
  kinds: Kind[]
  /** of each of the kinds, the last time */
  kindsAt: Date[]
  sections: string[]
  wrote: boolean
}

/** What a day of looking is called: the most telling of what was done. delivered: by the system, nobody looked. */
export type Deed =
  | 'emergency'
  | 'rights'
  | 'registered'
  | 'wrote'
  | 'read'
  | 'found'
  | 'listed'
  | 'tried'
  | 'delivered'

const opened: Kind[] = ['dossier', 'many', 'export']
const kindsOf: Record<Deed, Kind[]> = {
  emergency: ['emergency'],
  rights: ['rights'],
  registered: ['register'],
  wrote: opened,
  read: opened,
  found: ['search'],
  listed: ['list'],
  tried: ['refused'],
  delivered: ['job'],
}

/** When that deed was done last; and when, if it was later, the dossier was still open. */
export function momentsOf(look: Look): { at: Date; until: Date | null } {
  const last = (kinds: Kind[]) =>
    look.kindsAt.reduce<Date | null>(
      (latest, at, i) =>
        kinds.includes(look.kinds[i] ?? 'refused') && !(latest && latest > at) ? at : latest,
      null,
    )
  const at = last(kindsOf[deedOf(look)]) ?? look.lastAt
  const until = last(opened)
  return { at, until: until && until > at ? until : null }
}

/** An emergency is never hidden behind ordinary reading, nor a change of rights, nor reading behind a list. */
export function deedOf(look: Pick<Look, 'kinds' | 'wrote'>): Deed {
  const did = (...kinds: Kind[]) => kinds.some((kind) => look.kinds.includes(kind))
  if (did('emergency')) return 'emergency'
  if (did('rights')) return 'rights'
  if (did('register')) return 'registered'
  if (did('dossier', 'many', 'export')) return look.wrote ? 'wrote' : 'read'
  if (did('search')) return 'found'
  if (did('list')) return 'listed'
  return did('job') ? 'delivered' : 'tried'
}

// What every opening brings along says nothing to a reader.
const unsaid = ['list', 'card', 'known', 'log', 'notes']

/**
 * The parts of the dossier that were open, without those that mean nothing to whoever reads the list. The client is not
 * told that what was said in confidence stood open: it would sound as if something had been told.
 */
export function partsOf(sections: readonly string[], reader: 'client' | 'staff' = 'staff'): string[] {
  const left = reader === 'client' ? [...unsaid, 'in-confidence'] : unsaid
  return sections.filter((section) => !left.includes(section))
}
