import { z } from 'zod'
import { requiredText } from '../../../core/fields.ts'

/** What the client writes beside a report. */
export const noteForm = z.object({ body: requiredText(4000) })
