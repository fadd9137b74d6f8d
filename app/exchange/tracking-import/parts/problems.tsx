import { type Lang, sayDay } from '../../../core/texts.ts'
import type { Problem } from '../../../office/imports/door.ts'
import { Chip } from '../../../ui/chip.tsx'
import { texts } from '../texts.ts'

/** Which column a problem is about, and where the file has it. */
export type Place = (problem: Problem) => string

/** A problem in words, with the day that was taken instead. */
export function sayProblem(lang: Lang, { code, day }: Pick<Problem, 'code' | 'day'>): string {
  const said: Record<string, string> = texts[lang].problems
  const words = said[code] ?? said['not-readable'] ?? code
  return day ? `${words} (${sayDay(day, lang)})` : words
}

/** What a problem means for the line, in a tone. */
export function WeightChip({ lang, weight }: { lang: Lang; weight: Problem['weight'] }) {
  const tone = { stop: 'alarm', without: 'warn', note: 'plain' } as const
  return <Chip tone={tone[weight]}>{texts[lang].weights[weight]}</Chip>
}

/** The problems of one line, each with its column. */
export function Problems({ lang, problems, place }: { lang: Lang; problems: Problem[]; place: Place }) {
  if (problems.length === 0) return null
  return (
    <ul>
      {problems.map((problem) => (
        <li>
          {place(problem)}: {sayProblem(lang, problem)} <WeightChip lang={lang} weight={problem.weight} />
        </li>
      ))}
    </ul>
  )
}
