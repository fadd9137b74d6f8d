import { addDays, type Day, parseDay } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam } from '../../../platform/web.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Inline, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Looks } from '../parts/looks.tsx'
import { clientNumber } from '../rules/line.ts'
import type { Look } from '../rules/look.ts'
import { listLooks } from '../store/looks.ts'
import { texts } from '../texts.ts'

const days = 31

/** Who of the own organisation looked at one client, a month at a time. */
export async function get(c: Ctx): Promise<Response> {
  const client = idParam<ClientId>(c, 'clientId')
  const until = parseDay(c.req.query('tot') ?? '') ?? today()
  const looks = await read(asker(c), [{ dossier: client, purpose: 'audit' }], (tx) =>
    listLooks(tx, client, { from: addDays(until, 1 - days), until, lang: c.var.lang }),
  )
  return view(c, { client, until, looks })
}

function view(c: Ctx, { client, until, looks }: { client: ClientId; until: Day; looks: Look[] }) {
  const t = texts[c.var.lang].client
  const month = (tot: Day) => link('clientLooks', { clientId: client }, { tot })
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.soft(clientNumber(client))} />
      {looks.length === 0 ? (
        <Empty icon="eye">{t.empty}</Empty>
      ) : (
        <Looks looks={looks} lang={c.var.lang} today={today()} voice="staff" />
      )}
      <Inline between>
        <A href={month(addDays(until, -days))}>{t.earlier}</A>
        {until < today() && <A href={month(addDays(until, days))}>{t.later}</A>}
      </Inline>
    </Stack>,
    { title: t.title, current: 'log' },
  )
}
