import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'
import type { Database } from './engine.ts'
import { log } from './log.ts'

/** What is done again and again, beside the requests. `run` says how many things it did, and stops early when told. */
export type Job = { name: string; seconds: number; run: (stopping: AbortSignal) => Promise<number> }

/** Does each job now and again, every so many seconds after it was done. The function it gives stops them, and waits. */
export function startJobs(jobs: Job[]): () => Promise<void> {
  const stopping = new AbortController()
  const loops = jobs.map((job) => repeat(job, stopping.signal))
  return async () => {
    stopping.abort()
    await Promise.all(loops)
  }
}

async function repeat(job: Job, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await once(job, stopping)
    await pause(job.seconds, stopping)
  }
}

// A job that fails is told of in the log and tried again at its next turn.
async function once(job: Job, stopping: AbortSignal): Promise<void> {
  const from = performance.now()
  try {
    const done = await job.run(stopping)
    if (done > 0) log.job(job.name, done, performance.now() - from)
  } catch (error) {
    log.failure(error)
  }
}

function pause(seconds: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve()
    const timer = setTimeout(end, seconds * 1000)
    stopping.addEventListener('abort', end, { once: true })
    function end() {
      clearTimeout(timer)
      stopping.removeEventListener('abort', end)
      resolve()
    }
  })
}

/** One transaction of a job, under the role jobs; null when another process is at the same job. */
export async function inJob<T>(
  database: Database,
  name: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T | null> {
  return database.jobs.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      mine: boolean
    }>`select pg_try_advisory_xact_lock(hashtextextended(${`job ${name}`}, 0)) as mine`.execute(tx)
    return rows[0]?.mine ? work(tx) : null
  })
}

/** What a function of the database did in a job, as a number; 0 when another process is at it. */
export async function countInJob(
  database: Database,
  name: string,
  deed: RawBuilder<unknown>,
): Promise<number> {
  const count = await inJob(database, name, async (tx) => {
    const { rows } = await sql<{ n: number }>`select ${deed} as n`.execute(tx)
    return rows[0]?.n ?? 0
  })
  return count ?? 0
}
