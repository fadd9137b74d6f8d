import type { Line } from './line.ts'

// Names of the fields as in the public descriptions of NEN 7513 (2018); after them three of our own.
type Field = [name: string, of: (line: Line, source: string) => string]

const codes: Record<Line['event'], string> = {
  dossier: '110110',
  emergency: '110110',
  register: '110110',
  job: '110110',
  list: '110112',
  many: '110112',
  search: '110112',
  export: '110106',
  log: '110101',
  rights: '110113',
}

const objects: Record<Line['event'], string> = {
  dossier: 'dossier',
  emergency: 'dossier',
  register: 'dossier',
  job: 'dossier',
  many: 'dossier',
  list: 'teamlijst',
  search: 'zoekvraag',
  export: 'logboek',
  log: 'logboek',
  rights: 'recht',
}

/** DICOM audit event (CID 400): patient record, query, export, audit log used, security alert. */
export function eventCode(event: Line['event']): string {
  return codes[event]
}

/** 0 is success, 4 a refusal (AuditEvent.outcome). */
export function outcomeOf(granted: boolean): '0' | '4' {
  return granted ? '0' : '4'
}

/** A ground that rests on the client's word instead of on the treatment. */
export function isConsent(basis: string): boolean {
  return /BW 7:457 lid 1\b|AVG 9 lid 2 a\b|Wmo 5\.2\.5|Wabvpz 15a/.test(basis)
}

const fields: Field[] = [
  ['gebeurteniscode', (line) => eventCode(line.event)],
  ['actiecode', (line) => line.action],
  ['datum_tijd', (line) => line.moment.toISOString()],
  ['resultaat', (line) => outcomeOf(line.granted)],
  ['gebruikers_id', (line) => line.personId],
  ['verantwoordelijke_gebruiker', (line) => line.person],
  ['gebruikersnaam', (line) => line.person],
  ['gebruikersrol', (line) => [line.role, line.function].filter(Boolean).join(': ')],
  ['organisatie', (line) => line.organisation],
  ['autorisatieprotocol', (line) => line.basis.join('; ')],
  ['behandelrelatieprotocol', (line) => line.basis.filter((basis) => !isConsent(basis)).join('; ')],
  ['toestemmingsprofiel', (line) => line.basis.filter(isConsent).join('; ')],
  ['netwerkadres_of_werkplek', (line) => line.device],
  ['logbron_id', (_, source) => source],
  ['client_identificatie', (line) => line.clientId ?? ''],
  ['object_identificatortype', (line) => objects[line.event]],
  ['object_identificator', (line) => line.clientId ?? (line.team || line.id)],
  ['zoekvraag', (line) => line.query],
  ['reden', (line) => line.reason],
  ['doel', (line) => line.purpose],
  ['onderdelen', (line) => line.sections.join(' ')],
  ['logregel_id', (line) => line.id],
]

/** The names of the columns of an export. */
export const heading = fields.map(([name]) => name)

/** A line as the norm wants it, in the order of the heading; `source` names this system. */
export function rowOf(line: Line, source: string): string[] {
  return fields.map(([, of]) => of(line, source))
}
