import { NotFound } from '../../../core/outcome.ts'
import { asker, type Ctx, done, idParam } from '../../../platform/web.ts'
import { endConsent } from '../acts/end-consent.ts'
import { sayPart } from '../parts/part-words.ts'
import { listStanding } from '../store/words.ts'
import { texts } from '../texts.ts'
import { consentLink, openClient, renderStep } from './step.tsx'

/** The client no longer lets somebody see a part. */
export async function get(c: Ctx): Promise<Response> {
  const [client, standing] = await openClient(c, listStanding)
  const word = standing.find((one) => one.id === idParam(c, 'grantId'))
  if (!word) throw new NotFound('no such word of the client')
  const { lang } = c.var
  const t = texts[lang].end
  const lead = t.text(sayPart(word.section, lang), word.name)
  return renderStep({ c, client, title: t.title, submit: t.submit, lead })
}

export async function post(c: Ctx): Promise<Response> {
  const [client] = await openClient(c, async () => null)
  await endConsent(asker(c), client.id, idParam(c, 'grantId'))
  return done(c, consentLink(client), 'gestopt')
}
