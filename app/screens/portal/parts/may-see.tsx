import type { Lang } from '../../../core/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { texts } from '../texts.ts'

type Props = { lang: Lang; name: string; open: readonly string[]; isLegal: boolean }

/** What a relative or representative may see, said plainly. */
export function MaySee({ lang, name, open, isLegal }: Props) {
  const t = texts[lang].may
  if (open.length === 0)
    return (
      <Card heading={t.title}>
        <p>{t.nothing(name)}</p>
        <p>{t.nothingText(name)}</p>
      </Card>
    )
  return (
    <Card heading={t.title}>
      <p>{isLegal ? t.legal(name) : t.text(name)}</p>
      <ul>
        {open.map((section) => (
          <li>{t.sections[section] ?? section}</li>
        ))}
      </ul>
      <p>{t.rest}</p>
    </Card>
  )
}
