import { changedPlaces, runSteps, staticSteps, vitest } from './steps.ts'

// Before every commit, at most 90 seconds: what is quick to know of everything, and all tests of what changed.
const from = performance.now()
const places = changedPlaces()
const ok = await runSteps([
  ...staticSteps,
  vitest('house and rules', ['--project', 'pure', 'tests/house', '/rules/', 'app/core/']),
  ...(places.length > 0 ? [vitest(`changed: ${places.join(' ')}`, [...places, '--passWithNoTests'])] : []),
])
console.log(
  `${ok ? 'All well' : 'Stopped at the first that failed'}, ${((performance.now() - from) / 1000).toFixed(1)} s of 90`,
)
process.exitCode = ok ? 0 : 1
