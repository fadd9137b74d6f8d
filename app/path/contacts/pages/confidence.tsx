import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm } from '../../../core/form.ts'
import { type ClientId, isId, newId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type Client, fullName, mayHearConfidences } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { keepConfidence } from '../acts/keep-confidence.ts'
import { confidenceForm } from '../rules/confidence-form.ts'
import { type Confidence, type ConfidenceId, listConfidences } from '../store/confidences.ts'
import { texts } from '../texts.ts'
import { BackToClient, openClient, Said } from './opened.tsx'

/** What a third party told in confidence: kept apart, and never shown to the client. */
export async function get(c: Ctx): Promise<Response> {
  const [client, told] = await openClient(c, tellings)
  return view(c, { client, told }, filledForm({ toldOn: writeDay(today()) }))
}

export async function post(c: Ctx): Promise<Response> {
  const [client, told] = await openClient(c, tellings)
  const input = await typed(c)
  const form = parseForm(confidenceForm, input)
  if (!form.ok) {
    c.status(422)
    return view(c, { client, told }, form.state)
  }
  await keepConfidence(asker(c), { client: client.id, confidence: idOf(input) }, form.value)
  return done(c, link('confidence', { clientId: client.id }), 'vertrouwelijk')
}

async function tellings(tx: Tx, client: ClientId): Promise<Confidence[]> {
  if (!(await mayHearConfidences(tx, client))) throw new NotFound('not open')
  return listConfidences(tx, client)
}

// A form that is sent twice keeps one telling.
function idOf(input: FormState['input']): ConfidenceId {
  const typedId = String(input.confidence ?? '')
  return isId(typedId) ? (typedId as ConfidenceId) : newId<ConfidenceId>()
}

function view(c: Ctx, { client, told }: { client: Client; told: Confidence[] }, state: FormState) {
  const t = texts[c.var.lang].confidence
  return c.render(
    <Stack narrow>
      <BackToClient c={c} client={client} />
      <PageHeading title={t.title} soft={t.who(fullName(client))} />
      <Said c={c} />
      <Notice>{t.why}</Notice>
      <Card heading={t.list}>
        {told.length === 0 ? <Empty icon="lock">{t.empty}</Empty> : <Tellings c={c} told={told} />}
      </Card>
      <Card heading={t.new}>
        <Form state={state} draft={`vertrouwelijk-${client.id}`}>
          <Hidden name="confidence" value={newId()} />
          <Field name="toldBy" label={t.toldBy} hint={t.toldByHint} maxlength={120} />
          <DayField name="toldOn" label={t.toldOn} />
          <TextArea name="body" label={t.body} maxlength={8000} />
          <Actions>
            <Button icon="lock">{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function Tellings({ c, told }: { c: Ctx; told: Confidence[] }) {
  const { lang } = c.var
  const t = texts[lang].confidence
  return (
    <List label={t.list}>
      {told.map((one) => (
        <ListRow soft={`${sayDay(one.toldOn, lang)} · ${t.by(one.toldBy, one.writtenBy)}`}>
          <Lines text={one.body} />
        </ListRow>
      ))}
    </List>
  )
}
