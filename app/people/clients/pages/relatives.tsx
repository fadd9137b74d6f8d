import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { DossierTabs } from '../parts/dossier-tabs.tsx'
import { fullName } from '../rules/name.ts'
import { findClient } from '../store/clients.ts'
import { listRelatives, type Relative } from '../store/relatives.ts'
import { listRepresentatives, type Representative } from '../store/representatives.ts'
import { texts } from '../texts.ts'

/** Who stand beside the client, and what may be shared with each. */
export async function get(c: Ctx): Promise<Response> {
  const id = idParam<ClientId>(c, 'clientId')
  return view(
    c,
    await read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
      const client = await findClient(tx, id)
      if (!client) throw new NotFound('no such client')
      return {
        client,
        relatives: await listRelatives(tx, id),
        representatives: await listRepresentatives(tx, id),
      }
    }),
  )
}

type Loaded = {
  client: NonNullable<Awaited<ReturnType<typeof findClient>>>
  relatives: Relative[]
  representatives: Representative[]
}

function view(c: Ctx, { client, relatives, representatives }: Loaded) {
  const { lang } = c.var
  const t = texts[lang].beside
  const of = { clientId: client.id }
  return c.render(
    <Stack narrow>
      {c.req.query('gedaan') === 'naaste' && <Notice kind="success">{t.saved}</Notice>}
      <PageHeading title={t.title} soft={`${fullName(client)} · ${t.soft}`}>
        <ButtonLink href={link('newRelative', of)} icon="user-plus">
          {t.add}
        </ButtonLink>
      </PageHeading>
      <DossierTabs lang={lang} clientId={client.id} current="relatives" />
      {relatives.length + representatives.length === 0 && <Empty icon="users">{t.none}</Empty>}
      {relatives.map((relative) => (
        <RelativeCard c={c} relative={relative} />
      ))}
      {representatives.length > 0 && (
        <Card heading={t.represents}>
          <List>
            {representatives.map((one) => (
              <RepresentativeRow c={c} one={one} />
            ))}
          </List>
        </Card>
      )}
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function RelativeCard({ c, relative }: { c: Ctx; relative: Relative }) {
  const t = texts[c.var.lang].beside
  const reach = [relative.relation, relative.phone, relative.email].filter(Boolean).join(' · ')
  return (
    <Card
      heading={relative.name}
      actions={relative.callInCrisis && <Chip icon="phone">{t.callInCrisis}</Chip>}
    >
      <p class="soft">{reach}</p>
      {relative.mayKnow ? (
        <OwnWords by={t.mayKnow}>{relative.mayKnow}</OwnWords>
      ) : (
        <p class="soft">{t.mayKnowNothing}</p>
      )}
    </Card>
  )
}

function RepresentativeRow({ c, one }: { c: Ctx; one: Representative }) {
  const { lang } = c.var
  const t = texts[lang].beside
  const until = one.until ? t.until(sayDay(one.until, lang)) : ''
  const soft = [one.phone, t.from(sayDay(one.from, lang)), until].filter(Boolean).join(' · ')
  return (
    <ListRow soft={soft}>
      <strong>{one.name}</strong> {t.kinds[one.kind]} {t.scopes[one.scope]}
    </ListRow>
  )
}
