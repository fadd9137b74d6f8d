import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { buildWhenChanged } from './build.ts'
import { chromiumPath } from './chromium.ts'
import { ensurePostgres } from './postgres.ts'
import { Missing } from './provision.ts'
import { runStep, runSteps, staticSteps, vitest } from './steps.ts'

type Tier = {
  name: string
  minutes: number
  words: string[]
  env?: Record<string, string>
  needs?: () => Promise<unknown>
}
type Count = { passed: number; failed: number; skipped: number }

const journeys = 'tests/journeys'
const tiers: Tier[] = [
  { name: 'pglite', minutes: 9, words: [], env: { ENGINE: 'pglite' } },
  { name: 'postgres', minutes: 6, words: [], env: { ENGINE: 'postgres' }, needs: ensurePostgres },
  ...(hasJourneys() ? [journeyTier()] : []),
]

// Everything, in at most 30 minutes. A tier that fails does not hide what the next would say.
async function main(): Promise<number> {
  const from = performance.now()
  const tally: Count = { passed: 0, failed: 0, skipped: 0 }
  if (!(await runSteps(staticSteps))) tally.failed += 1
  else for (const tier of tiers) add(tally, await runTier(tier))
  console.log(`${((performance.now() - from) / 60_000).toFixed(1)} minutes of 30`)
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''
  console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`)
  return tally.failed === 0 ? 0 : 1
}

function hasJourneys(): boolean {
  return existsSync(journeys) && readdirSync(journeys).some((name) => name.endsWith('.journey.ts'))
}

function journeyTier(): Tier {
  async function needs(): Promise<void> {
    await chromiumPath()
    await buildWhenChanged()
  }
  return { name: 'journeys', minutes: 12, words: ['--config', `${journeys}/vitest.config.ts`], needs }
}

async function runTier(tier: Tier): Promise<Count> {
  const lack = await lackOf(tier)
  if (lack) {
    console.log(`${process.env.CI ? 'FAIL' : 'skip'} ${tier.name}: ${lack}`)
    return { passed: 0, failed: process.env.CI ? 1 : 0, skipped: 0 }
  }
  const report = `.cache/tests-${tier.name}.json`
  mkdirSync('.cache', { recursive: true })
  rmSync(report, { force: true })
  const words = [...tier.words, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok, seconds } = await runStep(vitest(tier.name, words, tier.env), true)
  const over = seconds > tier.minutes * 60 ? ', OVER ITS BUDGET' : ''
  const count = existsSync(report)
    ? counted(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  // Vitest also fails on what belongs to no test: an error in set-up, a rejection that nobody waited for.
  if (!ok && count.failed === 0) count.failed = 1
  console.log(
    `     ${(seconds / 60).toFixed(1)} minutes of ${tier.minutes}${over}; ${count.passed} passed, ${count.failed} failed`,
  )
  return count
}

// On a developer's machine a tier that cannot be provided for is left out by name; in CI that is a failure.
async function lackOf(tier: Tier): Promise<string | undefined> {
  try {
    await tier.needs?.()
    return undefined
  } catch (error) {
    if (error instanceof Missing) return error.message
    throw error
  }
}

type Report = { testResults: { status: string; assertionResults: { status: string }[] }[] }

function counted(report: Report): Count {
  const results = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = results.filter((status) => status === 'passed').length
  const failed = results.filter((status) => status === 'failed').length
  // A file that could not be loaded has no tests to count, and still failed.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  return { passed, failed: failed + broken, skipped: results.length - passed - failed }
}

function add(tally: Count, more: Count): void {
  tally.passed += more.passed
  tally.failed += more.failed
  tally.skipped += more.skipped
}

process.exitCode = await main()
