import { z } from 'zod'
import { day, requiredText } from '../../../core/fields.ts'

/** What a third party told that the client is not to read (BW 7:456: another person's privacy). */
export const confidenceForm = z.object({
  toldOn: day(),
  toldBy: requiredText(120),
  body: requiredText(8000),
})
export type ConfidenceForm = z.output<typeof confidenceForm>
