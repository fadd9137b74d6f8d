import { link } from '../../../links.ts'
import { me } from '../../../platform/web.ts'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { choicesFor, isShown } from '../rules/lanes.ts'
import { texts } from '../texts.ts'
import type { Shown } from './board.tsx'

/** Which team, and which of its people. */
export function Choices({ c, team, lines, selection, asList }: Shown) {
  const t = texts[c.var.lang].board
  const shape = asList ? { vorm: 'lijst' } : {}
  const { teams } = me(c)
  return (
    <Inline>
      {teams.length > 1 && (
        <FilterLinks
          label={t.team}
          items={teams.map(({ id, name }) => ({
            href: link('board', {}, { team: id, toon: selection, ...shape }),
            label: name,
            current: id === team.id,
          }))}
        />
      )}
      <FilterLinks
        label={t.choose}
        items={choicesFor(lines, selection).map((one) => ({
          href: link('board', {}, { team: team.id, toon: one, ...shape }),
          label: t.selections[one],
          count: lines.filter((line) => isShown(line, one)).length,
          current: one === selection,
        }))}
      />
    </Inline>
  )
}
