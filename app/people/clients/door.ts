/** Adds a relative or a representative: a `Beside`; the id of the new row. */
export { addBeside } from './acts/add-beside.ts'
/** Changes the client's own data; Stale when `seen` is not what it is any more. */
export { changeIdentity } from './acts/change-identity.ts'
/** Writes down that a client died; twice does no harm. */
export { recordDeath } from './acts/record-death.ts'
/** Looks for a person, logged; Found[] or 'too-many' (thirty region-wide searches an hour). */
export { searchPeople } from './acts/search-people.ts'
/** Looks for whom another team knows, to be opened in an emergency: an id and the team's name. */
export { searchUrgent } from './acts/search-urgent.ts'
/** The top of each page of a dossier: who this is, and the other pages. */
export { DossierHead } from './parts/dossier-head.tsx'
/** What a search found, with an action of your own beside each own client. */
export { FoundPeople } from './parts/found-people.tsx'
/** Form fields, named as the Zod fields of the same name below; `personErrors(lang)` has the words of their codes. */
export {
  AddressFields,
  DetailFields,
  IdentityFields,
  PersonFields,
  personErrors,
  SearchFields,
} from './parts/person-fields.tsx'
export type { Beside } from './rules/beside-form.ts'
export { type Card, type Found, sortFound } from './rules/found.ts'
/** How a client is written, everywhere the same. */
export { fullName, initials, type Name } from './rules/name.ts'
export {
  addressFields,
  detailFields,
  identityForm,
  personFields,
  type Search,
  searchForm,
} from './rules/person-form.ts'
export { sealBsn } from './store/bsn.ts'
export { type Client, findClient, listFound, registerClient } from './store/clients.ts'
/** Where a letter can go: post address, own e-mail, relatives with e-mail. */
export { type Correspondence, findCorrespondence } from './store/correspondence.ts'
/** A death: addDeath (within an act) also ends the care of every team on that day. */
export { addDeath, findDeath } from './store/deaths.ts'
export { addDetails, findDetails, moveTo } from './store/details.ts'
export { addRelative, listRelatives, type Relative } from './store/relatives.ts'
/** Who was looked for travels sealed in a cookie of ten minutes, never in an address. */
export { rememberedSearch, rememberSearch } from './store/remembered-search.ts'
export { addRepresentative, listRepresentatives, type Representative } from './store/representatives.ts'
