import { Kysely, sql } from 'kysely'
import pg from 'pg'
import { serverDialect } from '../app/platform/server-dialect.ts'
import type { DB } from '../database/tables.ts'
import { findCast } from './cast.ts'
import type { Goal } from './goals.ts'
import type { Place } from './place.ts'
import { scenariosOf } from './scenarios.ts'

/** Of one page: buffers of a visit, and for each statement (also those inside functions) the plans that were seen. */
export type PagePlans = { name: string; buffers: number; shapes: Map<string, Set<string>>; whole: string[] }
/** A page at two sizes. */
export type Compared = { name: string; small: number; large: number; whole: string[]; changed: Changed[] }
type Changed = { statement: string; small: string; large: string }

type Node = {
  'Node Type': string
  'Index Name'?: string
  'Relation Name'?: string
  'Shared Hit Blocks'?: number
  'Shared Read Blocks'?: number
  'Actual Loops'?: number
  Plans?: Node[]
}
type Seen = { statement: string; isInner: boolean; plan: Node }

const visits = 10
// The server explains every statement to whoever runs it; this takes an owner, who acts as the app all the same.
const explaining = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
  'auto_explain.log_nested_statements=on',
  'auto_explain.log_analyze=on',
  'auto_explain.log_buffers=on',
  'auto_explain.log_timing=off',
  'auto_explain.log_format=json',
  'client_min_messages=log',
]

/** Visits every page with each statement explained, after enough visits for its plans to be settled. */
export async function explainPages(place: Place): Promise<PagePlans[]> {
  if (!place.ownerUrl) throw new Error('plans are explained on a server')
  const seen: Seen[] = []
  const pool = new pg.Pool({
    connectionString: place.ownerUrl,
    max: 1,
    pipeline: true,
    options: explaining.map((one) => `-c ${one}`).join(' '),
  })
  pool.on('connect', (client) =>
    client.on('notice', (notice) => seen.push(...read(notice.message, notice.where))),
  )
  const app = new Kysely<DB>({ dialect: serverDialect(pool, 'app') })
  const tables = await clientTables(place)
  const pages: PagePlans[] = []
  const explained = { ...place, database: { ...place.database, app } }
  for (const { name, page } of scenariosOf(explained, await findCast(place))) {
    for (let turn = 0; turn < visits; turn++) await page(turn)
    seen.length = 0
    for (let turn = 0; turn < visits; turn++) await page(turn)
    pages.push({
      name,
      buffers: Math.round(buffersOf(seen) / visits),
      shapes: shapesOf(seen, tables),
      whole: [...new Set(seen.flatMap(({ plan }) => wholeIn(plan)))],
    })
  }
  await app.destroy()
  return pages
}

// "duration: 0.1 ms  plan:" and the plan; where says in which function.
function read(message: string | undefined, where: string | undefined): Seen[] {
  const json = /^duration: [\d.]+ ms {2}plan:\n([\s\S]*)$/.exec(message ?? '')?.[1]
  if (!json) return []
  const { 'Query Text': text, Plan: plan } = JSON.parse(json) as { 'Query Text': string; Plan: Node }
  const inside = where?.split('\n')[0]?.replace(/ line \d+ at .*$/, '') ?? ''
  return [
    {
      statement: `${inside ? `${inside}: ` : ''}${text.replace(/\s+/g, ' ').trim()}`,
      isInner: inside !== '',
      plan,
    },
  ]
}

// What a function did counts in the statement that called it.
function buffersOf(seen: Seen[]): number {
  return seen.filter(({ isInner }) => !isInner).reduce((sum, { plan }) => sum + blocksOf(plan), 0)
}

function shapesOf(seen: Seen[], tables: Set<string>): Map<string, Set<string>> {
  const shapes = new Map<string, Set<string>>()
  for (const { statement, plan } of seen) {
    const known = shapes.get(statement) ?? new Set()
    shapes.set(statement, known.add(shapeOf(plan, tables)))
  }
  return shapes
}

/**
 * The shape of a plan: by which index it goes into which table of clients, in order. How it joins registers of a page or
 * two (teams, rules) changes with their size and says nothing.
 */
function shapeOf(plan: Node, tables: Set<string>): string {
  const table = plan['Relation Name']
  const below = (plan.Plans ?? []).map((one) => shapeOf(one, tables))
  if (!table || !tables.has(table)) return below.filter(Boolean).join(', ')
  const through = plan['Node Type'] === 'Seq Scan' ? 'whole' : indexesOf(plan).join(' + ')
  return [`${table} by ${through || plan['Node Type']}`, ...below].filter(Boolean).join(', ')
}

// A bitmap of an index stands below the table that it leads to.
function indexesOf(plan: Node): string[] {
  const below = (plan.Plans ?? []).filter((one) => one['Node Type'].startsWith('Bitmap'))
  return [...(plan['Index Name'] ? [plan['Index Name']] : []), ...below.flatMap(indexesOf)]
}

async function clientTables({ root }: Place): Promise<Set<string>> {
  const { rows } = await sql<{
    name: string
  }>`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attname = 'client_id' and not a.attisdropped and c.reltuples > 0`.execute(
    root,
  )
  return new Set(rows.map(({ name }) => name))
}

// Tables of more than a hundred pages that were read from end to end.
function wholeIn(plan: Node): string[] {
  const pages = blocksOf(plan) / (plan['Actual Loops'] || 1)
  const own =
    plan['Node Type'] === 'Seq Scan' && pages > 100
      ? [`${plan['Relation Name']} (${Math.round(pages)} pages)`]
      : []
  return [...own, ...(plan.Plans ?? []).flatMap(wholeIn)]
}

function blocksOf(plan: Node): number {
  return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
}

/** Puts two sizes beside each other; only statements that both ran. */
export function compare(small: PagePlans[], large: PagePlans[]): Compared[] {
  return small.flatMap((page) => {
    const other = large.find(({ name }) => name === page.name)
    if (!other) return []
    const changed = [...page.shapes].flatMap(([statement, before]) => {
      const after = other.shapes.get(statement)
      const isSame =
        !after ||
        [...after].every((shape) => before.has(shape)) ||
        [...before].every((shape) => after.has(shape))
      return isSame ? [] : [{ statement, small: [...before].join(' | '), large: [...after].join(' | ') }]
    })
    return [{ name: page.name, small: page.buffers, large: other.buffers, whole: other.whole, changed }]
  })
}

/** The targets of the issue about plans. */
export function planGoals(compared: Compared[]): Goal[] {
  return compared.flatMap(({ name, small, large, whole, changed }) => [
    { goal: `${name}: same plan shapes`, measured: `${changed.length} changed`, met: changed.length === 0 },
    {
      goal: `${name}: no large table read whole`,
      measured: whole.join(', ') || 'none',
      met: whole.length === 0,
    },
    {
      goal: `${name}: buffers <= 1.2x`,
      measured: `${small} -> ${large}, ${(large / small).toFixed(2)}x`,
      met: large <= 1.2 * small,
    },
  ])
}
