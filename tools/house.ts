import { posix } from 'node:path'

/** A file of the project, as the rules of the house see it: its path from the root, with forward slashes, and its text. */
export type SourceFile = { path: string; text: string }

// Wings and slices in the order in which they may know each other: a slice uses only the doors of those before it.
const order = [
  ...['staff', 'clients', 'consent', 'audit', 'accounts'].map((slice) => `people/${slice}`),
  ...['tasks', 'messages', 'agenda', 'documents', 'imports'].map((slice) => `office/${slice}`),
  ...['care', 'referral', 'instruments', 'recovery-plan', 'contacts', 'offer'].map(
    (slice) => `path/${slice}`,
  ),
  ...['indications', 'recovery-board'].map((slice) => `path/${slice}`),
  ...['hours', 'accountability', 'insight'].map((slice) => `figures/${slice}`),
  ...['governance', 'collaboration'].map((slice) => `agreements/${slice}`),
  ...['tracking-import', 'fhir', 'iwmo'].map((slice) => `exchange/${slice}`),
  ...['dossier', 'day', 'portal'].map((slice) => `screens/${slice}`),
]

type Floor = 'core' | 'platform' | 'ui' | 'browser' | 'links' | 'shell'
type Beside = 'database' | 'demo' | 'tests' | 'bench' | 'tools'
type Room = 'rules' | 'store' | 'acts' | 'door' | 'pages' | 'parts' | 'texts' | 'routes'
type Kind = Floor | Beside | Room | 'slice browser'
type Place = { kind: Kind; slice: string; test: boolean }

// What may be imported: floors and folders beside app, rooms of the own slice, and doors of earlier slices.
type Pass = { floors: (Floor | Beside)[]; own: Kind[]; ownTypes?: Kind[]; doors: 'none' | 'types' | 'all' }

const passes: Record<Kind, Pass> = {
  links: { floors: [], own: [], doors: 'none' },
  core: { floors: ['core'], own: [], doors: 'none' },
  platform: { floors: ['core', 'platform', 'database'], own: [], doors: 'none' },
  ui: { floors: ['core', 'ui'], own: [], doors: 'none' },
  browser: { floors: ['core', 'browser'], own: [], doors: 'none' },
  rules: { floors: ['core'], own: ['rules'], doors: 'types' },
  store: { floors: ['core', 'platform', 'database'], own: ['rules', 'store'], doors: 'types' },
  acts: { floors: ['core', 'platform'], own: ['rules', 'store', 'acts', 'texts'], doors: 'all' },
  door: { floors: ['core', 'platform'], own: ['rules', 'store', 'acts', 'parts'], doors: 'types' },
  parts: { floors: ['core', 'ui'], own: ['rules', 'parts', 'texts'], ownTypes: ['store'], doors: 'all' },
  pages: {
    floors: ['core', 'ui', 'platform'],
    own: ['rules', 'store', 'acts', 'parts', 'pages', 'texts'],
    doors: 'all',
  },
  texts: { floors: ['core'], own: ['rules'], doors: 'none' },
  routes: { floors: ['core', 'platform'], own: ['pages'], doors: 'none' },
  'slice browser': { floors: ['core', 'browser'], own: ['slice browser'], doors: 'none' },
  shell: { floors: ['core', 'platform', 'ui', 'shell', 'database', 'demo'], own: [], doors: 'all' },
  database: { floors: ['core', 'database'], own: [], doors: 'none' },
  demo: { floors: ['core', 'platform', 'database', 'demo'], own: [], doors: 'all' },
  tests: {
    floors: ['core', 'platform', 'ui', 'shell', 'database', 'demo', 'tests', 'tools'],
    own: [],
    doors: 'all',
  },
  bench: {
    floors: ['core', 'platform', 'shell', 'database', 'demo', 'bench', 'tools'],
    own: [],
    doors: 'all',
  },
  tools: { floors: ['core', 'platform', 'database', 'demo', 'tools'], own: [], doors: 'all' },
}

const rooms = ['rules', 'store', 'acts', 'pages', 'parts', 'browser']
const besides = ['database', 'demo', 'tests', 'bench', 'tools']
const stops: Partial<Record<Kind, number>> = {
  rules: 150,
  store: 200,
  acts: 100,
  pages: 220,
  parts: 150,
  ui: 200,
  door: 60,
}
const testStop = 300
const readmeStop = 25
const databaseRooms: Kind[] = ['platform', 'store', 'database', 'tests', 'bench', 'tools']
const tellers: Kind[] = ['demo', 'tests', 'bench']
const timeless: Kind[] = ['rules', 'store', 'acts', 'door', 'pages', 'parts']
const pureLibraries = ['zod', 'node:crypto']
const pageScript = 'app/browser/main.ts'
const banned = ['utils', 'util', 'helpers', 'services', 'types', 'common', 'shared', 'lib']

/** Every breach of the house among these files, each a sentence that says what to do; none when all is well. */
export function breaches(files: SourceFile[]): string[] {
  const placed = files.flatMap((file) => {
    const place = placeOf(file.path)
    return isSource(file.path) && typeof place !== 'string' ? [{ ...file, place }] : []
  })
  const rules = [markup, imports, libraries, size, pageThatActs, verb, defaultExport, untold, sqlWords, clock]
  return [
    ...files.flatMap(names),
    ...placed.flatMap((file) => rules.flatMap((rule) => rule(file))),
    ...readmes(files),
  ]
}

type Placed = SourceFile & { place: Place }

// Banned folders and barrels; slices and rooms that the house does not know.
function names({ path }: SourceFile): string[] {
  const folder = path.split('/').find((part) => banned.includes(part))
  if (folder) return [`${path}: a folder "${folder}" says nothing. Name it after what is in it.`]
  if (/\/index\.tsx?$/.test(path)) return [`${path}: no barrels. Import the file that has it, or door.ts.`]
  const place = isSource(path) ? placeOf(path) : undefined
  return typeof place === 'string' ? [`${path}: ${place}`] : []
}

function markup({ path, place }: Placed): string[] {
  const plain = ['core', 'platform', 'rules', 'store', 'acts'].includes(place.kind) && !place.test
  if (!plain || !path.endsWith('.tsx')) return []
  return [`${path}: ${place.kind} shows nothing. Move the markup to parts.`]
}

// Who imports whom: floors, rooms of the own slice, and of other slices the door alone.
function imports({ path, text, place }: Placed): string[] {
  return importsIn(text).flatMap(({ specifier, typeOnly }) => {
    if (!specifier.startsWith('.')) return []
    const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''))
    const to = isSource(target) ? placeOf(target) : 'not source'
    if (typeof to === 'string' || (path === pageScript && to.kind === 'slice browser')) return []
    const why = refusal(place, to, typeOnly)
    return why ? [`${path} imports ${target}: ${why}`] : []
  })
}

function refusal(from: Place, to: Place, typeOnly: boolean): string | undefined {
  if (to.kind === 'links' && from.kind !== 'links') return undefined
  if (to.test) return "a test is nobody's to import. Move what is shared to tests/support."
  if (to.slice !== '' && to.slice !== from.slice) return acrossSlices(from, to, typeOnly)
  const pass = passOf(from)
  const may: Kind[] = to.slice === '' ? pass.floors : inOwnSlice(from, to, typeOnly)
  return may.includes(to.kind) ? undefined : `${from.kind} may import ${allowed(pass)}.`
}

function inOwnSlice(from: Place, to: Place, typeOnly: boolean): Kind[] {
  const { own, ownTypes = [] } = passOf(from)
  if (from.test) return [to.kind]
  return typeOnly ? [...own, ...ownTypes] : own
}

function acrossSlices(from: Place, to: Place, typeOnly: boolean): string | undefined {
  if (from.kind === 'shell' && to.kind === 'routes') return undefined
  if (to.kind === 'acts' && (from.test || tellers.includes(from.kind))) return undefined
  if (to.kind !== 'door') return `a slice is entered by its door. Let app/${to.slice}/door.ts hand it out.`
  return throughDoor(from, to, typeOnly)
}

function throughDoor(from: Place, to: Place, typeOnly: boolean): string | undefined {
  const { doors } = passOf(from)
  if (doors === 'none') return `${from.kind} may use no door. Take the value as a parameter.`
  if (doors === 'types' && !typeOnly)
    return `${from.kind} may use only types of a door (import type). Take the value as a parameter.`
  const later = from.slice !== '' && !from.test && order.indexOf(to.slice) > order.indexOf(from.slice)
  return later
    ? `${to.slice} comes after ${from.slice} in the order of slices. Turn it round: the later slice asks the earlier.`
    : undefined
}

// A test may use what its room may, and what all tests may.
function passOf(place: Place): Pass {
  const pass = passes[place.kind]
  if (!place.test) return pass
  return { floors: [...pass.floors, ...passes.tests.floors], own: pass.own, doors: 'all' }
}

function allowed({ floors, own, ownTypes = [], doors }: Pass): string {
  const words = [
    ...floors,
    ...own.map((room) => `own ${room}`),
    ...ownTypes.map((room) => `types of own ${room}`),
  ]
  if (doors !== 'none') words.push(doors === 'all' ? 'doors' : 'types of doors')
  return words.length > 0 ? `${words.join(', ')}, links` : 'nothing'
}

// Libraries where they do not belong: the database outside its rooms, almost anything in what is pure.
function libraries({ path, text, place }: Placed): string[] {
  if (place.test) return []
  return importsIn(text).flatMap(({ specifier }) => {
    const why = specifier.startsWith('.') ? undefined : strange(place.kind, specifier)
    return why ? [`${path} imports ${specifier}: ${why}`] : []
  })
}

function strange(kind: Kind, name: string): string | undefined {
  if (/^(kysely|pg|@electric-sql\/.*)$/.test(name) && !databaseRooms.includes(kind))
    return 'the database is spoken to in platform and store. Write the query in a store.'
  if (kind === 'rules' && !pureLibraries.includes(name))
    return `rules are plain values in and out, with ${pureLibraries.join(' and ')} alone.`
  if (kind === 'store' && name.startsWith('hono')) return 'a store knows no request. Pass the value in.'
  return undefined
}

function size({ path, text, place }: Placed): string[] {
  const stop = place.test ? testStop : stops[place.kind]
  const lines = linesOf(text)
  return stop !== undefined && lines > stop
    ? [`${path}: ${lines} lines, the stop is ${stop}. Split it by noun.`]
    : []
}

// A page reads; what changes something is an act, where others find it and where its transaction is whole.
function pageThatActs({ path, text, place }: Placed): string[] {
  const acts = /import\s*\{[^}]*\bact\b[^}]*\}\s*from\s*'[^']*platform\/database\.ts'/.test(text)
  if (place.kind !== 'pages' || place.test || !acts) return []
  return [`${path}: a page reads. Give what it changes a verb in acts.`]
}

// An act is one verb: one function, named like the file. A form made of those of earlier doors may stand beside it.
function verb({ path, text, place }: Placed): string[] {
  if (place.kind !== 'acts' || place.test) return []
  const name = posix.basename(path, '.ts').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const functions =
    /^export (?:(?:async )?function\*?|class|const(?= \w+ = (?:async )?(?:\(|function))) (\w+)/gm
  const exported = [...text.matchAll(functions)].map(([, found]) => found)
  if (exported.length === 1 && exported[0] === name) return []
  return [
    `${path} exports ${exported.join(', ') || 'no function'}: it is to export ${name} and no other function.`,
  ]
}

function defaultExport({ path, text }: Placed): string[] {
  const has = path.startsWith('app/') && /^export default\b/m.test(text)
  return has ? [`${path}: no default export. Export it by its name.`] : []
}

// A door says what each thing that it hands out means: a doc comment stands right above every export.
function untold({ path, text, place }: Placed): string[] {
  if (place.kind !== 'door' || place.test) return []
  const lines = text.split('\n')
  return lines.flatMap((line, i) => {
    if (!/^export\b/.test(line) || lines[i - 1]?.endsWith('*/')) return []
    return [
      `${path}:${i + 1}: an export without a word. Say above it what it means, its shapes and its errors.`,
    ]
  })
}

// SQL stands in store and platform; who we are in the database is platform's alone.
function sqlWords({ path, text, place }: Placed): string[] {
  if (place.test || ['tests', 'bench', 'tools', 'platform', 'database'].includes(place.kind)) return []
  const code = withoutComments(text)
  const role = /\bset\s+(local\b|session\b|role\b)|\bset_config\b/i.exec(code)
  if (role)
    return [`${path}: "${role[0]}" belongs in app/platform. Use read() or act() of platform/database.ts.`]
  const raw = place.kind !== 'store' && /(?<![.\w])sql(<[^`]*?>)?\s*`|(?<![.\w])sql\.\w+\(/.test(code)
  return raw ? [`${path}: SQL belongs in a store. Give the query a name there.`] : []
}

// What counts as now comes from platform/clock, or a told history would all happen today. Signing in goes by the real
// clock: a told moment must not make an old code valid.
function clock({ path, text, place }: Placed): string[] {
  const real = place.slice === 'people/accounts' && place.kind !== 'rules'
  if (place.test || real || !timeless.includes(place.kind)) return []
  const found = /\bDate\.now\(|\bnew Date\(\)/.exec(withoutComments(text))
  return found
    ? [`${path}: "${found[0]}" is a clock of its own. Use platform/clock, or take the moment.`]
    : []
}

// Each slice says in a few lines what it is for.
function readmes(files: SourceFile[]): string[] {
  const slices = order.filter((slice) => files.some(({ path }) => path.startsWith(`app/${slice}/`)))
  return slices.flatMap((slice) => {
    const path = `app/${slice}/README.md`
    const readme = files.find((file) => file.path === path)
    if (!readme) return [`${path} is missing: the question it answers, its words, what must always hold.`]
    const lines = linesOf(readme.text)
    return lines > readmeStop ? [`${path}: ${lines} lines, the stop is ${readmeStop}.`] : []
  })
}

function placeOf(path: string): Place | string {
  const [top = '', first = '', second = '', third = ''] = path.split('/')
  const test = /\.(test|journey)\.tsx?$/.test(path)
  if (besides.includes(top)) return { kind: top as Beside, slice: '', test }
  if (top !== 'app') return 'not of the house'
  if (path === 'app/links.ts') return { kind: 'links', slice: '', test }
  if (second === '') return { kind: 'shell', slice: '', test }
  if (['core', 'platform', 'ui', 'browser'].includes(first)) return { kind: first as Floor, slice: '', test }
  const slice = `${first}/${second}`
  if (!order.includes(slice))
    return `no slice "${slice}" is in the order of tools/house.ts. Add it where it belongs.`
  const kind = roomOf(third)
  return kind
    ? { kind, slice, test }
    : `a slice has ${rooms.join(', ')}, and door.ts, routes.ts, texts.ts. Put it there.`
}

function roomOf(name: string): Kind | undefined {
  if (name === 'browser') return 'slice browser'
  if (rooms.includes(name)) return name as Room
  const file = /^(door|routes|texts)(\.test)?\.tsx?$/.exec(name)?.[1]
  return file ? (file as Room) : undefined
}

function isSource(path: string): boolean {
  return /\.tsx?$/.test(path)
}

function linesOf(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** The modules that a text imports, and whether for their types alone. */
export function importsIn(text: string): { specifier: string; typeOnly: boolean }[] {
  const patterns = [
    /^\s*import\s+(type\s+)?[\w$*{},\s]+?\s+from\s+['"]([^'"]+)['"]/gm,
    /^\s*export\s+(type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s+from\s+['"]([^'"]+)['"]/gm,
    /^\s*import\s+()['"]([^'"]+)['"]/gm,
    /\bimport\(\s*()['"]([^'"]+)['"]/g,
  ]
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, type, specifier = '']) => ({ specifier, typeOnly: Boolean(type) })),
  )
}
