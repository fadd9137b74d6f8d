import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { DB } from './tables.ts'

const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The deeds in order: name and text. */
export const migrations = Object.entries(files)
  .map(([path, text]) => ({
    name: path.replace(/^.*\/|\.sql$/g, ''),
    text,
    checksum: createHash('sha256').update(text).digest('hex'),
  }))
  .sort((a, b) => a.name.localeCompare(b.name))

type Ledger = { name: string; checksum: string }

/**
 * Brings a database to the newest schema, as its owner. Each migration is one transaction with its line in the ledger.
 * Throws when a migration that ran was edited since. Returns the names that ran now.
 */
export async function migrate(
  owner: Kysely<DB>,
  kind: 'real' | 'demo' | 'test',
  progress: (name: string) => void = () => {},
): Promise<string[]> {
  await sql`create table if not exists public.migrations (name text primary key, checksum text not null, ran_at timestamptz not null default now())`.execute(
    owner,
  )
  await sql`revoke all on public.migrations from public`.execute(owner)
  const done = await ledger(owner)
  const ran: string[] = []
  for (const migration of pending(done)) {
    progress(migration.name)
    await owner.transaction().execute(async (tx) => {
      await runScript(tx, migration.text, migration.name.startsWith('0001') ? null : 'keeper')
      await sql`insert into public.migrations (name, checksum) values (${migration.name}, ${migration.checksum})`.execute(
        tx,
      )
      if (migration.name.startsWith('0001'))
        await sql`insert into access.installation (kind) values (${kind})`.execute(tx)
    })
    ran.push(migration.name)
  }
  await believeIdsAlone(owner)
  return ran
}

// What the planner believes to be leakproof it may ask before a row policy, and "explain analyze" or a counter then tells of
// rows that the policy hides, bit by bit. Only the equality of ids is believed: it answers who knows the id already, and
// without it no join finds its index. A dump does not carry this: it is done again whenever migrations are run.
async function believeIdsAlone(owner: Kysely<DB>): Promise<void> {
  await sql`
    do $$ declare f record; begin
      for f in select oid::regprocedure as name from pg_proc where proleakproof and proname <> 'uuid_eq' loop
        execute format('alter function %s not leakproof', f.name);
      end loop;
    end $$`.execute(owner)
}

async function ledger(owner: Kysely<DB>): Promise<Ledger[]> {
  const { rows } = await sql<Ledger>`select name, checksum from public.migrations order by name`.execute(
    owner,
  )
  return rows
}

function pending(done: Ledger[]) {
  for (const line of done) {
    const known = migrations.find((m) => m.name === line.name)
    if (!known)
      throw new Error(`The database is newer than this program: it has ${line.name}. Start a newer release.`)
    if (known.checksum !== line.checksum)
      throw new Error(
        `Migration ${line.name} was edited after it ran. Restore the file; put the change in a new one.`,
      )
  }
  return migrations.filter((m) => !done.some((line) => line.name === m.name))
}

// Statements go one by one, because the embedded engine takes no more in a prepared message; afterwards every
// definer function of ours belongs to the gate, whoever wrote it.
async function runScript(tx: Kysely<DB>, text: string, role: string | null): Promise<void> {
  if (role) await sql.raw(`set local role ${role}`).execute(tx)
  for (const statement of statements(text)) await runStatement(tx, statement)
  await sql`reset role`.execute(tx)
  await sql`
    do $$ declare f record; begin
      for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where p.prosecdef and n.nspowner = 'keeper'::regrole and p.proowner = 'keeper'::regrole loop
        execute format('alter function %s owner to gate', f.name);
        execute format('grant execute on function %s to keeper', f.name);
      end loop;
    end $$`.execute(tx)
}

async function runStatement(tx: Kysely<DB>, statement: string): Promise<void> {
  try {
    await sql.raw(statement).execute(tx)
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error} in:\n${statement.trim().slice(0, 300)}`,
      { cause: error },
    )
  }
}

/** Splits a deed at the semicolons that end a statement: not those in quotes, comments or dollar quotes. */
export function statements(text: string): string[] {
  const token = /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|\$([a-z]*)\$[\s\S]*?\$\1\$|;/g
  const found: string[] = []
  let from = 0
  for (const match of text.matchAll(token)) {
    if (match[0] !== ';') continue
    found.push(text.slice(from, match.index))
    from = match.index + 1
  }
  found.push(text.slice(from))
  return found.filter((statement) => statement.replace(/--[^\n]*/g, '').trim() !== '')
}

/** What this program needs and the database lacks: names of migrations, and what a restore forgets; asked as the app, within its role. */
export async function missing(app: Kysely<DB>): Promise<string[]> {
  const names = migrations.map((m) => m.name)
  try {
    const { rows } = await app.transaction().execute((tx) =>
      sql<{ applied: string[]; believes: boolean }>`
          select access.applied() as applied, exists (select from pg_proc where proleakproof and proname <> 'uuid_eq') as believes`.execute(
        tx,
      ),
    )
    const lacking = names.filter((name) => !rows[0]?.applied.includes(name))
    return rows[0]?.believes ? [...lacking, 'functions that are believed leakproof'] : lacking
  } catch (error) {
    if (isBeforeFirst(error)) return names
    throw error
  }
}

// An empty database: no role app yet in this cluster (22023), or no schema access in this database.
function isBeforeFirst(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === '22023' || code === '3F000' || code === '42883'
}
