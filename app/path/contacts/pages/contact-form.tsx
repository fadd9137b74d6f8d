import { dayOf, timeOf, writeDay } from '../../../core/day.ts'
import type { FormState } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { type Client, fullName } from '../../../people/clients/door.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { BothVersions } from '../../../ui/diff.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { ContactFields } from '../parts/contact-fields.tsx'
import { minutesInput } from '../rules/contact-form.ts'
import type { Contact } from '../store/contacts.ts'
import { texts } from '../texts.ts'
import { BackToClient, Said } from './opened.tsx'

type Shown = {
  client: Client
  state: FormState
  /** the draft that is changed; none for a new contact */
  draft?: Contact
  /** what goes along unseen: the id of a new contact, the version of a draft */
  hidden: Record<string, string>
  /** what is stored now, when somebody (or oneself, elsewhere) was first */
  stored?: Contact | undefined
  /** whether what was told in confidence is open: it has a page of its own */
  mayHear?: boolean
}

/** The form of a contact, new or a draft; with both versions above it when it was stale. */
export function contactFormPage(c: Ctx, shown: Shown) {
  const t = texts[c.var.lang].form
  const { client, state, draft, hidden, stored, mayHear } = shown
  const title = draft ? t.draftTitle : t.newTitle
  return c.render(
    <Stack narrow>
      <BackToClient c={c} client={client} />
      <PageHeading title={title} soft={fullName(client)} />
      <Said c={c} />
      {stored && <Stale c={c} stored={stored} state={state} />}
      <Form
        state={state}
        words={t.errors}
        draft={`contact-${draft?.id ?? client.id}`}
        once={draft !== undefined}
      >
        {Object.entries(hidden).map(([name, value]) => (
          <Hidden name={name} value={value} />
        ))}
        <ContactFields lang={c.var.lang} open={isUnfolded(state)} trainee={me(c).role === 'trainee'} />
      </Form>
      {mayHear && (
        <p>
          {t.confidenceWhy} <A href={link('confidence', { clientId: client.id })}>{t.confidence}</A>
        </p>
      )}
    </Stack>,
    { title, current: 'clients' },
  )
}

/** A draft as its form shows it. */
export function inputOf(contact: Contact): FormState['input'] {
  return {
    kind: contact.kind,
    day: writeDay(dayOf(contact.happenedAt)),
    time: timeOf(contact.happenedAt),
    ...minutesInput(contact.minutes),
    travel: contact.travel === 0 ? '' : String(contact.travel),
    present: contact.present,
    report: contact.report,
    together: contact.together ? 'ja' : '',
  }
}

/** What is stored now beside what was typed. */
export function Stale({ c, stored, state }: { c: Ctx; stored: Contact; state: FormState }) {
  const t = texts[c.var.lang].form
  return (
    <>
      <Notice kind="warn" title={t.staleTitle}>
        {state.errors[''] === 'sent-before' ? t.again : stored.signedAt ? t.signedMeanwhile : t.stale}
      </Notice>
      <BothVersions
        level={2}
        theirs={<Shown text={stored.report} />}
        mine={<Shown text={String(state.input.report ?? '')} />}
      />
    </>
  )
}

function Shown({ text }: { text: string }) {
  return (
    <p>
      <Lines text={text} />
    </p>
  )
}

function isUnfolded({ input, errors }: FormState): boolean {
  return ['other', 'travel', 'present'].some((name) => Boolean(input[name]) || name in errors)
}
