import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { countAlarms, lastWeek } from '../../../people/audit/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { texts } from '../texts.ts'
import { DayFrame } from './frame.tsx'

/** The day of a privacy officer: what in the log asks to be looked at. */
export async function get(c: Ctx): Promise<Response> {
  const alarms = await read(asker(c), [{ log: 'organisation' }], (tx) => countAlarms(tx, lastWeek(today())))
  return view(c, alarms)
}

function view(c: Ctx, alarms: Awaited<ReturnType<typeof countAlarms>>) {
  const { lang } = c.var
  const t = texts[lang].officer
  const { from, until } = lastWeek(today())
  const action = (
    <ButtonLink href={link('log')} icon="shield">
      {t.log}
    </ButtonLink>
  )
  return c.render(
    <DayFrame c={c} actions={action}>
      <p>{t.lead(sayDay(from, lang), sayDay(until, lang))}</p>
      <Stats>
        <Stat
          number={alarms.emergencies}
          label={t.emergencies}
          href={link('log', {}, { toon: 'emergency' })}
          tone={alarms.emergencies > 0 ? 'alarm' : 'plain'}
        />
        <Stat
          number={alarms.refused}
          label={t.refused}
          href={link('log', {}, { toon: 'refused' })}
          tone={alarms.refused > 0 ? 'warn' : 'plain'}
        />
        <Stat number={alarms.wideSearches} label={t.wide} href={link('log', {}, { toon: 'search' })} />
      </Stats>
      <p>{alarms.emergencies + alarms.refused > 0 ? t.read : t.none}</p>
    </DayFrame>,
    { title: texts[lang].title, current: 'day' },
  )
}
