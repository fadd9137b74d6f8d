import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me, typed } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Columns, Inline, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Phone } from '../../../ui/phone.tsx'
import { Address } from '../parts/address.tsx'
import { DossierHead } from '../parts/dossier-head.tsx'
import { veiled } from '../rules/bsn-shown.ts'
import { fullName } from '../rules/name.ts'
import { openBsn } from '../store/bsn.ts'
import { findDeath } from '../store/deaths.ts'
import { findIdentity } from '../store/identity.ts'
import { texts } from '../texts.ts'

/** Who the client is, and how to reach the client. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c), false)
}

/** The same with the BSN written out: asked for, so it is one more line in the log. */
export async function post(c: Ctx): Promise<Response> {
  const asked = (await typed(c)).toon === 'bsn'
  return view(c, await load(c), asked)
}

async function load(c: Ctx) {
  const client = idParam<ClientId>(c, 'clientId')
  return read(asker(c), [{ dossier: client, purpose: 'care' }], async (tx) => {
    const identity = await findIdentity(tx, client)
    if (!identity) throw new NotFound('identity is not open')
    const bsn = openBsn(c.var.house.keys.secret, identity.details.bsnSealed)
    return { ...identity, bsn, diedOn: await findDeath(tx, client) }
  })
}

type Loaded = Awaited<ReturnType<typeof load>>

function view(c: Ctx, loaded: Loaded, showsBsn: boolean) {
  const { lang } = c.var
  const t = texts[lang].identity
  const { client, diedOn } = loaded
  const of = { clientId: client.id }
  return c.render(
    <Stack>
      <Said c={c} />
      <DossierHead lang={lang} client={client} today={today()} current="identity">
        {diedOn && <Chip>{t.died(sayDay(diedOn, lang))}</Chip>}
        {mayChangeIdentity(c) && (
          <ButtonLink href={link('editIdentity', of)} icon="pencil">
            {t.edit}
          </ButtonLink>
        )}
      </DossierHead>
      <Columns kind="even">
        <Who c={c} loaded={loaded} showsBsn={showsBsn} />
        <Reach c={c} loaded={loaded} />
      </Columns>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

// What the gate lets write anyway; a button that leads nowhere helps nobody.
function mayChangeIdentity(c: Ctx): boolean {
  return ['practitioner', 'secretariat'].includes(me(c).role)
}

function Said({ c }: { c: Ctx }) {
  const t = texts[c.var.lang].identity
  const said = { gegevens: t.saved, overlijden: t.deathSaved }[c.req.query('gedaan') ?? '']
  return said ? <Notice kind="success">{said}</Notice> : null
}

function Who({ c, loaded, showsBsn }: { c: Ctx; loaded: Loaded; showsBsn: boolean }) {
  const { lang } = c.var
  const t = texts[lang].identity
  const f = texts[lang].fields
  const { client, details, bsn } = loaded
  return (
    <Card heading={t.who}>
      <Facts
        items={[
          { label: t.name, value: fullName(client) },
          { label: t.birth, value: client.birthDate ? sayDay(client.birthDate, lang) : t.unknown },
          { label: t.gender, value: f.genders[details.gender] },
          { label: f.language, value: details.language || t.unknown },
          {
            label: f.interpreter,
            value: details.interpreter ? f.interpreters[details.interpreter] : f.noInterpreter,
          },
          { label: f.bsn, value: <BsnShown c={c} bsn={bsn} showsBsn={showsBsn} /> },
        ]}
      />
    </Card>
  )
}

function BsnShown({ c, bsn, showsBsn }: { c: Ctx; bsn: string | null; showsBsn: boolean }) {
  const t = texts[c.var.lang].identity
  if (bsn === null) return <>{t.unknown}</>
  if (showsBsn) return <>{bsn}</>
  return (
    <Form answersAtOnce>
      <Hidden name="toon" value="bsn" />
      <Inline>
        <span>{veiled(bsn)}</span>
        <Button kind="plain" small icon="eye">
          {t.showBsn}
        </Button>
        <span class="soft">{t.showBsnHint}</span>
      </Inline>
    </Form>
  )
}

function Reach({ c, loaded }: { c: Ctx; loaded: Loaded }) {
  const { lang } = c.var
  const t = texts[lang].identity
  const f = texts[lang].fields
  const { details, address } = loaded
  return (
    <Stack>
      <Card
        heading={t.reach}
        actions={
          <ButtonLink
            href={link('access', { clientId: loaded.client.id })}
            icon="key-round"
            kind="quiet"
            small
          >
            {texts[lang].beside.access}
          </ButtonLink>
        }
      >
        <Facts
          items={[
            { label: t.address, value: <Address lang={lang} address={address} /> },
            { label: f.phone, value: details.phone ? <Phone number={details.phone} /> : t.unknown },
            { label: f.email, value: details.email || t.unknown },
          ]}
        />
      </Card>
      <Card heading={t.care}>
        <Facts
          items={[
            {
              label: f.gp,
              value: details.gp || t.unknown,
              soft: details.gpPhone && <Phone number={details.gpPhone} />,
            },
            { label: f.insurer, value: details.insurer || t.unknown, soft: details.insuranceNumber },
          ]}
        />
      </Card>
    </Stack>
  )
}
