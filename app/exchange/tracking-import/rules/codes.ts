import type { CodedField } from './fields.ts'

/** A code with the words that people write for it. */
export type CodeWords = { code: string; names: readonly string[] }

/** Where somebody is on the path. */
export const statuses = ['referral', 'waiting', 'care', 'aftercare', 'left'] as const
export type Status = (typeof statuses)[number]

/** Where somebody left to (care.outflows). */
export const destinations = [
  'gp',
  'poh',
  'basic-ggz',
  'next-carer',
  'elsewhere',
  'moved',
  'died',
  'other',
] as const

const words: Record<'status' | 'source' | 'destination' | 'gender', readonly CodeWords[]> = {
  status: [
    { code: 'referral', names: ['aangemeld', 'aanmelding', 'nieuw', 'triage'] },
    {
      code: 'waiting',
      names: ['wachtlijst', 'wacht', 'wachtend', 'wl', 'voorzorg', 'wacht op intake', 'intake'],
    },
    { code: 'care', names: ['in zorg', 'actief', 'lopend', 'zorg', 'in behandeling', 'client'] },
    { code: 'aftercare', names: ['nazorg'] },
    {
      code: 'left',
      names: ['uit zorg', 'uitgeschreven', 'afgesloten', 'gesloten', 'uitstroom', 'beeindigd'],
    },
    { code: 'died', names: ['overleden', 'overlijden'] },
  ],
  source: [
    { code: 'gp', names: ['huisarts', 'ha'] },
    { code: 'poh', names: ['poh', 'poh ggz', 'praktijkondersteuner'] },
    { code: 'basic-ggz', names: ['basis ggz', 'bggz', 'gb ggz', 'generalistische basis ggz'] },
    { code: 'ggz', names: ['ggz', 'ggz drenthe', 'sggz', 'fact', 'kliniek', 'polikliniek'] },
    { code: 'crisis-service', names: ['crisisdienst', 'crisis', 'ibt', 'iht'] },
    { code: 'vnn', names: ['vnn', 'verslavingszorg', 'verslavingszorg noord nederland'] },
    { code: 'supported-living', names: ['cosis', 'beschermd wonen', 'begeleid wonen', 'bw', 'ribw'] },
    { code: 'oggz', names: ['oggz', 'bemoeizorg'] },
    { code: 'social-team', names: ['sociaal team', 'wijkteam', 'gemeente', 'wmo', 'wmo consulent'] },
    { code: 'police', names: ['politie', 'wijkagent'] },
    { code: 'welfare', names: ['welzijn', 'maatschappelijk werk', 'sedna', 'vaart welzijn'] },
    { code: 'self', names: ['zelf', 'client zelf', 'zelfverwijzer', 'eigen initiatief'] },
    { code: 'family', names: ['familie', 'naaste', 'partner', 'ouders', 'moeder', 'vader'] },
    { code: 'other', names: ['anders', 'overig', 'onbekend'] },
  ],
  destination: [
    { code: 'gp', names: ['huisarts', 'ha', 'huisartsenzorg'] },
    { code: 'poh', names: ['poh', 'poh ggz', 'praktijkondersteuner'] },
    { code: 'basic-ggz', names: ['basis ggz', 'bggz', 'gb ggz'] },
    { code: 'next-carer', names: ['vervolgzorg', 'andere zorgaanbieder', 'fact', 'ggz', 'vnn', 'cosis'] },
    { code: 'elsewhere', names: ['elders', 'andere instelling', 'ander team', 'wlz'] },
    { code: 'moved', names: ['verhuisd', 'verhuizing'] },
    { code: 'died', names: ['overleden', 'overlijden'] },
    { code: 'other', names: ['anders', 'overig', 'onbekend', 'geen zorg meer nodig'] },
  ],
  gender: [
    { code: 'female', names: ['vrouw', 'v', 'f', 'female', 'vrouwelijk'] },
    { code: 'male', names: ['man', 'm', 'male', 'mannelijk'] },
    { code: 'other', names: ['x', 'anders', 'non binair'] },
    { code: 'unknown', names: ['onbekend', 'o'] },
  ],
}

/** Who there is to choose from in this region and team. */
export type Around = {
  organisations: readonly { id: string; name: string }[]
  workers: readonly { personId: string; name: string; function: string }[]
}

/** The codes of a field, each with the words by which it is recognised. */
export function codesOf(field: CodedField, around: Around): readonly CodeWords[] {
  if (field === 'organisations')
    return around.organisations.map(({ id, name }) => ({ code: id, names: [name, ...shortNames(name)] }))
  if (field === 'lead' || field === 'caseManager')
    return around.workers.map(({ personId, name }) => ({
      code: personId,
      names: [name, ...otherNames(name)],
    }))
  return words[field]
}

// "GGZ Drenthe" is written as "GGZ", "Stichting Cosis" as "Cosis".
function shortNames(name: string): string[] {
  return name
    .split(' ')
    .filter((word) => word.length > 2 && !/^(stichting|welzijn|zorg|drenthe|gemeente)$/i.test(word))
}

// "Anke de Boer" is written as "A. de Boer", "de Boer" or "Boer, Anke de".
function otherNames(name: string): string[] {
  const [first = '', ...rest] = name.split(' ')
  const last = rest.at(-1) ?? ''
  const infix = rest.slice(0, -1).join(' ')
  return [
    `${first[0] ?? ''} ${rest.join(' ')}`,
    rest.join(' '),
    `${last} ${first} ${infix}`,
    `${last} ${first[0] ?? ''} ${infix}`,
    last,
  ].filter((words) => words.trim().length > 1)
}
