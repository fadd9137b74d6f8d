/** What an organisation is to the region. */
export const kinds = [
  'mental-health',
  'addiction',
  'supported-living',
  'welfare',
  'municipality',
  'insurer',
  'other',
] as const
export type OrganisationKind = (typeof kinds)[number]
