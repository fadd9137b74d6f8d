import { randomUUIDv7 } from 'node:crypto'
import { seal, unseal } from '../../../platform/keys.ts'
import type { House } from '../../../platform/web.ts'
import { type NewStep, parseStep, type Step } from '../rules/step.ts'

const purpose = 'ol-stap'

/** How long one step may take, in seconds. */
export const stepSeconds = 600

/** A step as the visitor carries it: sealed, good for ten minutes. */
export function sealStep(house: House, step: NewStep): string {
  const whole = { ...step, id: randomUUIDv7(), until: Date.now() + stepSeconds * 1000 }
  return seal(house.keys.secret, purpose, JSON.stringify(whole)).toString('base64url')
}

/** The step that a visitor carries; null when it is altered, over or none of ours. */
export function unsealStep(house: House, sealed: string): Step | null {
  const text = unseal(house.keys.secret, purpose, Buffer.from(sealed, 'base64url'))
  return text === null ? null : parseStep(text, new Date())
}

/** Marks a step as taken; false when it was taken before. */
export async function spendStep(house: House, step: Step): Promise<boolean> {
  const before = new Date(Date.now() - 2 * stepSeconds * 1000)
  return house.database.signin.transaction().execute(async (tx) => {
    await tx.deleteFrom('accounts.spent_steps').where('at', '<', before).execute()
    const result = await tx
      .insertInto('accounts.spent_steps')
      .values({ id: step.id, at: new Date() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return result.numInsertedOrUpdatedRows === 1n
  })
}
