import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { type Id, newId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayMoment } from '../../../core/texts.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addToReport } from '../acts/add-to-report.ts'
import { Addenda } from '../parts/addenda.tsx'
import { kindWord } from '../parts/kind.ts'
import { addendumForm } from '../rules/addendum-form.ts'
import { standingOf } from '../rules/contact.ts'
import { texts } from '../texts.ts'
import type { Opened } from './contact-view.tsx'
import { contactLink, openContact } from './opened.tsx'

/** Something is added to a signed report: the report stays, the words come under it with a name and a time. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const { client, contact } = await load(c)
  const form = parseForm(addendumForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, { client, contact }, form.state)
  }
  const { addendum, body } = form.value
  await addToReport(asker(c), { client: client.id, contact: contact.id, addendum }, body)
  return done(c, contactLink(contact), 'aangevuld')
}

async function load(c: Ctx): Promise<Opened> {
  const opened = await openContact(c)
  if (standingOf(opened.contact, me(c)) !== 'signed') throw new NotFound('not a finished report')
  return opened
}

function view(c: Ctx, { contact }: Opened, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].addendum
  const id = String(state.input.addendum ?? newId<Id<'addendum'>>())
  return c.render(
    <Stack narrow>
      <p>
        <A href={contactLink(contact)}>{t.back}</A>
      </p>
      <PageHeading
        title={t.title}
        soft={`${kindWord(contact.kind, lang)} · ${sayMoment(contact.happenedAt, lang)}`}
      />
      <Card>
        <p>
          <Lines text={contact.report} />
        </p>
        <Addenda lang={lang} addenda={contact.addenda} />
      </Card>
      <p>{t.explain}</p>
      <Form state={state} draft={`aanvulling-${contact.id}`}>
        <Hidden name="addendum" value={id} />
        <TextArea name="body" label={t.label} rows={5} />
        <Actions>
          <Button icon="check">{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
