import { z } from 'zod'

const common = { id: z.uuid(), until: z.number(), back: z.string().nullable() }

const schema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('code'), pass: z.string() }),
  z.object({
    ...common,
    kind: z.literal('enrol'),
    personId: z.uuid(),
    uri: z.string(),
    codes: z.array(z.string()),
  }),
  z.object({ ...common, kind: z.literal('codes'), personId: z.uuid(), codes: z.array(z.string()) }),
  z.object({ ...common, kind: z.literal('password'), personId: z.uuid() }),
  z.object({ ...common, kind: z.literal('role'), personId: z.uuid() }),
])

/**
 * Where somebody is between password and session. code: the password was right, the second factor is asked; enrol: there
 * is none yet; codes: it was just made, its recovery codes are shown; password: who it is is proven, the password was handed
 * over and one of one's own is asked; role: who it is is proven, the role is chosen.
 */
export type Step = z.output<typeof schema>

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never

/** A step before it got its number and its end. */
export type NewStep = Without<Step, 'id' | 'until'>

/** Reads a step back; null when it is none, or its time is over. */
export function parseStep(text: string, now: Date): Step | null {
  const result = schema.safeParse(JSON.parse(text))
  return result.success && result.data.until > now.getTime() ? result.data : null
}
