import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, teamOf, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { canReturn } from '../../care/door.ts'
import { returnReferral } from '../acts/return-referral.ts'
import { ReferralFields } from '../parts/referral-fields.tsx'
import { referralForm } from '../rules/referral-form.ts'
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
  const client = await whoReturns(c)
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
