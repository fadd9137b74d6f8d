import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { type Ctx, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { enter } from '../acts/enter.ts'
import { NewPassword } from '../parts/new-password.tsx'
import { startPasswordForm } from '../rules/password-form.ts'
import { authOf } from '../store/auth.ts'
import { hasStartPassword, replaceStartPassword } from '../store/credentials.ts'
import { spendStep } from '../store/steps.ts'
import { texts } from '../texts.ts'
import { startAgain, stepAt } from './steps.ts'

/** A password of one's own, for who signed in with one that was handed over; before that there is no session. */
export async function get(c: Ctx): Promise<Response> {
  return stepAt(c, 'password') ? show(c, emptyForm) : startAgain(c)
}

export async function post(c: Ctx): Promise<Response> {
  const { house } = c.var
  const step = stepAt(c, 'password')
  // A copy of the step changes nothing once there is a password of one's own.
  if (!step || !(await hasStartPassword(house.database, step.personId))) return startAgain(c)
  const form = parseForm(startPasswordForm, await typed(c))
  if (!form.ok) return show(c, form.state)
  const change = { personId: step.personId, next: form.value.password }
  if (!(await replaceStartPassword(authOf(house), house.database, change)))
    return show(c, withError({}, 'password', 'same-as-start'))
  if (!(await spendStep(house, step))) return startAgain(c, step.back)
  return enter(c, step.personId, step.back)
}

async function show(c: Ctx, state: FormState): Promise<Response> {
  const { lang } = c.var
  const { startPassword: t, passwordWrongs } = texts[lang]
  if (state !== emptyForm) c.status(422)
  return c.render(
    <>
      <PageHeading title={t.title} soft={t.text} />
      <Form action={link('startPassword')} state={state} words={passwordWrongs} lang={lang}>
        <NewPassword words={t} lang={lang} />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </>,
    { title: t.title, frame: 'plain' },
  )
}
