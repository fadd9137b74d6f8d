import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Hidden } from '../../../ui/form.tsx'
import { findDeath } from '../../clients/door.ts'
import { allowAfterDeath } from '../acts/allow-after-death.ts'
import { refuseAfterDeath } from '../acts/refuse-after-death.ts'
import { findLimits } from '../store/words.ts'
import { texts } from '../texts.ts'
import { consentLink, openClient, renderStep } from './step.tsx'

/** The client wants nobody outside the treatment to look after death, or takes that back while alive. */
export async function get(c: Ctx): Promise<Response> {
  const [client, { isRefused, hasDied }] = await openClient(c, async (tx, id) => ({
    isRefused: (await findLimits(tx, id)).refusedAfterDeath,
    hasDied: (await findDeath(tx, id)) !== null,
  }))
  const t = texts[c.var.lang].afterDeath
  if (!isRefused) return renderStep({ c, client, title: t.title, submit: t.submit, lead: t.text })
  if (hasDied) return renderStep({ c, client, title: t.takeBack, lead: t.tooLate })
  return renderStep({
    c,
    client,
    title: t.takeBack,
    submit: t.takeBackSubmit,
    lead: t.takeBackText,
    children: <Hidden name="do" value="take-back" />,
  })
}

export async function post(c: Ctx): Promise<Response> {
  const [client] = await openClient(c, async () => null)
  if ((await typed(c)).do === 'take-back') {
    await allowAfterDeath(asker(c), client.id)
    return done(c, consentLink(client), 'ingetrokken')
  }
  await refuseAfterDeath(asker(c), client.id)
  return done(c, consentLink(client), 'geweigerd')
}
