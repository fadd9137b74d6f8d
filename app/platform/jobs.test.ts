import { expect, test } from 'vitest'
import { startJobs } from './jobs.ts'
import { log } from './log.ts'

test('a job runs again and again, and stopping waits for the running one', async () => {
  let started = 0
  let ended = 0
  let release: () => void = () => {}
  const stop = startJobs([
    {
      name: 'test',
      seconds: 0,
      run: async (stopping) => {
        started += 1
        if (started === 3) await new Promise<void>((resolve) => (release = resolve))
        if (started === 3) expect(stopping.aborted).toBe(true)
        ended += 1
        return 0
      },
    },
  ])
  await expect.poll(() => started).toBe(3)
  const stopped = stop().then(() => ended)
  release()
  expect(await stopped).toBe(3)
  expect(started).toBe(3)
})

test('a job that fails is told of and tried again', async () => {
  const said: string[] = []
  log.failure = (error) => {
    said.push(String(error))
    return ''
  }
  let runs = 0
  const stop = startJobs([
    {
      name: 'test',
      seconds: 0,
      run: async () => {
        runs += 1
        if (runs === 1) throw new Error('not today')
        return 0
      },
    },
  ])
  await expect.poll(() => runs).toBeGreaterThan(1)
  await stop()
  expect(said).toEqual(['Error: not today'])
})
