import { type Field, fields } from './fields.ts'

const example: Partial<Record<Field, string>> = {
  givenName: 'Voorbeeld',
  infix: 'van',
  familyName: 'Proefpersoon',
  birthDate: '14-05-1978',
  gender: 'vrouw',
  phone: '0592 000 000',
  street: 'Voorbeeldstraat',
  houseNumber: '1',
  postcode: '9401 AB',
  city: 'Assen',
  received: '12-01-2026',
  source: 'huisarts',
  ownQuestion: 'Ik wil weer rust in mijn hoofd',
  status: 'in zorg',
  careFrom: '16-02-2026',
  organisations: 'GGZ, VNN',
  phase: '2',
  phaseOn: '16-02-2026',
}

/** The rows of the template: a heading for each field, and one example. "Naam" is left out: three columns say it better. */
export function templateRows(): string[][] {
  const shown = fields.filter(({ code }) => code !== 'name')
  return [shown.map(({ names }) => names[0] ?? ''), shown.map(({ code }) => example[code] ?? '')]
}
