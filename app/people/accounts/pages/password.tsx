import { timeOf } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { changePassword } from '../acts/change-password.ts'
import { NewPassword } from '../parts/new-password.tsx'
import { passwordForm } from '../rules/password-form.ts'
import { emailOf } from '../store/credentials.ts'
import { texts } from '../texts.ts'

/** A new password, with the old one. Not for the cast of a demo: they have none. */
export async function get(c: Ctx): Promise<Response> {
  await mustHaveAccount(c)
  return show(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  await mustHaveAccount(c)
  const form = parseForm(passwordForm, await typed(c))
  if (!form.ok) return show(c, form.state)
  const changed = await changePassword(c, form.value)
  if (changed.kind === 'changed') return done(c, link('account'), 'wachtwoord')
  if (changed.kind === 'locked') return show(c, withError({}, 'old', 'locked'), changed.until)
  return show(c, withError({}, 'old', 'wrong-old'))
}

async function mustHaveAccount(c: Ctx): Promise<void> {
  if (!(await emailOf(c.var.house.database, me(c).personId))) throw new NotFound('no account')
}

async function show(c: Ctx, state: FormState, until?: Date): Promise<Response> {
  const { lang } = c.var
  const { passwordPage: t, passwordWrongs, locked } = texts[lang]
  const words = { ...passwordWrongs, ...(until ? { locked: locked(timeOf(until)) } : {}) }
  if (state !== emptyForm) c.status(422)
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.text} />
      <Form action={link('accountPassword')} state={state} words={words} lang={lang}>
        <Field name="old" type="password" label={t.old} autocomplete="current-password" maxlength={256} />
        <NewPassword words={t} lang={lang} />
        <Actions>
          <Button>{t.go}</Button>
          <ButtonLink href={link('account')} kind="plain">
            {t.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'account' },
  )
}
