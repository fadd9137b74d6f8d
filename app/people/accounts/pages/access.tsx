import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Stack, Unseen } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { findClient, fullName } from '../../clients/door.ts'
import { type Holder, listHolders } from '../store/link.ts'
import { texts } from '../texts.ts'

/** Who may read along: the client, relatives and representatives, each with or without access to the portal. */
export async function get(c: Ctx): Promise<Response> {
  const id = idParam<ClientId>(c, 'clientId')
  const { client, holders } = await read(
    asker(c),
    [{ dossier: id, purpose: 'administration' }],
    async (tx) => {
      const found = await findClient(tx, id)
      const holders = await listHolders(tx, id)
      if (!found || holders.length === 0) throw new NotFound('no such client')
      return { client: found, holders }
    },
  )
  const t = texts[c.var.lang].access
  return c.render(
    <Stack narrow>
      {c.req.query('gedaan') === 'gestopt' && <Notice kind="success">{t.ended}</Notice>}
      <p>
        <A href={link('relatives', { clientId: id })}>{t.back}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      <p>{t.explain}</p>
      <Card heading={t.who}>
        <List>
          {holders.map((holder) => (
            <HolderRow c={c} client={id} holder={holder} />
          ))}
        </List>
      </Card>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function HolderRow({ c, client, holder }: { c: Ctx; client: ClientId; holder: Holder }) {
  const { access: t, roles } = texts[c.var.lang]
  const href = link('accessOf', { clientId: client, besideId: holder.rowId })
  return (
    <ListRow
      soft={`${roles[holder.kind]} · ${holder.person ? t.has : t.hasNot}`}
      action={
        <ButtonLink href={href} kind="quiet" small>
          {holder.person ? t.look : t.give}
          <Unseen> {holder.name}</Unseen>
        </ButtonLink>
      }
    >
      {holder.name}
    </ListRow>
  )
}
