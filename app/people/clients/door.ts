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
export { type Client, type Found, findClient, listFound, registerClient } from './store/clients.ts'
export { addDetails, findAddress, findDetails, moveTo } from './store/details.ts'
export { addRelative, listRelatives, type Relative } from './store/relatives.ts'
