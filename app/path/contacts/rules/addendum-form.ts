import { z } from 'zod'
import { idField, requiredText } from '../../../core/fields.ts'
import type { Id } from '../../../core/id.ts'

/** What somebody adds to a signed report, under an id of its own so that it is never there twice. */
export const addendumForm = z.object({ addendum: idField<Id<'addendum'>>(), body: requiredText(8000) })
