import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps a second process out of a data folder: two would lose rows without a word. Returns how to let go. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'process.lock')
  const holder = Number(await readFile(path, 'utf8').catch(() => '0'))
  if (holder && holder !== process.pid && isAlive(holder)) {
    throw new Error(
      `Another process (${holder}) uses ${folder}. Stop it first, or choose another folder: DATA_DIR=... npm start`,
    )
  }
  await writeFile(path, String(process.pid))
  return () => unlink(path)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
