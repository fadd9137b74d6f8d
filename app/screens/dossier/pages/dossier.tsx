import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { type Role, worksWithClients } from '../../../core/role.ts'
import { link } from '../../../links.ts'
import { type CareOverview, findCareOverview } from '../../../path/care/door.ts'
import { contactSaid } from '../../../path/contacts/door.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { now, today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me } from '../../../platform/web.ts'
import { Empty } from '../../../ui/empty.tsx'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Columns, Inline, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { Beside } from '../parts/beside.tsx'
import { EventItem } from '../parts/event-item.tsx'
import { Header } from '../parts/header.tsx'
import { cursorOf, writeCursor } from '../rules/cursor.ts'
import type { DossierEvent } from '../rules/event.ts'
import { type Filter, filterOf, filters, kindsOf } from '../rules/filter.ts'
import { type Key, keyOf } from '../rules/key.ts'
import { listEvents, listKeyEvents } from '../store/timeline.ts'
import { texts } from '../texts.ts'

const perPage = 40

type Shown = {
  client: Client
  care: CareOverview
  events: DossierEvent[]
  known: Key
  filter: Filter
}

/** One client: who it is, what the client wants, who does what, and the story so far. */
export async function get(c: Ctx): Promise<Response> {
  const id = idParam<ClientId>(c, 'clientId')
  const filter = filterOf(c.req.query('toon'))
  const before = cursorOf(c.req.query('voor'))
  const shown = await read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    const care = await findCareOverview(tx, id)
    if (!client || !care) throw new NotFound('no such client')
    const events = await listEvents(tx, id, { limit: perPage + 1, kinds: kindsOf(filter), before })
    // A story of one page has its key events too; they are not asked for again.
    const isWhole = filter === 'all' && !before && events.length <= perPage
    const keyEvents = isWhole ? events : await listKeyEvents(tx, id, now())
    return { client, care, events, known: keyOf(keyEvents, now()), filter }
  })
  return view(c, shown)
}

function maySpeakFor(role: Role): boolean {
  return role === 'practitioner' || role === 'supporter' || role === 'peer'
}

// The client says what a colleague is not to see: each item then leads to its own page for that.
function isShielding(c: Ctx): boolean {
  return c.req.query('afschermen') === 'ja' && maySpeakFor(me(c).role)
}

function view(c: Ctx, { client, care, events, known, filter }: Shown) {
  const { lang } = c.var
  const t = texts[lang]
  return c.render(
    <Stack>
      <Header
        lang={lang}
        client={client}
        care={care}
        phase={known.phase}
        today={today()}
        mayWrite={worksWithClients(me(c).role)}
      />
      {isShielding(c) && <Notice>{t.shield.lead}</Notice>}
      {c.req.query('gedaan') && (
        <Notice kind="success" live>
          {saidOf(c)}
        </Notice>
      )}
      <Columns>
        <Story c={c} client={client} events={events} filter={filter} />
        <Stack>
          <Beside lang={lang} clientId={client.id} known={known} care={care} today={today()} />
        </Stack>
      </Columns>
    </Stack>,
    { title: fullName(client), current: 'clients' },
  )
}

function saidOf(c: Ctx): string {
  const t = texts[c.var.lang]
  const code = c.req.query('gedaan') ?? ''
  const own: Record<string, string> = { nood: t.emergency, afgeschermd: t.shield.ownDone }
  return own[code] ?? contactSaid(code, c.var.lang) ?? t.done
}

function Story({
  c,
  client,
  events,
  filter,
}: {
  c: Ctx
  client: Client
  events: DossierEvent[]
  filter: Filter
}) {
  const { lang } = c.var
  const t = texts[lang]
  const shown = events.slice(0, perPage)
  const last = shown.at(-1)
  const kept: Record<string, string> = isShielding(c) ? { afschermen: 'ja' } : {}
  const items = filters.map((name) => ({
    href: link('dossier', { clientId: client.id }, { ...kept, toon: name }),
    label: t.filters[name],
    current: name === filter,
  }))
  return (
    <Stack>
      <Inline between>
        <h2>{t.story}</h2>
        <FilterLinks items={items} />
      </Inline>
      {shown.length === 0 && <Empty icon="book-open">{t.empty}</Empty>}
      <Timeline label={t.story}>
        {shown.map((event) => (
          <EventItem event={event} lang={lang} client={client} shielding={isShielding(c)} />
        ))}
      </Timeline>
      {events.length > perPage && last && (
        <p>
          <A
            href={link(
              'dossier',
              { clientId: client.id },
              { ...kept, toon: filter, voor: writeCursor(last) },
            )}
          >
            {t.more}
          </A>
        </p>
      )}
    </Stack>
  )
}
