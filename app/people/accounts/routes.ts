import type { Route } from '../../platform/web.ts'
import * as access from './pages/access.tsx'
import * as accessOf from './pages/access-of.tsx'
import * as account from './pages/account.tsx'
import * as code from './pages/code.tsx'
import * as demo from './pages/demo.ts'
import * as endSession from './pages/end-session.ts'
import * as enrol from './pages/enrol.tsx'
import * as home from './pages/home.ts'
import * as language from './pages/language.ts'
import * as newCodes from './pages/new-codes.tsx'
import * as password from './pages/password.tsx'
import * as recoveryCode from './pages/recovery-code.tsx'
import * as recoveryCodes from './pages/recovery-codes.tsx'
import * as role from './pages/role.tsx'
import * as setUp from './pages/set-up.tsx'
import * as signIn from './pages/sign-in.tsx'
import * as signOut from './pages/sign-out.ts'
import * as startPassword from './pages/start-password.tsx'
import * as switchRole from './pages/switch-role.tsx'
import * as workerAccount from './pages/worker-account.tsx'
import * as workerFactor from './pages/worker-factor.tsx'
import * as workerPassword from './pages/worker-password.tsx'

export const routes: Route[] = [
  { path: 'home', for: 'anyone', get: home.get },
  { path: 'setUp', for: 'anyone', get: setUp.get, post: setUp.post, guessable: true },
  { path: 'signIn', for: 'anyone', get: signIn.get, post: signIn.post, guessable: true },
  { path: 'secondFactor', for: 'anyone', get: code.get, post: code.post, guessable: true },
  { path: 'recoveryCode', for: 'anyone', get: recoveryCode.get, post: recoveryCode.post, guessable: true },
  { path: 'enrol', for: 'anyone', get: enrol.get, post: enrol.post, guessable: true },
  { path: 'recoveryCodes', for: 'anyone', get: recoveryCodes.get, post: recoveryCodes.post },
  { path: 'startPassword', for: 'anyone', get: startPassword.get, post: startPassword.post },
  { path: 'chooseRole', for: 'anyone', get: role.get, post: role.post },
  { path: 'signOut', for: 'anyone', post: signOut.post },
  { path: 'demoSignIn', for: 'anyone', post: demo.post },
  { path: 'demoList', for: 'anyone', get: demo.get },
  { path: 'language', for: 'anyone', get: language.get },
  { path: 'account', for: 'signed-in', get: account.get },
  {
    path: 'accountPassword',
    for: 'signed-in',
    get: password.get,
    post: password.post,
    secret: true,
    guessable: true,
  },
  {
    path: 'accountCodes',
    for: 'signed-in',
    get: newCodes.get,
    post: newCodes.post,
    secret: true,
    guessable: true,
  },
  { path: 'accountRole', for: 'signed-in', get: switchRole.get, post: switchRole.post },
  { path: 'workerAccount', for: ['administrator'], get: workerAccount.get, post: workerAccount.post },
  { path: 'access', for: ['practitioner'], get: access.get },
  { path: 'accessOf', for: ['practitioner'], get: accessOf.get, post: accessOf.post },
  { path: 'workerPassword', for: ['administrator'], get: workerPassword.get, post: workerPassword.post },
  { path: 'workerFactor', for: ['administrator'], get: workerFactor.get, post: workerFactor.post },
  { path: 'accountSession', for: 'signed-in', post: endSession.post },
]
