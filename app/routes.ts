import { routes as trackingImport } from './exchange/tracking-import/routes.ts'
import { routes as agenda } from './office/agenda/routes.ts'
import { routes as documents } from './office/documents/routes.ts'
import { routes as care } from './path/care/routes.ts'
import { routes as contacts } from './path/contacts/routes.ts'
import { routes as instruments } from './path/instruments/routes.ts'
import { routes as recoveryBoard } from './path/recovery-board/routes.ts'
import { routes as recoveryPlan } from './path/recovery-plan/routes.ts'
import { routes as referral } from './path/referral/routes.ts'
import { routes as accounts } from './people/accounts/routes.ts'
import { routes as audit } from './people/audit/routes.ts'
import { routes as clients } from './people/clients/routes.ts'
import { routes as consent } from './people/consent/routes.ts'
import { routes as staff } from './people/staff/routes.ts'
import type { Route } from './platform/web.ts'
import { routes as day } from './screens/day/routes.ts'
import { routes as dossier } from './screens/dossier/routes.ts'
import { routes as portal } from './screens/portal/routes.ts'

/** Every page of the product; the access matrix of the tests is made from this table. */
export const routes: Route[] = [
  ...staff,
  ...clients,
  ...consent,
  ...audit,
  ...accounts,
  ...agenda,
  ...documents,
  ...care,
  ...referral,
  ...instruments,
  ...recoveryPlan,
  ...contacts,
  ...recoveryBoard,
  ...trackingImport,
  ...dossier,
  ...day,
  ...portal,
]
