import { z } from 'zod'
import { choice } from '../../../core/fields.ts'
import { fileKinds } from './file.ts'

/** What somebody says about a file; the file itself is judged by checkFile. */
export const fileForm = z.object({ kind: choice(fileKinds) })
