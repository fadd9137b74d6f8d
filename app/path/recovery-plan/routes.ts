import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as goal, post as postGoal } from './pages/my-goal.tsx'
import { get as myPart, post as postMyPart } from './pages/my-part.tsx'
import { get as myPlan, post as postMyPlan } from './pages/my-plan.tsx'
import { get as myProposal, post as postMyProposal } from './pages/my-proposal.tsx'
import { get as myStatement, post as postMyStatement } from './pages/my-statement.tsx'
import { get as plan } from './pages/plan.tsx'
import { post as postProposal, get as propose } from './pages/propose.tsx'
import { post as postStatement, get as statement } from './pages/statement.tsx'
import { post as postTalk, get as talk } from './pages/talk.tsx'

const team: Role[] = ['practitioner', 'trainee', 'supporter', 'peer', 'welfare']

export const routes: Route[] = [
  { path: 'plan', for: [...team, 'wmo-consultant'], get: plan },
  { path: 'newProposal', for: team, get: propose, post: postProposal },
  { path: 'proposal', for: team, get: talk, post: postTalk },
  { path: 'newStatement', for: ['practitioner'], get: statement, post: postStatement },
  { path: 'portalPlan', for: ['client'], get: myPlan, post: postMyPlan },
  { path: 'portalPart', for: ['client'], get: myPart, post: postMyPart },
  { path: 'portalNewGoal', for: ['client'], get: goal, post: postGoal },
  { path: 'portalGoal', for: ['client'], get: goal, post: postGoal },
  { path: 'portalStatement', for: ['client'], get: myStatement, post: postMyStatement },
  { path: 'portalProposal', for: ['client'], get: myProposal, post: postMyProposal },
]
