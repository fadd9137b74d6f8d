import type { Carer } from './plans.ts'

/** Organisations of the region; the names are real, everybody who works in them is invented. */
export const organisations = [
  { key: 'ggz', name: 'GGZ Drenthe', kind: 'mental-health' },
  { key: 'vnn', name: 'VNN', kind: 'addiction' },
  { key: 'cosis', name: 'Cosis', kind: 'supported-living' },
  { key: 'welfare-assen', name: 'Vaart Welzijn', kind: 'welfare' },
  { key: 'welfare-emmen', name: 'Sedna', kind: 'welfare' },
  { key: 'welfare-hoogeveen', name: 'SWW Hoogeveen', kind: 'welfare' },
  { key: 'welfare-midden-drenthe', name: 'Welzijnswerk Midden-Drenthe', kind: 'welfare' },
  { key: 'gemeente-assen', name: 'Gemeente Assen', kind: 'municipality' },
  { key: 'gemeente-emmen', name: 'Gemeente Emmen', kind: 'municipality' },
  { key: 'gemeente-hoogeveen', name: 'Gemeente Hoogeveen', kind: 'municipality' },
  { key: 'gemeente-de-wolden', name: 'Gemeente De Wolden', kind: 'municipality' },
  { key: 'gemeente-midden-drenthe', name: 'Gemeente Midden-Drenthe', kind: 'municipality' },
] as const

export const municipalities = [
  { code: '0106', name: 'Assen' },
  { code: '0114', name: 'Emmen' },
  { code: '0118', name: 'Hoogeveen' },
  { code: '1690', name: 'De Wolden' },
  { code: '1731', name: 'Midden-Drenthe' },
] as const

type Area = { team: string; municipality: string; city: string; postcodes: [string, string][] }

/** Postcode areas of the demo; which team serves which one is invented. */
export const areas: Area[] = [
  {
    team: 'assen',
    municipality: '0106',
    city: 'Assen',
    postcodes: [
      ['9401', 'Centrum'],
      ['9402', 'Lariks'],
      ['9403', 'Vredeveld'],
      ['9404', 'Assen-Oost'],
      ['9405', 'Pittelo'],
      ['9406', 'Peelo'],
      ['9407', 'Marsdijk'],
      ['9408', 'Kloosterveen'],
    ],
  },
  {
    team: 'emmen',
    municipality: '0114',
    city: 'Emmen',
    postcodes: [
      ['7811', 'Centrum'],
      ['7812', 'Emmermeer'],
      ['7815', 'Emmerhout'],
      ['7822', 'Angelslo'],
      ['7824', 'Rietlanden'],
      ['7827', 'Bargeres'],
    ],
  },
  {
    team: 'hoogeveen',
    municipality: '0118',
    city: 'Hoogeveen',
    postcodes: [
      ['7901', 'Centrum'],
      ['7902', 'Wolfsbos'],
      ['7903', 'De Weide'],
      ['7905', 'Krakeel'],
      ['7908', 'Erflanden'],
    ],
  },
  {
    team: 'hoogeveen',
    municipality: '1690',
    city: 'Zuidwolde',
    postcodes: [
      ['7921', 'Zuidwolde'],
      ['7957', 'De Wijk'],
      ['7963', 'Ruinen'],
    ],
  },
  {
    team: 'midden-drenthe',
    municipality: '1731',
    city: 'Beilen',
    postcodes: [
      ['9411', 'Beilen'],
      ['9431', 'Westerbork'],
      ['9422', 'Smilde'],
    ],
  },
]

/** Address and telephone of each team, as in its letters; the number is one that nobody has. */
export const teamDesks: Record<string, { address: string; phone: string }> = {
  assen: { address: 'Wijkcentrum De Es, Lindelaan 12, 9402 AB Assen', phone: '0592 555 010' },
  emmen: { address: 'Buurthuis De Brink, Eikenhof 3, 7822 CD Emmen', phone: '0591 555 020' },
  hoogeveen: { address: 'Dienstencentrum Het Haagje, Beukweg 8, 7901 EF Hoogeveen', phone: '0528 555 030' },
  'midden-drenthe': { address: 'MFC De Veste, Esdoornlaan 5, 9411 GH Beilen', phone: '0593 555 040' },
}

export type Post = { function: string; carer: Carer; count: number }

/** Who works in every team: function, by whom employed, how many. */
export const posts: Post[] = [
  { function: 'secretary', carer: 'ggz', count: 1 },
  { function: 'project-leader', carer: 'ggz', count: 1 },
  { function: 'case-manager', carer: 'ggz', count: 3 },
  { function: 'community-nurse', carer: 'ggz', count: 2 },
  { function: 'psychiatrist', carer: 'ggz', count: 1 },
  { function: 'psychologist', carer: 'ggz', count: 1 },
  { function: 'addiction-worker', carer: 'vnn', count: 1 },
  { function: 'supported-living-worker', carer: 'cosis', count: 2 },
  { function: 'peer-expert', carer: 'ggz', count: 1 },
  { function: 'social-worker', carer: 'welfare', count: 1 },
  { function: 'trainee', carer: 'ggz', count: 1 },
  { function: 'duty-desk', carer: 'ggz', count: 1 },
]

/** Posts outside the teams: one of each in the whole region. */
export const offices = [
  { slug: 'privacy', function: 'privacy-officer', organisation: 'ggz' },
  { slug: 'beheer', function: 'administrator', organisation: 'ggz' },
  { slug: 'controller', function: 'controller', organisation: 'cosis' },
  { slug: 'locatie', function: 'line-manager', organisation: 'cosis' },
  { slug: 'programma', function: 'programme-manager', organisation: 'ggz' },
  { slug: 'wmo-assen', function: 'wmo-consultant', organisation: 'gemeente-assen' },
  { slug: 'wethouder', function: 'steering-group-member', organisation: 'gemeente-assen' },
  { slug: 'onderzoek', function: 'researcher', organisation: 'ggz' },
] as const
