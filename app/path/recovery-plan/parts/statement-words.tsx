import { dayOf } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { Soft, Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import type { Statement } from '../rules/statement.ts'
import { texts } from '../texts.ts'

/** What a practitioner wrote, and what the client said to it. */
export function StatementWords({ statement, lang }: { statement: Statement; lang: Lang }) {
  const t = texts[lang].statements
  return (
    <Stack>
      <p>
        <Lines text={statement.body} />
      </p>
      <p>
        <Soft>{t.signed(statement.by, sayDay(dayOf(statement.signedAt), lang))}</Soft>
      </p>
      {statement.answers.map(({ agrees, body, at }) => (
        <OwnWords by={`${agrees ? t.agrees : t.disagrees} · ${sayDay(dayOf(at), lang)}`}>
          {body && <Lines text={body} />}
        </OwnWords>
      ))}
    </Stack>
  )
}
