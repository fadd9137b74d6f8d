/** Ends one word by its id; NotFound when it does not stand (any more). */
export { endConsent } from './acts/end-consent.ts'
/** The earlier story opens again, in an act of its own; the number of episodes. */
export { permitEarlierStory } from './acts/permit-earlier-story.ts'
/** { party, sections, until, givenBy }: lets somebody see parts of the dossier. */
export { recordConsent } from './acts/record-consent.ts'
/** The client wants nobody outside the treatment to look after death. */
export { refuseAfterDeath } from './acts/refuse-after-death.ts'
/** { what: 'shield' | 'lift', party, how: 'all' | 'some', sections, givenBy }. */
export { shieldParts } from './acts/shield-parts.ts'
/** { what: 'shield' | 'lift', party }: one row, from an organisation or a person. */
export { shieldRow } from './acts/shield-row.ts'
/** What the forms of consent and of shielding give. */
export { type Consent, type RowShield, rowShieldForm, type Shield } from './rules/consent-forms.ts'
/** An organisation, a team or a person; and whether it is oneself, or where one works. */
export { isOwnParty, type Party, parseParty, writeParty } from './rules/party.ts'
/** The parts about which a client speaks. */
export { type Shareable, shareable } from './rules/sections.ts'
/** The earlier story opens, within a transaction of another act; how many episodes that opened. */
export { reopenEarlier } from './store/reopenings.ts'
/** What stands today: to a worker only what is allowed, to the client every word; and what limits stand beside it. */
export { findLimits, listStanding, type Standing } from './store/words.ts'
