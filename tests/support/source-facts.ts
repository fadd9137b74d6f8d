import { readFileSync } from 'node:fs'
import { numbersOn, numbersUnder, rowsOn } from './figures.ts'

/** One figure of the third practice evaluation (E 4.2-4.6), or for Midden-Drenthe of the council letter of 2022. */
export type Fact = { team: string; fact: string; value: number }

type Counts = Record<string, number>

/** What /caseload says of a team, by the words that stand there. */
export type Caseload = {
  numbers: Counts
  people: Counts
  aftercare: Counts
  outflow: Counts
  sources: Counts
}

/** The figures as they were printed, word for word. */
export function printedFacts(): Fact[] {
  const csv = readFileSync(new URL('../../demo/facts/caseload-2020-03.csv', import.meta.url), 'utf8')
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [team = '', fact = '', value] = line.split(',')
      return {
        team: team === 'dewolden_hoogeveen' ? 'hoogeveen' : team.replace('_', '-'),
        fact,
        value: Number(value),
      }
    })
}

/** The page as a reader sees it. */
export function caseloadOn(html: string): Caseload {
  return {
    numbers: numbersOn(html),
    people: Object.fromEntries(rowsOn(html).map(([name = '', people]) => [name, Number(people)])),
    aftercare: numbersUnder(html, 'Nazorg'),
    outflow: numbersUnder(html, 'Uit zorg, laatste zes maanden'),
    sources: numbersUnder(html, 'Aangemeld, laatste zes maanden'),
  }
}

/** Where each figure of the source is read on the page. */
export const reading: Record<string, (page: Caseload) => number | undefined> = {
  clients_in_care: ({ numbers }) => numbers['mensen in zorg'],
  waiting_for_intake: ({ numbers }) => numbers['wachten op een intake'],
  clients_shared_by_two_or_more: ({ numbers }) => numbers['bij twee of meer organisaties'],
  clients_ggz_drenthe: ({ people }) => people['GGZ Drenthe'],
  clients_cosis: ({ people }) => people.Cosis,
  clients_vnn: ({ people }) => people.VNN,
  clients_welfare: ({ people }) => people.Sedna ?? people['SWW Hoogeveen'],
  aftercare_total: ({ numbers }) => numbers['in nazorg'],
  aftercare_to_basic_ggz: ({ aftercare }) => aftercare['basis-GGZ'],
  aftercare_moved: ({ aftercare }) => aftercare.verhuisd,
  referrals_last_6_months: ({ sources }) => sum(sources),
  inflow_last_6_months: ({ sources }) => sum(sources),
  referrals_from_ggz_drenthe: ({ sources }) => sum(sources, 'GGZ', 'basis-GGZ', 'crisisdienst'),
  referrals_from_gp: ({ sources }) => sources.huisarts,
  referrals_from_external: ({ sources }) =>
    sum(sources, 'sociaal team of wijkteam', 'politie', 'welzijn', 'familie of naaste', 'anders'),
  referrals_from_vnn: ({ sources }) => sources['verslavingszorg (VNN)'],
  referrals_from_oggz: ({ sources }) => sources.OGGZ,
  outflow_last_6_months: ({ outflow }) => sum(outflow),
  outflow_to_gp_or_poh: ({ outflow }) => sum(outflow, 'huisarts', 'POH-GGZ'),
  outflow_to_poh: ({ outflow }) => outflow['POH-GGZ'],
  outflow_to_basic_ggz: ({ outflow }) => outflow['basis-GGZ'],
  outflow_waiting_for_next_carer: ({ outflow }) => outflow['een ander team of andere behandelaar'],
  outflow_moved: ({ outflow }) => outflow.verhuisd,
  outflow_died: ({ outflow }) => outflow.overleden,
  outflow_other: ({ outflow }) => outflow.anders,
}

/** Figures of the source that stand on no page yet; docs/demo.md says why. */
export const onNoPage = [
  'clients_vnn_unserved',
  'clients_not_counted_dbc_elsewhere',
  'cosis_hours_per_client_per_year',
  'admissions',
  'admissions_prevented',
  'consultation_only_persons',
  'relatives_involved_share_of_contacts',
  'relatives_family_share_of_clients',
  'relatives_others_share_of_remaining',
  'relatives_share_of_clients',
  'average_caseload',
  'referrals_from_ggz_for_package',
  'joint_home_visits_last_6_months',
  'clients_with_wmo',
]

function sum(counts: Counts, ...labels: string[]): number {
  const chosen = labels.length > 0 ? labels : Object.keys(counts)
  return chosen.reduce((total, label) => total + (counts[label] ?? 0), 0)
}
