import type { Day } from '../../../core/day.ts'
import { type Lang, sayDays, sayNear } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { waited } from '../../../path/referral/door.ts'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import type { Arrival, Urgency } from '../rules/entrance.ts'
import { texts } from '../texts.ts'

type Props = {
  lang: Lang
  today: Day
  team: string
  needs: readonly { arrival: Arrival; why: Urgency }[]
  /** how many stand in the inbox, and on the waiting list */
  inbox: number
  waiting: number
  fullName: (arrival: Arrival) => string
  /** whether a name leads to the referral, for roles that may open it */
  opens: boolean
}

const shown = 6

/** Who waits with a broken or missing promise, or against the OGGZ clock; the most urgent first. */
export function Needs({ lang, today, team, needs, inbox, waiting, fullName, opens }: Props) {
  const t = texts[lang].needs
  return (
    <Card heading={t.title}>
      {needs.length === 0 ? (
        <p>{waiting === 0 ? t.nobody : t.empty}</p>
      ) : (
        <List label={t.title}>
          {needs.slice(0, shown).map(({ arrival, why }) => (
            <ListRow lead={<Chip tone={toneOf(why)}>{t.why[why]}</Chip>} soft={softOf(arrival, lang, today)}>
              {opens ? <A href={hrefOf(arrival)}>{fullName(arrival)}</A> : fullName(arrival)}
            </ListRow>
          ))}
        </List>
      )}
      {inbox > 0 && (
        <p>
          <A href={link('referrals', {}, { team })}>{t.inbox(inbox)}</A>
        </p>
      )}
      <p>
        <A href={link('waitingList', {}, { team })}>
          {needs.length > shown ? t.more(needs.length - shown) : t.all}
        </A>
      </p>
    </Card>
  )
}

function hrefOf({ clientId, referralId }: Arrival): string {
  return link('referral', { clientId, referralId })
}

function toneOf(why: Urgency) {
  return ['oggz-late', 'promise-late', 'intake-missed'].includes(why) ? 'alarm' : 'warn'
}

// The same clock as on the waiting list: to the intake.
function softOf(arrival: Arrival, lang: Lang, today: Day): string {
  const t = texts[lang].needs
  const { promisedFor } = arrival
  return [
    t.since(sayDays(waited(arrival, today).toIntake, lang)),
    promisedFor && t.promised(sayNear(promisedFor, today, lang)),
  ]
    .filter(Boolean)
    .join(' · ')
}
