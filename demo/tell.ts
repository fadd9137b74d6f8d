import { intoCare, leave, live } from './care.ts'
import type { Life } from './lives.ts'
import { early, type Persona, refer, triage, waitOn } from './refer.ts'
import type { Stage, Told } from './stage.ts'

/** Tells one life through the doors, each step at its own moment. */
export async function tellLife(stage: Stage, life: Life, persona?: Persona): Promise<Told> {
  const told = await refer(stage, life, persona)
  if (life.state === 'new') return told
  await triage(stage, life, told)
  if (life.state === 'consulted') return told
  if (life.hasEarlyContact) await early(stage, life, told)
  if (life.state === 'waiting') {
    await waitOn(stage, told)
    return told
  }
  await intoCare(stage, life, told)
  await live(stage, life, told)
  await leave(stage, life, told)
  return told
}
