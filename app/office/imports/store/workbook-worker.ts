import { parentPort, workerData } from 'node:worker_threads'
import { Refused } from '../rules/table.ts'
import { readWorkbook } from './workbook.ts'

// The program of the thread in which one workbook is read; ended from outside when it takes too long.
parentPort?.postMessage(await readWorkbook(workerData.bytes, workerData.sheet).catch(refusal))

function refusal(error: unknown): { refused: string } {
  if (error instanceof Refused) return { refused: error.code }
  throw error
}
