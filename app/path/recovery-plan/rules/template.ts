import { z } from 'zod'

const words = z.object({ nl: z.string().min(1), en: z.string().min(1) })

/** One part of the plan: a question that the client answers in own words. */
export type Part = { key: string; title: { nl: string; en: string }; question: { nl: string; en: string } }

/** A form of the plan as a region loads it: at least one part, each with its own key. */
export const templateForm = z
  .array(z.object({ key: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/), title: words, question: words }))
  .min(1)
  .max(40)
  .refine((parts) => new Set(parts.map(({ key }) => key)).size === parts.length, 'same-key-twice')

/** The keys of the form that the product brings, in their order; the words stand in texts.ts. */
export const ownParts = [
  'who-i-am',
  'what-i-want',
  'keeps-me-going',
  'good-at',
  'my-people',
  'helped-before',
  'medication-wishes',
  'wishes',
] as const
