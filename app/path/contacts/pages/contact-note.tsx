import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { Stale } from '../../../core/outcome.ts'
import { sayMoment } from '../../../core/texts.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { writeNote } from '../acts/write-note.ts'
import { kindWord } from '../parts/kind.ts'
import { noteForm } from '../rules/note-form.ts'
import { texts } from '../texts.ts'
import type { Opened } from './contact-view.tsx'
import { contactLink, openContact } from './opened.tsx'

/** The client writes beside a report, or changes what stands there. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openContact(c)
  return view(c, opened, filledForm({ body: opened.contact.note?.body ?? '', version: versionOf(opened) }))
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openContact(c)
  const input = await typed(c)
  const form = parseForm(noteForm, input)
  if (!form.ok) {
    c.status(422)
    return view(c, opened, form.state)
  }
  const { client, contact } = opened
  const of = { client: client.id, contact: contact.id, version: Math.max(versionIn(input), 0) }
  try {
    await writeNote(asker(c), of, form.value.body)
  } catch (error) {
    if (error instanceof Stale) return stale(c, input)
    throw error
  }
  return done(c, contactLink(contact), 'reactie')
}

async function stale(c: Ctx, input: FormState['input']): Promise<Response> {
  const opened = await openContact(c)
  if (opened.contact.note?.body === String(input.body ?? '').trim())
    return done(c, contactLink(opened.contact), 'reactie')
  c.status(422)
  return view(c, opened, withError({ ...input, version: versionOf(opened) }, 'body', 'stale'))
}

function versionOf({ contact }: Opened): string {
  return String(contact.note?.version ?? 0)
}

function view(c: Ctx, { contact }: Opened, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].portal
  return c.render(
    <Stack narrow>
      <PageHeading
        title={t.noteTitle}
        soft={`${kindWord(contact.kind, lang)} · ${sayMoment(contact.happenedAt, lang)}`}
      />
      <Card>
        <p>
          <Lines text={contact.report} />
        </p>
      </Card>
      <p>{t.noteLead}</p>
      {state.errors.body === 'stale' && <TwoNotes c={c} contact={contact} state={state} />}
      <Form state={state} words={{ stale: t.stale }} draft={`reactie-${contact.id}`}>
        <Hidden name="version" value={String(state.input.version ?? 0)} />
        <TextArea name="body" label={t.noteLabel} hint={t.noteHint} own rows={5} maxlength={4000} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.noteTitle, current: 'portalStory' },
  )
}

function TwoNotes({ c, contact, state }: { c: Ctx; contact: Opened['contact']; state: FormState }) {
  const t = texts[c.var.lang].portal
  return (
    <BothVersions
      level={2}
      theirs={<p>{contact.note?.body}</p>}
      mine={<p>{state.input.body}</p>}
      theirsLabel={t.theirs}
      mineLabel={t.yours}
    />
  )
}
