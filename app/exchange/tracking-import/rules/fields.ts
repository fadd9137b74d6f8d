/** What a column of a client tracking sheet can be. */
export const fieldCodes = [
  'name',
  'givenName',
  'infix',
  'familyName',
  'birthDate',
  'gender',
  'bsn',
  'phone',
  'email',
  'street',
  'houseNumber',
  'postcode',
  'city',
  'gp',
  'insurer',
  'received',
  'source',
  'referrer',
  'ownQuestion',
  'status',
  'careFrom',
  'organisations',
  'lead',
  'caseManager',
  'phase',
  'phaseOn',
  'leftOn',
  'destination',
] as const

export type Field = (typeof fieldCodes)[number]

/** Headings that people write above each column; the first is the one in the template. */
export const fields: readonly { code: Field; names: readonly string[] }[] = [
  { code: 'givenName', names: ['Voornaam', 'Voornamen', 'Roepnaam', 'Voorletters', 'First name'] },
  { code: 'infix', names: ['Tussenvoegsel', 'Tussenvoegsels', 'Tussenv', 'Voorvoegsel', 'TV'] },
  {
    code: 'familyName',
    names: [
      'Achternaam',
      'Familienaam',
      'Familie naam',
      'Achter naam',
      'Geslachtsnaam',
      'Last name',
      'Surname',
    ],
  },
  { code: 'name', names: ['Naam', 'Naam cliënt', 'Cliënt', 'Cliëntnaam', 'Volledige naam', 'Name'] },
  {
    code: 'birthDate',
    names: [
      'Geboortedatum',
      'Geb datum',
      'Gebdatum',
      'Geboren',
      'Geb',
      'Geb dd',
      'Geboorte dd',
      'Date of birth',
    ],
  },
  { code: 'gender', names: ['Geslacht', 'M/V', 'Gender'] },
  { code: 'bsn', names: ['BSN', 'Burgerservicenummer', 'BSN nummer', 'Sofinummer'] },
  { code: 'phone', names: ['Telefoon', 'Telefoonnummer', 'Tel', 'Tel nr', 'Mobiel', 'Phone'] },
  { code: 'email', names: ['E-mail', 'E-mailadres', 'Emailadres', 'Mail', 'Mailadres'] },
  { code: 'street', names: ['Adres', 'Straat', 'Straatnaam', 'Woonadres', 'Address'] },
  { code: 'houseNumber', names: ['Huisnummer', 'Huisnr', 'Nr', 'Nummer'] },
  { code: 'postcode', names: ['Postcode', 'PC'] },
  { code: 'city', names: ['Plaats', 'Woonplaats', 'Gemeente'] },
  { code: 'gp', names: ['Huisarts', 'Naam huisarts', 'Huisartsenpraktijk'] },
  { code: 'insurer', names: ['Verzekeraar', 'Zorgverzekeraar', 'Verzekering'] },
  {
    code: 'received',
    names: [
      'Aanmelddatum',
      'Datum aanmelding',
      'Aangemeld op',
      'Aangemeld',
      'Datum binnenkomst',
      'Binnengekomen',
      'Binnengekomen dd',
      'Aanmeld dd',
      'Verwijsdatum',
    ],
  },
  { code: 'source', names: ['Verwijzer', 'Soort verwijzer', 'Verwezen door', 'Aangemeld door', 'Herkomst'] },
  { code: 'referrer', names: ['Naam verwijzer', 'Contactpersoon verwijzer'] },
  { code: 'ownQuestion', names: ['Hulpvraag', 'Eigen vraag', 'Vraag', 'Reden aanmelding'] },
  { code: 'status', names: ['Status', 'Stand', 'Fase traject', 'Zorgstatus'] },
  {
    code: 'careFrom',
    names: ['Datum in zorg', 'In zorg sinds', 'Startdatum', 'Start zorg', 'Datum intake', 'Intake'],
  },
  { code: 'organisations', names: ['Organisaties', 'Organisatie', 'Betrokken organisaties', 'Instelling'] },
  { code: 'lead', names: ['Regiebehandelaar', 'RB', 'Behandelaar'] },
  { code: 'caseManager', names: ['Casemanager', 'CM', 'Begeleider', 'Contactpersoon'] },
  { code: 'phase', names: ['Fase', 'Herstelfase', 'Fase van herstel'] },
  { code: 'phaseOn', names: ['Datum fase', 'Fase bepaald op'] },
  {
    code: 'leftOn',
    names: ['Datum uit zorg', 'Uit zorg sinds', 'Einddatum', 'Datum uitstroom', 'Uitgeschreven'],
  },
  { code: 'destination', names: ['Bestemming', 'Uitstroom naar', 'Doorverwezen naar', 'Reden uitstroom'] },
]

/** Fields whose values mean something that the product has a code for. */
export const codedFields = [
  'status',
  'source',
  'destination',
  'gender',
  'organisations',
  'lead',
  'caseManager',
] as const
export type CodedField = (typeof codedFields)[number]

/** True for a field whose values are to be mapped. */
export function isCoded(field: string): field is CodedField {
  return (codedFields as readonly string[]).includes(field)
}

/** The parts of a cell that mean something each: "GGZ Drenthe, VNN" are two organisations. */
export function partsOf(field: CodedField, cell: string): string[] {
  const parts = field === 'organisations' ? cell.split(/[,;/+\n]|\ben\b/) : [cell]
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/** What stops a choice of columns: nothing says the family name, or one field is chosen twice. */
export function columnsProblem(columns: string[]): 'no-name' | 'field-twice' | null {
  const chosen = columns.filter((column) => column !== '')
  if (new Set(chosen).size < chosen.length) return 'field-twice'
  return chosen.includes('familyName') || chosen.includes('name') ? null : 'no-name'
}
