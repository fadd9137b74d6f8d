import { z } from 'zod'
import { requiredText } from '../../../core/fields.ts'

/** Why a dossier must be opened now; ten letters at least, as the gate demands. */
export const emergencyForm = z.object({
  reason: requiredText(500).refine((reason) => reason.length >= 10, 'too-short'),
})
