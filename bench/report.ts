import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Figure } from './measure.ts'
import type { Place } from './place.ts'

/** On what it was measured. */
export type Machine = {
  cores: number
  cpu: string
  memory: string
  load: string
  node: string
  database: string
  commit: string
}
/** What a place weighs. */
export type Weight = {
  clients: number
  lines: number
  fillSeconds: number
  database: string
  /** of this process, with the bench, Vite and what it measured in it */
  rss: string
  heap: string
  script: string
  css: string
}

/** Cores, memory and versions; a commit that was changed since says so. */
export async function machineOf({ root }: Place): Promise<Machine> {
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(root)
  return {
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? '',
    memory: bytes(totalmem()),
    load: (await readFile('/proc/loadavg', 'utf8').catch(() => '?')).split(' ').slice(0, 3).join(' '),
    node: process.version,
    database: rows[0]?.version.split(' (')[0] ?? '',
    commit: execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim(),
  }
}

/** Size of the database, memory of this process, and what a browser fetches once. */
export async function weightOf({ root, size, seconds }: Place): Promise<Weight> {
  const { rows } = await sql<{ size: number }>`select pg_database_size(current_database()) as size`.execute(
    root,
  )
  return {
    ...size,
    fillSeconds: Math.round(seconds),
    database: bytes(rows[0]?.size ?? 0),
    rss: bytes(process.memoryUsage().rss),
    heap: bytes(process.memoryUsage().heapUsed),
    script: await zipped('app/browser/main.ts'),
    css: await zipped('app/ui/style.css'),
  }
}

async function zipped(source: string): Promise<string> {
  const manifest = JSON.parse(await readFile('dist/browser/manifest.json', 'utf8')) as Record<
    string,
    { file: string }
  >
  return bytes(gzipSync(await readFile(`dist/browser/${manifest[source]?.file}`)).length)
}

/** 1.2 GB, 38.4 MB, 12.0 kB. */
function bytes(count: number): string {
  const [unit, size] = count >= 1e9 ? ['GB', 1e9] : count >= 1e6 ? ['MB', 1e6] : ['kB', 1e3]
  return `${(count / Number(size)).toFixed(1)} ${unit}`
}

/** The figures as a table to read or to paste. */
export function table(figures: Figure[]): string {
  const head = ['page', 'at once', 'p50', 'p95', 'bare p50', 'bare p95', 'ratio', 'gate', 'sql', 'statements']
  const body = figures.map((f) => [
    f.name,
    String(f.parallel),
    ms(f.p50),
    ms(f.p95),
    ms(f.bare50),
    ms(f.bare95),
    (f.p50 / f.bare50).toFixed(1),
    ms(f.gate),
    ms(f.sql),
    String(f.statements),
  ])
  return aligned([head, ...body])
}

/** Rows as columns of one width. */
export function aligned(rows: string[][]): string {
  const widths = rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
  return rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`).join('\n')
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : 1)
}
