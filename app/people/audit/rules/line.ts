import type { Kind } from './look.ts'

/** One line of the log of an organisation. */
export type Line = {
  id: string
  moment: Date
  writtenAt: Date
  event: Exclude<Kind, 'refused'>
  action: 'C' | 'R' | 'U' | 'D' | 'E'
  granted: boolean
  personId: string
  person: string
  function: string
  role: string
  organisation: string
  clientId: string | null
  team: string
  sections: string[]
  basis: string[]
  purpose: string
  reason: string
  query: string
  sessionId: string
  device: string
}

/** A number to talk about a client by, without a name: the end of the id. */
export function clientNumber(clientId: string): string {
  return clientId.slice(-8)
}

/** What a right was about (worker, post, agreement, account, factor, assignment, shield, row, after-death), in which words, and which parts. */
export function rightOf(query: string): { what: string; words: string; parts: string[] } {
  const [, what = '', words = '', parts] = /^(\S*) ?(.*?)(?: \[([^\]]*)\])?$/.exec(query) ?? []
  return { what, words, parts: parts?.split(',') ?? [] }
}

/** What was searched, without the word for how wide. */
export function askedOf(query: string): { wide: boolean; words: string } {
  const wide = query.startsWith('region ')
  return { wide, words: query.replace(/^(region|own) /, '') }
}
