import { randomUUID } from 'node:crypto'
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const named = /^process-(\d+)\.lock$/

/**
 * Keeps a second process out of a data folder: two would lose rows without a word. Returns how to let go.
 *
 * Each holder has the next number. The highest says who holds the folder, and is never taken away, only followed: whoever
 * takes over from a process that is gone cannot meet a second who does the same.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const own = join(folder, `process-${randomUUID()}.starting`)
  await writeFile(own, String(process.pid))
  try {
    const path = await takeNext(folder, own)
    return () => writeFile(path, '')
  } finally {
    await rm(own)
  }
}

async function takeNext(folder: string, own: string): Promise<string> {
  for (;;) {
    const [last = 0, ...older] = await numbersIn(folder)
    await mustBeFree(folder, last)
    const next = lockOf(folder, last + 1)
    if (!(await isLinked(own, next))) continue
    const [highest] = await numbersIn(folder)
    const passed = highest === last + 1 ? [last, ...older].map((number) => lockOf(folder, number)) : [next]
    for (const path of passed) await rm(path, { force: true })
    if (highest === last + 1) return next
  }
}

async function numbersIn(folder: string): Promise<number[]> {
  const found = (await readdir(folder)).map((name) => Number(named.exec(name)?.[1] ?? 0))
  return found.filter((number) => number > 0).sort((a, b) => b - a)
}

async function mustBeFree(folder: string, number: number): Promise<void> {
  const holder = Number(await readFile(lockOf(folder, number), 'utf8').catch(nobody))
  if (holder > 0 && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `Another process (${holder}) uses ${folder}. Stop it first, or choose another folder: DATA_DIR=... npm start`,
    )
  }
}

function lockOf(folder: string, number: number): string {
  return join(folder, `process-${number}.lock`)
}

// Followed and cleared away since the folder was looked at, or never there.
function nobody(error: unknown): string {
  if (hasCode(error, 'ENOENT')) return ''
  throw error
}

// A link is there at once, with the number of the process in it: nobody sees a lock that is half made.
async function isLinked(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path)
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
