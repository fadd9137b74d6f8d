import type { Destination } from '../../../path/care/door.ts'
import type { Source } from '../../../path/referral/door.ts'
import type { CodedField } from './fields.ts'

/** A code with the words that people write for it. */
export type CodeWords = { code: string; names: readonly string[] }

/** Where somebody is on the path. */
export const statuses = ['referral', 'waiting', 'care', 'aftercare', 'left'] as const
export type Status = (typeof statuses)[number]

type Names<Code extends string> = Readonly<Record<Code, readonly string[]>>

// What a referral and an outflow can say is for their slices to know; here is how people write it.
const words: {
  status: Names<Status | 'died'>
  source: Names<Source>
  destination: Names<Destination>
  gender: Names<'female' | 'male' | 'other' | 'unknown'>
} = {
  status: {
    referral: ['aangemeld', 'aanmelding', 'nieuw', 'triage'],
    waiting: ['wachtlijst', 'wacht', 'wachtend', 'wl', 'voorzorg', 'wacht op intake', 'intake'],
    care: ['in zorg', 'actief', 'lopend', 'zorg', 'in behandeling', 'client'],
    aftercare: ['nazorg'],
    left: ['uit zorg', 'uitgeschreven', 'afgesloten', 'gesloten', 'uitstroom', 'beeindigd'],
    died: ['overleden', 'overlijden'],
  },
  source: {
    gp: ['huisarts', 'ha'],
    poh: ['poh', 'poh ggz', 'praktijkondersteuner'],
    'basic-ggz': ['basis ggz', 'bggz', 'gb ggz', 'generalistische basis ggz'],
    ggz: ['ggz', 'ggz drenthe', 'sggz', 'fact', 'kliniek', 'polikliniek'],
    'crisis-service': ['crisisdienst', 'crisis', 'ibt', 'iht'],
    vnn: ['vnn', 'verslavingszorg', 'verslavingszorg noord nederland'],
    'supported-living': ['cosis', 'beschermd wonen', 'begeleid wonen', 'bw', 'ribw'],
    oggz: ['oggz', 'bemoeizorg'],
    'social-team': ['sociaal team', 'wijkteam', 'gemeente', 'wmo', 'wmo consulent'],
    police: ['politie', 'wijkagent'],
    welfare: ['welzijn', 'maatschappelijk werk', 'sedna', 'vaart welzijn'],
    self: ['zelf', 'client zelf', 'zelfverwijzer', 'eigen initiatief'],
    family: ['familie', 'naaste', 'partner', 'ouders', 'moeder', 'vader'],
    other: ['anders', 'overig', 'onbekend'],
  },
  destination: {
    gp: ['huisarts', 'ha', 'huisartsenzorg'],
    poh: ['poh', 'poh ggz', 'praktijkondersteuner'],
    'basic-ggz': ['basis ggz', 'bggz', 'gb ggz'],
    'next-carer': ['vervolgzorg', 'andere zorgaanbieder', 'fact', 'ggz', 'vnn', 'cosis'],
    elsewhere: ['elders', 'andere instelling', 'ander team', 'wlz'],
    moved: ['verhuisd', 'verhuizing'],
    died: ['overleden', 'overlijden'],
    other: ['anders', 'overig', 'onbekend', 'geen zorg meer nodig'],
  },
  gender: {
    female: ['vrouw', 'v', 'f', 'female', 'vrouwelijk'],
    male: ['man', 'm', 'male', 'mannelijk'],
    other: ['x', 'anders', 'non binair'],
    unknown: ['onbekend', 'o'],
  },
}

/** True for a code of where somebody left to. */
export function isDestination(code: string): code is Destination {
  return Object.hasOwn(words.destination, code)
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
  return Object.entries(words[field]).map(([code, names]) => ({ code, names }))
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
