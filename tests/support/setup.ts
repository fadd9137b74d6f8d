import { afterEach, beforeEach } from 'vitest'

// What is written to console.error is a defect that nobody would read: the test that caused it fails.
const written: unknown[][] = []
console.error = (...words: unknown[]) => {
  written.push(words)
}

beforeEach(() => {
  written.length = 0
})

afterEach(() => {
  const [first] = written.splice(0)
  if (first) throw new Error(`console.error was called: ${first.map(String).join(' ')}`)
})
