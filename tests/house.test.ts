import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { breaches, importsIn, type SourceFile } from '../tools/house.ts'

test('the house is as docs/architecture.md has it', () => {
  const found = breaches(filesOf(['app', 'database', 'demo', 'tests', 'bench', 'tools']))
  expect(found, `\n\n${found.join('\n')}\n`).toEqual([])
})

const allowed: [string, string, string][] = [
  [
    'a part shows a type of its store and a part of an earlier door',
    'app/path/referral/parts/row.tsx',
    "import type { Story } from '../store/story.ts'\nimport { NameChip } from '../../../people/clients/door.ts'",
  ],
  ['a rule uses core', 'app/path/referral/rules/triage.ts', "import { dayOf } from '../../../core/day.ts'"],
  [
    'a rule uses a type of an earlier door',
    'app/path/referral/rules/triage.ts',
    "import type { Team } from '../../../people/staff/door.ts'",
  ],
  [
    'a store uses its own rules',
    'app/path/referral/store/referrals.ts',
    "import { isOverdue } from '../rules/waiting.ts'",
  ],
  [
    'an act uses an earlier door',
    'app/path/referral/acts/accept-referral.ts',
    "import { care } from '../../care/door.ts'\nexport async function acceptReferral() {}",
  ],
  [
    'a page reads, and uses ui, its acts and links',
    'app/path/referral/pages/inbox.tsx',
    "import { read } from '../../../platform/database.ts'\nimport { Page } from '../../../ui/page.tsx'\nimport { plan } from '../acts/plan-intake.ts'\nimport { paths } from '../../../links.ts'",
  ],
  ['the shell joins routes', 'app/routes.ts', "import { routes } from './path/referral/routes.ts'"],
  [
    'the page script loads elements of slices',
    'app/browser/main.ts',
    "import '../path/referral/browser/board.ts'",
  ],
  [
    'the demo tells through acts',
    'demo/region.ts',
    "import { acceptReferral } from '../app/path/referral/acts/accept-referral.ts'",
  ],
  [
    'a test uses its own slice and the support of tests',
    'app/path/referral/store/referrals.test.ts',
    "import { find } from './referrals.ts'\nimport { cast } from '../../../../tests/support/cast.ts'",
  ],
  [
    'a store writes SQL',
    'app/path/referral/store/referrals.ts',
    'export const x = sql<{ id: string }>`select 1`',
  ],
  [
    'a door says what each export means',
    'app/path/referral/door.ts',
    "/** The form. */\nexport { referralForm } from './rules/referral-form.ts'\n/** A line and\n * who waits. */\nexport {\n  list,\n} from './store/inbox.ts'",
  ],
  ['platform sets the role', 'app/platform/database.ts', "await run('set local role app')"],
  [
    'a comment may say what code may not',
    'app/path/referral/acts/accept-referral.ts',
    '// set role, sql`x`, new Date()\nexport function acceptReferral() {}',
  ],
]

const refused: [string, string, string, string][] = [
  [
    'a rule with a clock',
    'app/path/referral/rules/triage.ts',
    "import { now } from '../../../platform/clock.ts'",
    'rules may import',
  ],
  [
    'a rule that asks the time itself',
    'app/path/referral/rules/triage.ts',
    'export const today = new Date()',
    'platform/clock',
  ],
  [
    'a rule with a value of a door',
    'app/path/referral/rules/triage.ts',
    "import { teams } from '../../../people/staff/door.ts'",
    'only types',
  ],
  [
    'a rule with a library',
    'app/path/referral/rules/triage.ts',
    "import { sql } from 'kysely'",
    'Write the query in a store',
  ],
  ['a rule that shows', 'app/path/referral/rules/triage.tsx', '', 'Move the markup'],
  [
    'core that knows platform',
    'app/core/day.ts',
    "import { now } from '../platform/clock.ts'",
    'core may import',
  ],
  [
    'ui that knows a domain',
    'app/ui/board.tsx',
    "import { care } from '../path/care/door.ts'",
    'use no door',
  ],
  [
    'a part that reads',
    'app/path/referral/parts/row.tsx',
    "import { find } from '../store/referrals.ts'",
    'parts may import',
  ],
  [
    'a store that acts',
    'app/path/referral/store/referrals.ts',
    "import { x } from '../acts/plan-intake.ts'",
    'store may import',
  ],
  [
    'a page that acts by itself',
    'app/path/referral/pages/inbox.tsx',
    "import { act, read } from '../../../platform/database.ts'",
    'a page reads',
  ],
  [
    'a page that hands out its view',
    'app/path/referral/acts/plan-intake.ts',
    "import { x } from '../pages/inbox.tsx'\nexport function planIntake() {}",
    'acts may import',
  ],
  [
    'a room of another slice',
    'app/path/referral/pages/inbox.tsx',
    "import { find } from '../../care/store/periods.ts'",
    'entered by its door',
  ],
  [
    'a re-export past the door',
    'app/path/referral/door.ts',
    "export { find } from '../care/store/periods.ts'",
    'entered by its door',
  ],
  [
    'a later slice',
    'app/path/care/acts/admit.ts',
    "import { x } from '../../referral/door.ts'\nexport function admit() {}",
    'comes after',
  ],
  [
    'an import at run time',
    'app/core/day.ts',
    "const x = await import('../platform/clock.ts')",
    'core may import',
  ],
  ['links that import', 'app/links.ts', "import type { Id } from './core/id.ts'", 'may import nothing'],
  ['a test as a library', 'app/core/day.ts', "import { x } from './money.test.ts'", 'tests/support'],
  ['an unknown slice', 'app/path/magic/rules/spell.ts', '', 'no slice "path/magic"'],
  ['an unknown room', 'app/path/referral/models/referral.ts', '', 'a slice has rules'],
  ['a folder that says nothing', 'app/core/utils/day.ts', '', '"utils" says nothing'],
  ['a barrel', 'app/path/referral/rules/index.ts', '', 'no barrels'],
  ['a default export', 'app/core/day.ts', 'export default function day() {}', 'no default export'],
  [
    'an export of a door without a word',
    'app/path/referral/door.ts',
    "/** The form. */\nexport { referralForm } from './rules/referral-form.ts'\nexport { list } from './store/inbox.ts'",
    'door.ts:3: an export without a word',
  ],
  [
    'a role outside platform',
    'app/path/referral/store/referrals.ts',
    'sql`set local role owner`',
    'belongs in app/platform',
  ],
  [
    'a setting outside platform',
    'app/path/referral/acts/plan-intake.ts',
    "run('select set_config()')\nexport function planIntake() {}",
    'belongs in app/platform',
  ],
  [
    'SQL in a page',
    'app/path/referral/pages/inbox.tsx',
    'const rows = sql<Row>`select 1`',
    'SQL belongs in a store',
  ],
  ['SQL in the demo', 'demo/region.ts', 'await sql.raw(text)', 'SQL belongs in a store'],
  [
    'an act with another name',
    'app/path/referral/acts/plan-intake.ts',
    'export function planTalk() {}',
    'export planIntake',
  ],
  [
    'an act with two verbs',
    'app/path/referral/acts/plan-intake.ts',
    'export function planIntake() {}\nexport function cancelIntake() {}',
    'no other function',
  ],
  [
    'a store that knows requests',
    'app/path/referral/store/referrals.ts',
    "import type { Context } from 'hono'",
    'knows no request',
  ],
]

describe('each rule', () => {
  test.each(allowed)('lets through: %s', (_, path, text) => {
    expect(breaches([...readmes, { path, text }])).toEqual([])
  })

  test.each(refused)('stops: %s', (_, path, text, words) => {
    expect(breaches([...readmes, { path, text }]).join('\n')).toContain(words)
  })

  test.each([
    ['app/path/referral/rules/triage.ts', 150],
    ['app/path/referral/store/referrals.ts', 200],
    ['app/path/referral/pages/inbox.tsx', 220],
    ['app/path/referral/parts/row.tsx', 150],
    ['app/path/referral/door.ts', 60],
    ['app/path/referral/README.md', 25],
    ['app/ui/board.tsx', 200],
    ['tests/gate/sight.test.ts', 300],
  ])('%s stops at %i lines', (path, stop) => {
    const others = readmes.filter((readme) => readme.path !== path)
    expect(breaches([...others, { path, text: '\n'.repeat(stop) }])).toEqual([])
    expect(breaches([...others, { path, text: '\n'.repeat(stop + 1) }]).join()).toContain(
      `the stop is ${stop}`,
    )
  })

  test('an act stops at 100 lines', () => {
    const path = 'app/path/referral/acts/plan-intake.ts'
    const text = 'export function planIntake() {}\n'
    expect(breaches([...readmes, { path, text: text + '\n'.repeat(99) }])).toEqual([])
    expect(breaches([...readmes, { path, text: text + '\n'.repeat(100) }]).join()).toContain(
      'the stop is 100',
    )
  })

  test('a slice without README is told so', () => {
    expect(breaches([{ path: 'app/path/referral/rules/triage.ts', text: '' }]).join()).toContain(
      'README.md is missing',
    )
  })

  test('imports are read over several lines, with types told apart', () => {
    const text =
      "import type {\n  A,\n  B,\n} from './a.ts'\nexport { c } from './c.ts'\nimport './d.css'\nimport e, { type F } from 'e'"
    expect(importsIn(text)).toEqual([
      { specifier: './a.ts', typeOnly: true },
      { specifier: 'e', typeOnly: false },
      { specifier: './c.ts', typeOnly: false },
      { specifier: './d.css', typeOnly: false },
    ])
  })
})

const readmes: SourceFile[] = ['path/referral', 'path/care'].map((slice) => ({
  path: `app/${slice}/README.md`,
  text: '# A slice\n',
}))

function filesOf(folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
}
