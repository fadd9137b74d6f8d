import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

const lock = () => join(folder, 'process.lock')

test('a folder is for one process, until it lets go', async () => {
  const release = await lockFolder(folder)
  expect(await readFile(lock(), 'utf8')).toBe(String(process.pid))
  await release()
  await expect(readFile(lock(), 'utf8')).rejects.toThrow('ENOENT')
})

test('another process that lives is named, and how to go on', async () => {
  await writeFile(lock(), String(process.ppid))
  await expect(lockFolder(folder)).rejects.toThrow(/Another process \(\d+\) uses .*DATA_DIR=/)
  expect(await readFile(lock(), 'utf8')).toBe(String(process.ppid))
})

test.each(['4194305', '', 'x'])('a lock that nobody holds any more (%j) is taken over', async (left) => {
  await writeFile(lock(), left)
  await lockFolder(folder)
  expect(await readFile(lock(), 'utf8')).toBe(String(process.pid))
})
