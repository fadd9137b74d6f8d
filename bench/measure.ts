import type { Scenario } from './scenarios.ts'
import type { Taken } from './visitor.ts'

/** Medians and 95th percentiles in ms: the page, the bare SQL beside it, and of the page the gate's and its own SQL. */
export type Figure = {
  name: string
  parallel: number
  p50: number
  p95: number
  bare50: number
  bare95: number
  gate: number
  sql: number
  statements: number
}

/** Measures one scenario; page and bare SQL take turns in short rounds, so that noise falls on both. */
export async function measure(scenario: Scenario, parallel: number, runs: number): Promise<Figure> {
  const count = Math.min(runs, Math.floor((scenario.most ?? runs) / 2))
  const pages: Taken[] = []
  const bares: number[] = []
  const page = async (turn: number) => {
    pages.push(await scenario.page(turn))
  }
  const bare = async (turn: number) => {
    const started = performance.now()
    await scenario.bare(turn)
    bares.push(performance.now() - started)
  }
  const round = Math.max(10, parallel * 2)
  await inRounds(Math.min(30, count), round, parallel, [page, bare])
  pages.length = 0
  bares.length = 0
  await inRounds(count, round, parallel, [page, bare])
  const times = pages.map((taken) => taken.ms)
  return {
    name: scenario.name,
    parallel,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    bare50: percentile(bares, 50),
    bare95: percentile(bares, 95),
    gate: percentile(
      pages.map((taken) => taken.gate),
      50,
    ),
    sql: percentile(
      pages.map((taken) => taken.sql),
      50,
    ),
    statements: Math.max(...pages.map((taken) => taken.statements)),
  }
}

type Run = (turn: number) => Promise<void>

async function inRounds(count: number, round: number, parallel: number, runs: Run[]): Promise<void> {
  for (let from = 0; from < count; from += round) {
    for (const run of runs) await atOnce(from, Math.min(count, from + round), parallel, run)
  }
}

async function atOnce(from: number, until: number, parallel: number, run: Run): Promise<void> {
  let turn = from
  async function one(): Promise<void> {
    while (turn < until) await run(turn++)
  }
  await Promise.all(Array.from({ length: parallel }, one))
}

/** The smallest value that so many per cent do not exceed. */
function percentile(values: number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}
