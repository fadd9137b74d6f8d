/**
 * The parts of a dossier about which a client speaks. What a relative told in confidence is not the client's to share,
 * and whoever may see any part sees that the person is a client ("list").
 */
export const shareable = [
  'identity',
  'referral',
  'plan',
  'crisis',
  'medication',
  'measures',
  'reports',
  'treatment',
  'relatives',
  'indications',
  'agenda',
] as const
export type Shareable = (typeof shareable)[number]
