/** { party, sections, until, givenBy }: lets somebody see parts of the dossier. */
export { recordConsent } from './acts/record-consent.ts'
/** { what: 'shield' | 'lift', party, how: 'all' | 'some', sections, givenBy }. */
export { shieldParts } from './acts/shield-parts.ts'
/** { what: 'shield' | 'lift', party }: one row, from an organisation or a person. */
export { shieldRow } from './acts/shield-row.ts'
/** What the forms of consent and of shielding give. */
export { type Consent, rowShieldForm } from './rules/consent-forms.ts'
/** An organisation, a team or a person; and whether it is oneself, or where one works. */
export { isOwnParty, writeParty } from './rules/party.ts'
/** The parts about which a client speaks. */
export { type Shareable, shareable } from './rules/sections.ts'
/** The earlier story opens, within a transaction of another act; how many episodes that opened. */
export { reopenEarlier } from './store/reopenings.ts'
