/** Who may refer; the source's own counts are by these (E 4.2). */
export const sources = [
  'gp',
  'poh',
  'ggz',
  'basic-ggz',
  'crisis-service',
  'vnn',
  'supported-living',
  'oggz',
  'social-team',
  'police',
  'welfare',
  'self',
  'family',
  'other',
] as const

export type Source = (typeof sources)[number]
