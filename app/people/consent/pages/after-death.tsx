import { asker, type Ctx, done } from '../../../platform/web.ts'
import { refuseAfterDeath } from '../acts/refuse-after-death.ts'
import { texts } from '../texts.ts'
import { consentLink, openClient, renderStep } from './step.tsx'

/** The client wants nobody outside the treatment to look after death. */
export async function get(c: Ctx): Promise<Response> {
  const [client] = await openClient(c, async () => null)
  const t = texts[c.var.lang].afterDeath
  return renderStep({ c, client, title: t.title, submit: t.submit, lead: t.text })
}

export async function post(c: Ctx): Promise<Response> {
  const [client] = await openClient(c, async () => null)
  await refuseAfterDeath(asker(c), client.id)
  return done(c, consentLink(client), 'geweigerd')
}
