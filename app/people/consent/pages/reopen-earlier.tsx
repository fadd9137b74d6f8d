import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import type { Client } from '../../clients/door.ts'
import { permitEarlierStory } from '../acts/permit-earlier-story.ts'
import { givenByForm } from '../rules/consent-forms.ts'
import { texts } from '../texts.ts'
import { consentLink, GivenBy, openClient, renderStep } from './step.tsx'

/** Who comes back may permit that the earlier story opens again (E, knelpunt 7). */
export async function get(c: Ctx): Promise<Response> {
  const [client] = await openClient(c, async () => null)
  return view(c, client, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const [client] = await openClient(c, async () => null)
  const form = parseForm(givenByForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, client, form.state)
  }
  await permitEarlierStory(asker(c), client.id, form.value.givenBy)
  return done(c, consentLink(client), 'geopend')
}

function view(c: Ctx, client: Client, state: FormState) {
  const t = texts[c.var.lang].reopen
  return renderStep({
    c,
    client,
    title: t.title,
    submit: t.submit,
    state,
    lead: t.text,
    children: <GivenBy c={c} />,
  })
}
