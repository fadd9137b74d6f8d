import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, idParam, teamOf, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { returnReferral } from '../acts/return-referral.ts'
import { ReferralFields } from '../parts/referral-fields.tsx'
import { referralForm } from '../rules/referral-form.ts'
import { texts } from '../texts.ts'

/** Somebody who left care is referred again; what was told before stays closed until the person permits. */
export async function get(c: Ctx): Promise<Response> {
  idParam<ClientId>(c, 'clientId')
  return view(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const client = idParam<ClientId>(c, 'clientId')
  const form = parseForm(referralForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, form.state)
  }
  const referral = await returnReferral(asker(c), client, teamOf(c).id, form.value)
  return done(c, link('referral', { clientId: client, referralId: referral }), 'gedaan')
}

function view(c: Ctx, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].comeBack
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={texts[lang].newReferral.team(teamOf(c).name)} />
      <Notice kind="info">{t.explain}</Notice>
      <Form state={state}>
        <ReferralFields lang={lang} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'referrals' },
  )
}
