import { dayOf } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { texts } from '../texts.ts'
import { sayPart } from './part-words.ts'

type Word = { section: string | null; name: string; from: Date; endedBy: string; endedAt: Date }

/** What the client let somebody see, and who stopped that when. */
export function EndedWords({ words, lang }: { words: readonly Word[]; lang: Lang }) {
  const t = texts[lang].standing
  if (words.length === 0) return null
  const day = (moment: Date) => sayDay(dayOf(moment), lang)
  return (
    <Card heading={t.ended}>
      <List>
        {words.map((word) => (
          <ListRow
            soft={[
              t.endedOn(day(word.from), day(word.endedAt)),
              t.endedBy(word.endedBy || texts[lang].givenBy.client),
            ].join(' · ')}
          >
            {`${sayPart(word.section, lang)}: ${word.name}`}
          </ListRow>
        ))}
      </List>
    </Card>
  )
}
