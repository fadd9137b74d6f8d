import { parseDay } from '../../../core/day.ts'
import { type Lang, sayDay, sayMoment } from '../../../core/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import type { Change, correctionFields } from '../rules/correction.ts'
import { texts } from '../texts.ts'
import { sourceWord } from './source-word.ts'

/** What was corrected in a referral, newest first: who, when, and what it said before. */
export function Corrections({ lang, changes }: { lang: Lang; changes: Change[] }) {
  const t = texts[lang].edit
  if (changes.length === 0) return null
  return (
    <Card heading={t.corrected}>
      <List>
        {changes.toReversed().map((change) => (
          <ListRow soft={[sayMoment(change.at, lang), change.by].filter(Boolean).join(' · ')}>
            {change.fields.map(({ name, from, to }) => (
              <p>
                <strong>{t.fields[name]}</strong>{' '}
                {t.fromTo(correctionValue(lang, name, from), correctionValue(lang, name, to))}
              </p>
            ))}
          </ListRow>
        ))}
      </List>
    </Card>
  )
}

/** One field of a referral as people read it. */
export function correctionValue(lang: Lang, name: (typeof correctionFields)[number], value: string): string {
  if (value === '') return texts[lang].edit.empty
  if (name === 'source') return sourceWord(value, lang)
  const day = name === 'receivedOn' ? parseDay(value) : null
  return day ? sayDay(day, lang) : value
}
