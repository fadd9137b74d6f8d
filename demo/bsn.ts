import { parseBsn } from '../app/core/bsn.ts'

/** BSNs of the published test series (9999...), one after the other: they pass the eleven-check and belong to nobody. */
export function testBsns(): () => string {
  let next = 999900000
  return () => {
    do next += 1
    while (!parseBsn(String(next)))
    return String(next)
  }
}
