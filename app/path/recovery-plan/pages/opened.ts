import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { type Client, findClient } from '../../../people/clients/door.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me } from '../../../platform/web.ts'
import { type PartWords, partsOf } from '../parts/part-words.ts'
import { type Plan, planOf } from '../rules/plan.ts'
import type { Sentence } from '../rules/sentence.ts'
import { latestOf, type Statement } from '../rules/statement.ts'
import { type Agreement, findAround, listProposals, listSentences } from '../store/plan.ts'

/** An opened plan with what pages say around it. */
export type Opened = {
  client: Client
  plan: Plan
  sentences: Sentence[]
  parts: PartWords[]
  agreement: Agreement | null
  /** the latest of each kind; null where they are not open */
  statements: Statement[] | null
}

/** Opens the plan of the client in the path for a worker. Throws NotFound where the plan is not open. */
export function openPlan(c: Ctx): Promise<Opened> {
  return open(c, idParam<ClientId>(c, 'clientId'), 'care')
}

/** Opens the plan of whoever is signed in as a client. */
export function openMyPlan(c: Ctx): Promise<Opened> {
  const { ownClient } = me(c)
  if (!ownClient) throw new NotFound('no dossier yet')
  return open(c, ownClient, 'own')
}

function open(c: Ctx, id: ClientId, purpose: 'care' | 'own'): Promise<Opened> {
  return read(asker(c), [{ dossier: id, purpose }], async (tx) => {
    const client = await findClient(tx, id)
    const around = client && (await findAround(tx, id))
    if (!client || !around?.isOpen) throw new NotFound('no plan here')
    const sentences = await listSentences(tx, id)
    const plan = planOf(sentences, await listProposals(tx, id))
    return {
      client,
      plan,
      sentences,
      parts: partsOf(around.template, c.var.lang),
      agreement: around.agreement,
      statements: around.statements && latestOf(around.statements),
    }
  })
}
