import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** One named command of a check: what is run under this Node, from node_modules or from tools/. */
export type Step = { name: string; words: string[]; env?: Record<string, string> }

/** What must hold before any test: format and lint, types, dead exports, and row types as the migrations have them. */
export const staticSteps: Step[] = [
  { name: 'biome', words: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { name: 'types', words: ['node_modules/typescript/bin/tsc'] },
  { name: 'knip', words: ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'] },
  { name: 'table types', words: ['tools/vite-run.mjs', 'tools/table-types-fresh.ts'] },
]

/** Vitest with these arguments. */
export function vitest(name: string, words: string[], env: Record<string, string> = {}): Step {
  return { name, words: ['node_modules/vitest/vitest.mjs', 'run', ...words], env }
}

/** Runs a step and tells the seconds; its output is shown when it failed, or as it comes when `shown`. */
export async function runStep(step: Step, shown = false): Promise<{ ok: boolean; seconds: number }> {
  const from = performance.now()
  const child = spawn(process.execPath, step.words, {
    env: { ...process.env, ...step.env },
    stdio: ['ignore', shown ? 'inherit' : 'pipe', shown ? 'inherit' : 'pipe'],
  })
  const output: Buffer[] = []
  child.stdout?.on('data', (words) => output.push(words))
  child.stderr?.on('data', (words) => output.push(words))
  const code = await new Promise((resolve) => child.once('close', resolve))
  const seconds = (performance.now() - from) / 1000
  if (code !== 0) process.stdout.write(Buffer.concat(output))
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name} ${seconds.toFixed(1)} s`)
  return { ok: code === 0, seconds }
}

/** Runs steps until one fails. */
export async function runSteps(steps: Step[]): Promise<boolean> {
  for (const step of steps) if (!(await runStep(step)).ok) return false
  return true
}

/** Folders whose tests may tell of what is not committed yet: slices, and the rooms below and beside them. */
export function changedPlaces(): string[] {
  const { stdout, status } = spawnSync(
    'git',
    ['status', '--porcelain', '-z', '--untracked-files=all', '--no-renames'],
    {
      encoding: 'utf8',
    },
  )
  if (status !== 0) return []
  const paths = stdout.split('\0').map((line) => line.slice(3))
  return [...new Set(paths.map(placeOf))].filter((place) => place !== '' && existsSync(place)).sort()
}

function placeOf(path: string): string {
  const [top = '', wing = '', slice = ''] = path.split('/')
  if (top === 'app' && slice !== '' && !slice.includes('.') && !floors.has(wing))
    return `app/${wing}/${slice}/`
  if (top === 'app' && floors.has(wing)) return `app/${wing}/`
  if (top === 'tests' && path.endsWith('.test.ts')) return path
  return top === 'demo' || top === 'database' ? `${top}/` : ''
}

const floors = new Set(['core', 'platform', 'ui', 'browser'])
