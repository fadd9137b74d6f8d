/** The parts of a dossier that a consent, a shielding or a role is about (house 5; "referral" and "consent" added: decision 0002). */
export const sections = [
  'identity',
  'referral',
  'plan',
  'crisis',
  'medication',
  'measures',
  'reports',
  'treatment',
  'relatives',
  'in-confidence',
  'indications',
] as const

export type Section = (typeof sections)[number]

/** Why a dossier is opened; stands in the access log. */
export type Purpose =
  | 'care'
  | 'referral'
  | 'consultation'
  | 'meeting'
  | 'indication'
  | 'administration'
  | 'import'
  | 'own'
  | 'audit'
  | 'job'
