import type { Day } from '../../../core/day.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Disclosure, Inline, Stack, Unseen } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Phone } from '../../../ui/phone.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { DossierHead } from '../parts/dossier-head.tsx'
import { type Client, findClient } from '../store/clients.ts'
import { listRelatives, mayHearConfidences, type Relative } from '../store/relatives.ts'
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
        mayHear: await mayHearConfidences(tx, id),
      }
    }),
  )
}

type Loaded = {
  client: Client
  relatives: Relative[]
  representatives: Representative[]
  mayHear: boolean
}

function view(c: Ctx, { client, relatives, representatives, mayHear }: Loaded) {
  const { lang } = c.var
  const t = texts[lang].beside
  const of = { clientId: client.id }
  const said = { naaste: t.saved, gewijzigd: t.changed }[c.req.query('gedaan') ?? '']
  const runs = ({ until }: { until: Day | null }) => until === null || until >= today()
  const ended = [...relatives, ...representatives].filter((one) => !runs(one))
  const legal = representatives.filter(runs)
  return c.render(
    <Stack>
      <DossierHead lang={lang} client={client} today={today()} current="relatives">
        {changes(c) && (
          <ButtonLink href={link('newRelative', of)} icon="user-plus">
            {t.add}
          </ButtonLink>
        )}
      </DossierHead>
      {said && <Notice kind="success">{said}</Notice>}
      <Inline>
        {mayHear && (
          <ButtonLink href={link('confidence', of)} icon="lock" kind="quiet" small>
            {t.confidence}
          </ButtonLink>
        )}
        <ButtonLink href={link('access', of)} icon="key-round" kind="quiet" small>
          {t.access}
        </ButtonLink>
      </Inline>
      <Stack narrow>
        {relatives.length + representatives.length === ended.length && <Empty icon="users">{t.none}</Empty>}
        {relatives.filter(runs).map((relative) => (
          <RelativeCard c={c} client={client} relative={relative} />
        ))}
        {legal.length > 0 && (
          <Card heading={t.represents}>
            <List>
              {legal.map((one) => (
                <RepresentativeRow c={c} client={client} one={one} />
              ))}
            </List>
          </Card>
        )}
        {ended.length > 0 && (
          <Disclosure summary={t.ended}>
            <List>
              {ended.map((one) => (
                <ListRow
                  soft={one.until && t.until(sayDay(one.until, lang))}
                  action={<Edit c={c} client={client} one={one} />}
                >
                  {one.name}
                </ListRow>
              ))}
            </List>
          </Disclosure>
        )}
      </Stack>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

// Who may change a card; the gate decides, this keeps buttons away that would lead to nothing.
function changes(c: Ctx): boolean {
  return ['practitioner', 'secretariat', 'supporter'].includes(me(c).role)
}

function Edit({ c, client, one }: { c: Ctx; client: Client; one: { id: string; name: string } }) {
  if (!changes(c)) return null
  return (
    <A href={link('editRelative', { clientId: client.id, besideId: one.id })}>
      {texts[c.var.lang].beside.edit}
      <Unseen> {one.name}</Unseen>
    </A>
  )
}

function RelativeCard({ c, client, relative }: { c: Ctx; client: Client; relative: Relative }) {
  const t = texts[c.var.lang].beside
  return (
    <Card
      heading={relative.name}
      actions={
        <>
          {relative.callInCrisis && <Chip icon="phone">{t.callInCrisis}</Chip>}
          <Edit c={c} client={client} one={relative} />
        </>
      }
    >
      <p class="soft">
        <Reach words={[relative.relation, relative.email]} phone={relative.phone} />
      </p>
      {relative.mayKnow ? (
        <OwnWords by={t.mayKnow}>{relative.mayKnow}</OwnWords>
      ) : (
        <p class="soft">{t.mayKnowNothing}</p>
      )}
    </Card>
  )
}

function RepresentativeRow({ c, client, one }: { c: Ctx; client: Client; one: Representative }) {
  const { lang } = c.var
  const t = texts[lang].beside
  const until = one.until ? t.until(sayDay(one.until, lang)) : ''
  const soft = <Reach words={[one.email, t.from(sayDay(one.from, lang)), until]} phone={one.phone} />
  return (
    <ListRow soft={soft} action={<Edit c={c} client={client} one={one} />}>
      <strong>{one.name}</strong> {t.kinds[one.kind]} {t.scopes[one.scope]}
    </ListRow>
  )
}

function Reach({ words, phone }: { words: string[]; phone: string }) {
  const rest = words.filter(Boolean).join(' · ')
  return (
    <>
      {rest}
      {rest && phone && ' · '}
      {phone && <Phone number={phone} />}
    </>
  )
}
