import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

const lock = (number: number) => join(folder, `process-${number}.lock`)

test('a folder is for one process, until it lets go', async () => {
  const release = await lockFolder(folder)
  expect(await readFile(lock(1), 'utf8')).toBe(String(process.pid))
  await release()
  expect(await readFile(lock(1), 'utf8')).toBe('')
  await lockFolder(folder)
  expect(await readdir(folder)).toEqual(['process-2.lock'])
})

test('another process that lives is named, and how to go on', async () => {
  await writeFile(lock(3), String(process.ppid))
  await expect(lockFolder(folder)).rejects.toThrow(/Another process \(\d+\) uses .*DATA_DIR=/)
  expect(await readFile(lock(3), 'utf8')).toBe(String(process.ppid))
  expect(await readdir(folder)).toEqual(['process-3.lock'])
})

test.each(['4194305', '', 'x'])('a lock that nobody holds any more (%j) is followed', async (left) => {
  await writeFile(lock(9), left)
  await lockFolder(folder)
  expect(await readFile(lock(10), 'utf8')).toBe(String(process.pid))
  expect(await readdir(folder)).toEqual(['process-10.lock'])
})

const starter = `
  import { lockFolder } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)}
  console.log('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  console.log(await lockFolder(process.argv[1]).then(() => 'got it', (error) => error.message))
  process.stdin.once('end', () => process.exit())
`

/** A process that locks the folder when it is told to, and crashes when its input ends. */
function start() {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', starter, folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() }
}

async function crash(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.stdin?.end()
  await ended
}

test('of several processes that start at once after a crash, one gets the folder and the others are told', async () => {
  await writeFile(lock(1), '4194305')
  for (let round = 0; round < 5; round++) {
    const starters = Array.from({ length: 4 }, start)
    for (const { lines } of starters) expect((await lines.next()).value).toBe('ready')
    for (const { child } of starters) child.stdin.write('go\n')
    const said: string[] = []
    for (const { lines } of starters) said.push(String((await lines.next()).value))
    expect(said.sort().map((words) => words.replace(/\d+/, 'n').split('.')[0])).toEqual([
      ...Array(3).fill(`Another process (n) uses ${folder}`),
      'got it',
    ])
    for (const { child } of starters) await crash(child)
  }
})
