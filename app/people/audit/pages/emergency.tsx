import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { openInEmergency } from '../acts/open-in-emergency.ts'
import { emergencyForm } from '../rules/emergency-form.ts'
import { texts } from '../texts.ts'

/** In an emergency a dossier opens with a reason. The page is the same for any client, and says first what happens. */
export function get(c: Ctx): Response | Promise<Response> {
  idParam<ClientId>(c, 'clientId')
  return view(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const client = idParam<ClientId>(c, 'clientId')
  const form = parseForm(emergencyForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, form.state)
  }
  await openInEmergency(asker(c), client, form.value.reason)
  return done(c, link('dossier', { clientId: client }), 'nood')
}

function view(c: Ctx, state: FormState) {
  const t = texts[c.var.lang].urgency
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.soft} />
      <Card heading={t.what}>
        <ul>
          {t.happens.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Card>
      <Form state={state} words={t.errors}>
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxlength={500} />
        <Actions>
          <Button kind="alarm">{t.submit}</Button>
          <ButtonLink href={link('search')} kind="plain">
            {t.not}
          </ButtonLink>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
