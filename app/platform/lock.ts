import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps a second process out of a data folder: two would lose rows without a word. Returns how to let go. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'process.lock')
  while (!(await hasTaken(path))) {
    const holder = Number(await readFile(path, 'utf8'))
    if (holder > 0 && holder !== process.pid && isAlive(holder)) {
      throw new Error(
        `Another process (${holder}) uses ${folder}. Stop it first, or choose another folder: DATA_DIR=... npm start`,
      )
    }
    await unlink(path)
  }
  return () => unlink(path)
}

// Making the file and seeing that it was not there is one step: of two that start at once, one gets it.
async function hasTaken(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
