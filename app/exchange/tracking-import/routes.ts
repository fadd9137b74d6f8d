import type { Role } from '../../core/role.ts'
import type { Route } from '../../platform/web.ts'
import { get as importPage, post as postImport } from './pages/import.tsx'
import { post as postUndo, get as undo } from './pages/import-undo.tsx'
import { get as imports, post as postFile } from './pages/imports.tsx'
import { get as report } from './pages/report.ts'
import { get as template } from './pages/template.ts'

const secretaries: Role[] = ['secretariat']

// The template stands first: its path would also be that of an import.
export const routes: Route[] = [
  { path: 'imports', for: secretaries, get: imports, post: postFile, files: true },
  { path: 'importTemplate', for: secretaries, get: template },
  { path: 'import', for: secretaries, get: importPage, post: postImport },
  { path: 'importUndo', for: secretaries, get: undo, post: postUndo },
  { path: 'importReport', for: secretaries, get: report },
]
