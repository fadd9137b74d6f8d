import type { FormState } from '../../../core/form.ts'
import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type Client, fullName } from '../../../people/clients/door.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { Addenda } from '../parts/addenda.tsx'
import { kindWord } from '../parts/kind.ts'
import { standingOf } from '../rules/contact.ts'
import type { Contact } from '../store/contacts.ts'
import { texts } from '../texts.ts'
import { Stale } from './contact-form.tsx'
import { BackToClient, Said } from './opened.tsx'

/** A contact with its client. */
export type Opened = { client: Client; contact: Contact }

/** A signed report as the team reads it; `typed` is what somebody meant to save after it was signed. */
export function contactPage(c: Ctx, { client, contact }: Opened, typed?: FormState) {
  const { lang } = c.var
  const standing = standingOf(contact, me(c))
  const title = kindWord(contact.kind, lang)
  return c.render(
    <Stack narrow>
      <BackToClient c={c} client={client} />
      <PageHeading title={title} soft={`${fullName(client)} · ${sayMoment(contact.happenedAt, lang)}`}>
        {standing !== 'signed' && <Chip tone="warn">{texts[lang].waits}</Chip>}
      </PageHeading>
      <Said c={c} />
      {typed && <Stale c={c} stored={contact} state={typed} />}
      <Card>
        <Stack tight>
          <Report c={c} contact={contact} />
          <Addenda lang={lang} addenda={contact.addenda} />
        </Stack>
      </Card>
      {standing === 'signed' && <AddLink c={c} contact={contact} />}
      <Note by={texts[lang].view.noteBy(client.givenName)} contact={contact} />
      {standing === 'to-cosign' && <Cosign c={c} />}
      <Card>
        <Administration c={c} contact={contact} />
      </Card>
    </Stack>,
    { title, current: 'clients' },
  )
}

/** The same report as the client reads it, or who stands beside the client. */
export function clientsContactPage(c: Ctx, { client, contact }: Opened) {
  const { lang } = c.var
  const t = texts[lang].portal
  const isClient = me(c).role === 'client'
  const title = t.title(kindWord(contact.kind, lang))
  return c.render(
    <Stack narrow>
      <PageHeading title={title} soft={sayMoment(contact.happenedAt, lang)} />
      {c.req.query('gedaan') === 'reactie' && <Notice kind="success">{t.said}</Notice>}
      <Card>
        <Stack tight>
          <Report c={c} contact={contact} />
          <p class="soft">
            {[`${t.by}: ${writer(contact)}`, contact.together && t.togetherWithYou]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <Addenda lang={lang} addenda={contact.addenda} />
        </Stack>
      </Card>
      <Note by={isClient ? t.mine : texts[lang].view.noteBy(client.givenName)} contact={contact} />
      {isClient && <NoteLink c={c} contact={contact} />}
      <p>
        <A href={link(isClient ? 'portalStory' : 'portal')}>{t.back}</A>
      </p>
    </Stack>,
    { title, current: 'portalStory' },
  )
}

function NoteLink({ c, contact }: { c: Ctx; contact: Contact }) {
  const t = texts[c.var.lang].portal
  const url = link('contactNote', { clientId: contact.clientId, contactId: contact.id })
  return (
    <Actions>
      <ButtonLink href={url} kind="quiet" icon="pencil">
        {contact.note ? t.change : t.add}
      </ButtonLink>
    </Actions>
  )
}

// A trainee asks a colleague: an addition has no second signature.
function AddLink({ c, contact }: { c: Ctx; contact: Contact }) {
  if (me(c).role === 'trainee') return null
  const url = link('contactAddendum', { clientId: contact.clientId, contactId: contact.id })
  return (
    <Actions>
      <ButtonLink href={url} kind="quiet" icon="pencil">
        {texts[c.var.lang].addendum.link}
      </ButtonLink>
    </Actions>
  )
}

function Report({ c, contact }: { c: Ctx; contact: Contact }) {
  if (!contact.report) return <p class="soft">{texts[c.var.lang].view.noReport}</p>
  return (
    <p>
      <Lines text={contact.report} />
    </p>
  )
}

function Note({ by, contact }: { by: string; contact: Contact }) {
  if (!contact.note) return null
  return (
    <OwnWords by={by}>
      <Lines text={contact.note.body} />
    </OwnWords>
  )
}

function Cosign({ c }: { c: Ctx }) {
  const t = texts[c.var.lang].view
  return (
    <Form>
      <p>{t.cosignWhy}</p>
      <Actions>
        <Button name="how" value="cosign" icon="check">
          {t.cosign}
        </Button>
      </Actions>
    </Form>
  )
}

function Administration({ c, contact }: { c: Ctx; contact: Contact }) {
  const { lang } = c.var
  const t = texts[lang].view
  const minutes = texts[lang].minutes
  const facts = [
    { label: t.author, value: writer(contact) },
    { label: t.lasted, value: minutes(contact.minutes), soft: contact.together ? texts[lang].together : '' },
    contact.travel > 0 && { label: t.travel, value: minutes(contact.travel) },
    contact.present && { label: t.present, value: contact.present },
    contact.signedAt && { label: t.signed, value: sayMoment(contact.signedAt, lang) },
    contact.cosigner &&
      contact.cosignedAt && {
        label: t.cosigner,
        value: contact.cosigner,
        soft: sayMoment(contact.cosignedAt, lang),
      },
  ]
  return <Facts items={facts.filter((fact) => typeof fact === 'object' && fact !== null)} />
}

function writer(contact: Contact): string {
  return [contact.author, contact.organisation].filter(Boolean).join(', ')
}
