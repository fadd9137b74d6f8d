import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type ReadSheet, type Refusal, Refused } from '../rules/table.ts'

const mostSeconds = 20
const limits = { maxOldGenerationSizeMb: 1024 }
// One file at a time: the others wait here, not for the processor.
let last: Promise<unknown> = Promise.resolve()

/**
 * The lines of a sheet of a workbook ('' is the first), read in a thread of its own: a few kB can be made to keep a reader busy for minutes, and then
 * nobody else may wait for it. Throws Refused; also when it takes over 20 seconds or too much memory.
 */
export function readApart(bytes: Uint8Array, sheet = '', seconds = mostSeconds): Promise<ReadSheet> {
  const read = last.then(() => inThread({ bytes, sheet }, seconds))
  last = read.catch(() => undefined)
  return read
}

async function inThread(
  workerData: { bytes: Uint8Array; sheet: string },
  seconds: number,
): Promise<ReadSheet> {
  const worker = new Worker(program(), { workerData, resourceLimits: limits })
  const late = setTimeout(() => worker.terminate(), seconds * 1000)
  try {
    const answer = await answerOf(worker)
    if ('refused' in answer) throw new Refused(answer.refused)
    return answer
  } finally {
    clearTimeout(late)
    await worker.terminate()
  }
}

function answerOf(worker: Worker): Promise<ReadSheet | { refused: Refusal }> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', (error) => reject(isTooMuch(error) ? new Refused('too-big-inside') : error))
    // Ended before it answered: it was too late.
    worker.once('exit', () => reject(new Refused('too-big-inside')))
  })
}

function isTooMuch(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

// Beside this file while it is a source; built, it is a program of its own.
function program(): URL {
  return import.meta.url.endsWith('.ts')
    ? new URL('./workbook-worker.ts', import.meta.url)
    : pathToFileURL(resolve('dist/server/workbook.js'))
}
