import { timeOf } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Ctx, me, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { renewRecoveryCodes } from '../acts/renew-recovery-codes.ts'
import { CodeList } from '../parts/code-list.tsx'
import { ownPasswordForm } from '../rules/password-form.ts'
import { emailOf } from '../store/credentials.ts'
import { texts } from '../texts.ts'

/** New recovery codes, with the password. Not for the cast of a demo: they have none. */
export async function get(c: Ctx): Promise<Response> {
  await mustHaveAccount(c)
  return ask(c, emptyForm)
}

/** The codes are shown with the answer itself, once: they are kept nowhere in words. */
export async function post(c: Ctx): Promise<Response> {
  await mustHaveAccount(c)
  const form = parseForm(ownPasswordForm, await typed(c))
  if (!form.ok) return ask(c, form.state)
  const renewed = await renewRecoveryCodes(c, form.value.old)
  if (renewed.kind === 'locked') return ask(c, withError({}, 'old', 'locked'), renewed.until)
  if (renewed.kind === 'wrong-old') return ask(c, withError({}, 'old', 'wrong-old'))
  const { codes: t, newCodes } = texts[c.var.lang]
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.text} />
      <Notice kind="warn">{t.once}</Notice>
      <CodeList codes={renewed.codes} label={t.label} />
      <p>
        <ButtonLink href={link('account')}>{newCodes.back}</ButtonLink>
      </p>
    </Stack>,
    { title: t.title, current: 'account' },
  )
}

async function mustHaveAccount(c: Ctx): Promise<void> {
  if (!(await emailOf(c.var.house.database, me(c).personId))) throw new NotFound('no account')
}

async function ask(c: Ctx, state: FormState, until?: Date): Promise<Response> {
  const { lang } = c.var
  const { newCodes: t, passwordPage, passwordWrongs, locked } = texts[lang]
  const words = {
    ...passwordWrongs,
    'old.wrong-old': t.wrong,
    ...(until ? { locked: locked(timeOf(until)) } : {}),
  }
  if (state !== emptyForm) c.status(422)
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.text} />
      <Form answersAtOnce state={state} words={words} lang={lang}>
        <Field
          name="old"
          type="password"
          label={t.password}
          autocomplete="current-password"
          maxlength={256}
        />
        <Actions>
          <Button>{t.go}</Button>
          <ButtonLink href={link('account')} kind="plain">
            {passwordPage.cancel}
          </ButtonLink>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'account' },
  )
}
