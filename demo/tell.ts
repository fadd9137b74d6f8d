import { intoCare, leave } from './care.ts'
import { consents } from './consents.ts'
import type { Life } from './lives.ts'
import { live } from './meet.ts'
import { early, type Persona, refer, triage, waitOn } from './refer.ts'
import type { Stage, Told } from './stage.ts'

/** Tells one life through the doors, each step at its own moment. */
export async function tellLife(stage: Stage, life: Life, persona?: Persona): Promise<Told> {
  const told = await refer(stage, life, persona)
  if (life.state === 'new') return told
  const promised = await triage(stage, life, told)
  if (!promised) return told
  if (life.hasEarlyContact) await early(stage, told, promised)
  if (life.state === 'waiting') {
    await waitOn(stage, told)
    return told
  }
  const on = await intoCare(stage, life, told)
  await consents(stage, life, { told, on })
  await live(stage, life, told)
  await leave(stage, life, told)
  return told
}
