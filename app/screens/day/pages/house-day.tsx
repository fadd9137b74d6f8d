import { addDays } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { findHouseCare, type HouseCare } from '../store/house.ts'
import { texts } from '../texts.ts'
import { DayFrame } from './frame.tsx'

/** An agreement that ends within two months asks for a new one. */
const ahead = 60

/** The day of an administrator: who cannot sign in yet, and which agreements end. No client in sight. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await read(asker(c), [], (tx) => findHouseCare(tx, addDays(today(), ahead))))
}

function view(c: Ctx, house: HouseCare) {
  const { lang } = c.var
  const t = texts[lang].house
  const action = (
    <ButtonLink href={link('staff')} icon="settings">
      {t.staff}
    </ButtonLink>
  )
  return c.render(
    <DayFrame c={c} actions={action}>
      {house.teams === 0 && <Begin lang={lang} />}
      <Stats>
        <Stat number={house.workers} label={t.workers} href={link('staff')} />
        <Stat
          number={house.withoutAccount}
          label={t.without}
          href={link('staff')}
          tone={house.withoutAccount > 0 ? 'warn' : 'plain'}
        />
      </Stats>
      <Card heading={t.agreements}>
        {house.agreements.length === 0 ? (
          <p>{t.fine}</p>
        ) : (
          <List label={t.agreements}>
            {house.agreements.map(({ id, name, endsOn }) => (
              <ListRow soft={endsOn ? t.ends(sayDay(endsOn, lang)) : t.none}>
                <A href={link('organisation', { organisationId: id })}>{name}</A>
              </ListRow>
            ))}
          </List>
        )}
      </Card>
      <p>
        <Soft>{t.clinical}</Soft>
      </p>
    </DayFrame>,
    { title: texts[lang].title, current: 'day' },
  )
}

// An empty house: in which order it is furnished.
function Begin({ lang }: { lang: Lang }) {
  const t = texts[lang].house.begin
  const ways = [link('staff'), link('newTeam'), link('staffArea'), link('newWorker')]
  return (
    <Card heading={t.title} kind="brand">
      <List label={t.title}>
        {t.steps.map(({ name, why }, index) => (
          <ListRow lead={<strong>{index + 1}</strong>} soft={why}>
            <A href={ways[index] ?? link('staff')}>{name}</A>
          </ListRow>
        ))}
      </List>
    </Card>
  )
}
