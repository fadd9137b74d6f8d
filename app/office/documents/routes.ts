import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as download } from './pages/file.ts'
import { get as mail } from './pages/mail.tsx'
import { get as files, post as keepFile } from './pages/new-file.tsx'

const writers: Role[] = ['practitioner', 'supporter', 'peer', 'secretariat']
const readers: Role[] = [...writers, 'trainee', 'welfare', 'client', 'representative']

export const routes: Route[] = [
  { path: 'newFile', for: writers, get: files, post: keepFile, files: true },
  { path: 'file', for: readers, get: download },
  { path: 'mail', for: writers, get: mail },
]
