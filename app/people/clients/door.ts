/** Looks for a person, logged; Found[] or 'too-many' (thirty region-wide searches an hour). */
export { searchPeople } from './acts/search-people.ts'
/** The parts of one dossier, above each of its pages. */
export { type DossierTab, DossierTabs } from './parts/dossier-tabs.tsx'
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
export { addDetails, findAddress, findDetails, moveTo } from './store/details.ts'
export { addRelative, listRelatives, type Relative } from './store/relatives.ts'
/** Who was looked for travels sealed in a cookie of ten minutes, never in an address. */
export { rememberedSearch, rememberSearch } from './store/remembered-search.ts'
