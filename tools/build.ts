import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['app', 'database', 'demo', 'tools', 'bench', 'vite.config.ts', 'package-lock.json']
const stamp = 'dist/.built-from'

/** Builds the browser's files and the server's programs, unless dist/ was built from these very sources. */
export async function buildWhenChanged(): Promise<void> {
  const hash = hashOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync('dist', { recursive: true, force: true })
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  for (const part of ['browser', 'server'] as const) {
    const from = performance.now()
    await build({ logLevel: 'error', build: { ssr: part === 'server', emptyOutDir: true } })
    console.error(`Bouwen / building: ${part} ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
  writeFileSync(stamp, hash)
}

// Tests are not built, so changing one builds nothing.
function hashOf(paths: string[]): string {
  const hash = createHash('sha256')
  for (const path of paths.flatMap(filesOf)) hash.update(path).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  if (path.includes('.')) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

if (import.meta.main) await buildWhenChanged()
