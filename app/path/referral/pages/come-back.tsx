import type { Child } from 'hono/jsx'
import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, teamOf, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { canReturn } from '../../care/door.ts'
import { returnReferral } from '../acts/return-referral.ts'
import { ReferralFields } from '../parts/referral-fields.tsx'
import { saysReferral, Versions } from '../parts/versions.tsx'
import { type ReferralForm, referralForm } from '../rules/referral-form.ts'
import { isSame } from '../rules/same.ts'
import { findLatest } from '../store/referrals.ts'
import { texts } from '../texts.ts'

/** Somebody who left care is referred again; what was told before stays closed until the person permits. */
export async function get(c: Ctx): Promise<Response> {
  await whoReturns(c)
  return view(c, emptyForm)
}

// Only whom a search of this session met, and who is with no team; for anybody else there is no such page.
async function whoReturns(c: Ctx): Promise<ClientId> {
  const client = idParam<ClientId>(c, 'clientId')
  const team = teamOf(c)
  const can = await read(asker(c), [], (tx) => canReturn(tx, client, team.id))
  if (!can) throw new NotFound('nobody who can come back')
  return client
}

export async function post(c: Ctx): Promise<Response> {
  const client = idParam<ClientId>(c, 'clientId')
  const input = await typed(c)
  const form = parseForm(referralForm, input)
  if (!form.ok) {
    await whoReturns(c)
    return again(c, form.state)
  }
  try {
    const referral = await returnReferral(asker(c), client, teamOf(c).id, form.value)
    return done(c, link('referral', { clientId: client, referralId: referral }), 'gedaan')
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof Stale)) throw error
    return referredBefore(c, client, { input, value: form.value })
  }
}

type Sent = { input: FormState['input']; value: ReferralForm }

// With a team already. The same form leads to the referral that is there; of other words both versions are shown.
async function referredBefore(c: Ctx, client: ClientId, { input, value }: Sent): Promise<Response> {
  const { lang } = c.var
  const found = await read(asker(c), [{ dossier: client, purpose: 'referral' }], (tx) =>
    findLatest(tx, client),
  )
  if (!found) throw new NotFound('with a team, and not to be seen')
  const { id, ...stored } = found
  const href = link('referral', { clientId: client, referralId: id })
  if (isSame(stored, value)) return done(c, href, 'gedaan')
  const above = (
    <>
      <Versions lang={lang} theirs={saysReferral(lang, stored)} mine={saysReferral(lang, value)} />
      <p>
        <A href={href}>{texts[lang].comeBack.there}</A>
      </p>
    </>
  )
  return again(c, withError(input, '', 'referred-before'), above)
}

async function again(c: Ctx, state: FormState, above?: Child): Promise<Response> {
  c.status(422)
  return view(c, state, above)
}

function view(c: Ctx, state: FormState, above?: Child) {
  const { lang } = c.var
  const t = texts[lang].comeBack
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={texts[lang].newReferral.team(teamOf(c).name)} />
      <Notice kind="info">{t.explain}</Notice>
      {above}
      <Form state={state} words={t.errors}>
        <ReferralFields lang={lang} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'referrals' },
  )
}
