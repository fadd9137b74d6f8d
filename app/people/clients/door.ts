/** Adds a relative or a representative: a `Beside`; the id of the new row. */
export { addBeside } from './acts/add-beside.ts'
/** Looks for a person, logged; Found[], 'too-little' to search for, or 'too-many' (thirty region-wide searches an hour). */
export { searchPeople } from './acts/search-people.ts'
/** Looks for whom another team knows, to be opened in an emergency: an id and the team's name. */
export { searchUrgent } from './acts/search-urgent.ts'
/** Writes down the e-mail address of who has none; Stale when there is one by now, or it may not be written. */
export { writeEmail } from './acts/write-email.ts'
/** Where a client lives; a secret address folded away under a warning. */
export { Address } from './parts/address.tsx'
/** The top of each page of a dossier: who this is, and the other pages. */
export { DossierHead } from './parts/dossier-head.tsx'
/** What a search found, with an action of your own beside each own client. */
export { FoundPeople } from './parts/found-people.tsx'
/** Form fields, named as the Zod fields of the same name below; `personErrors(lang)` has the words of their codes. */
export {
  AddressFields,
  DetailFields,
  PersonFields,
  personErrors,
  SearchFields,
} from './parts/person-fields.tsx'
/** What a search found: own clients apart from teams that know somebody like this; isSameAs: could this be the typed person? */
export { type Card, type Found, isSameAs, sortFound } from './rules/found.ts'
/** How a client is written, everywhere the same. */
export { fullName, initials, type Name } from './rules/name.ts'
/** Zod fields of a person, the details and the address, and the forms of changing and of searching. */
export {
  addressFields,
  detailFields,
  emailForm,
  personFields,
  type Search,
  searchForm,
} from './rules/person-form.ts'
/** A BSN as it is stored: sealed, with a mark by which the same number is recognised; null stays null. */
export { sealBsn } from './store/bsn.ts'
/** An opened client (undefined when not opened), what the search of this request found, and registering somebody new. */
export { type Client, findClient, registerClient } from './store/clients.ts'
/** How a client is reached: post address, own telephone and e-mail, relatives with e-mail. */
export { type Correspondence, findCorrespondence } from './store/correspondence.ts'
/** A death: addDeath (within an act) also ends the care of every team on that day. */
export { addDeath, findDeath } from './store/deaths.ts'
/** Details and address of an opened client (undefined where identity is not open), the first ones, and a new address from today on. */
export { type Address as Residence, addDetails, findAddress, findDetails, moveTo } from './store/details.ts'
/** Who stand beside an opened client; none where "relatives" is not open. `mayHearConfidences`: is that part open? */
export { addRelative, listRelatives, mayHearConfidences, type Relative } from './store/relatives.ts'
/** Who was looked for travels sealed in a cookie of ten minutes, never in an address. */
export { rememberedSearch, rememberSearch } from './store/remembered-search.ts'
