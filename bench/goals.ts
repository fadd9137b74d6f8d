import type { Figure } from './measure.ts'

/** A target of the issue, and whether this run met it; a line of the bench, never a test. */
export type Goal = { goal: string; measured: string; met: boolean }

type Run = { engine: 'postgres' | 'pglite'; clients: number; figures: Figure[] }

/** The targets that this run says something about, for one who asks alone. */
export function goalsOf({ engine, clients, figures }: Run): Goal[] {
  const alone = figures.filter((figure) => figure.parallel === 1)
  const dossier = alone.find((figure) => figure.name === 'dossier')
  const searches = alone.filter((figure) => figure.name.startsWith('search'))
  const at = clients >= 281_000 ? '' : ` (the target is for 281,000 clients; these are ${clients})`
  const found: Goal[] = figures.length > 0 ? [fewStatements(figures)] : []
  if (engine === 'pglite')
    return dossier ? [...found, atMost('embedded dossier p95', dossier.p95, 60)] : found
  if (dossier) {
    found.push(
      atMost(`dossier p50 <= 2x bare + 2 ms${at}`, dossier.p50, 2 * dossier.bare50 + 2),
      atMost(`dossier p95${at}`, dossier.p95, 25),
    )
  }
  return [...found, ...searches.map((figure) => atMost(`${figure.name} p95${at}`, figure.p95, 20))]
}

function fewStatements(figures: Figure[]): Goal {
  const most = Math.max(...figures.map((figure) => figure.statements))
  return { goal: 'at most 4 statements a page beyond the gate', measured: String(most), met: most <= 4 }
}

function atMost(goal: string, measured: number, limit: number): Goal {
  return {
    goal: `${goal} <= ${limit.toFixed(1)} ms`,
    measured: `${measured.toFixed(1)} ms`,
    met: measured <= limit,
  }
}

/** goal ... met. */
export function say({ goal, measured, met }: Goal): string {
  return `goal ${goal}: ${measured}, ${met ? 'met' : 'not met'}`
}
