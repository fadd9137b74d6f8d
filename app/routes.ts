import { routes as referral } from './path/referral/routes.ts'
import { routes as accounts } from './people/accounts/routes.ts'
import type { Route } from './platform/web.ts'

/** Every page of the product; the access matrix of the tests is made from this table. */
export const routes: Route[] = [...accounts, ...referral]
