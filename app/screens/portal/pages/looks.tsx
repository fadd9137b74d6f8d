import { addDays, type Day, parseDay } from '../../../core/day.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type Look, Looks, listLooks } from '../../../people/audit/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Disclosure, Inline } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { texts } from '../texts.ts'
import { nobody } from './record.tsx'

const days = 31

/** Who looked in my dossier: a row for each person and day, a month at a time. */
export async function get(c: Ctx): Promise<Response> {
  const client = me(c).ownClient
  if (!client) return nobody(c)
  const until = parseDay(c.req.query('tot') ?? '') ?? today()
  const from = addDays(until, 1 - days)
  const looks = await read(asker(c), [{ dossier: client, purpose: 'own' }], (tx) =>
    listLooks(tx, client, { from, until, lang: c.var.lang }),
  )
  return view(c, { from, until, looks })
}

function view(c: Ctx, { from, until, looks }: { from: Day; until: Day; looks: Look[] }) {
  const { lang } = c.var
  const t = texts[lang].looks
  const month = (tot: Day) => link('portalLooks', {}, { tot })
  return c.render(
    <>
      <PageHeading title={t.title} soft={t.between(sayDay(from, lang), sayDay(until, lang))} />
      <p>{t.lead}</p>
      <Disclosure summary={t.help}>
        <p>{t.helpText}</p>
        <p>{t.helpList}</p>
        <p>{t.helpWrong}</p>
      </Disclosure>
      {looks.length === 0 ? (
        <Empty icon="eye">{t.empty}</Empty>
      ) : (
        <Card>
          <Looks looks={looks} lang={lang} today={today()} voice="client" own={me(c).personId} />
        </Card>
      )}
      <Inline between>
        <A href={month(addDays(until, -days))}>{t.earlier}</A>
        {until < today() && <A href={month(addDays(until, days))}>{t.later}</A>}
      </Inline>
    </>,
    { title: t.title, current: 'portalLooks' },
  )
}
