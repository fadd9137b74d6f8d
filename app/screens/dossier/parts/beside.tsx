import type { Day } from '../../../core/day.ts'
import type { Lang } from '../../../core/texts.ts'
import { sayDay, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type CareOverview, isOn } from '../../../path/care/door.ts'
import { Card } from '../../../ui/card.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { type Key, mostComing } from '../rules/key.ts'
import { texts } from '../texts.ts'

type Props = {
  lang: Lang
  clientId: string
  known: Key
  care: CareOverview
  today: Day
}

/** Beside the story: what the client wants, what is coming, and who does what. */
export function Beside({ lang, clientId, known, care, today }: Props) {
  const t = texts[lang]
  const { question, coming } = known
  const assigned = care.assignments.filter((x) => isOn(x, today))
  const involved = care.involvements.filter((x) => isOn(x, today))
  return (
    <>
      {question !== null && (
        <Card heading={t.wants} kind="own">
          {question ? <OwnWords>{question}</OwnWords> : <p class="soft">{t.noQuestion}</p>}
        </Card>
      )}
      <Card heading={t.coming}>
        {coming.length === 0 && <p class="soft">{care.seesAgenda ? t.noComing : t.hiddenComing}</p>}
        <List>
          {coming.map((event) => (
            <ListRow soft={[event.person, event.body.place].filter(Boolean).join(' · ')}>
              <A href={link('appointment', { clientId, appointmentId: event.rowId })}>
                {sayMoment(event.at, lang)}
              </A>
            </ListRow>
          ))}
        </List>
        {coming.length === mostComing && (
          <p>
            <A href={link('dossier', { clientId }, { toon: 'agenda' })}>{t.allComing}</A>
          </p>
        )}
      </Card>
      <Card heading={t.who} actions={<A href={link('care', { clientId })}>{t.all}</A>}>
        {assigned.length + involved.length === 0 && <p class="soft">{t.noWho}</p>}
        <List>
          {assigned.map((x) => (
            <ListRow soft={`${t.parts[x.part]} · ${x.organisation}`}>
              <strong>{x.name}</strong>
            </ListRow>
          ))}
          {involved.map((x) => (
            <ListRow soft={t.since(sayDay(x.from, lang))}>{x.organisation}</ListRow>
          ))}
        </List>
      </Card>
    </>
  )
}
