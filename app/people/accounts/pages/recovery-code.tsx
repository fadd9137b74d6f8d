import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { type Ctx, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { enter } from '../acts/enter.ts'
import { recoveryForm } from '../rules/sign-in-form.ts'
import { authOf } from '../store/auth.ts'
import { passRecoveryCode } from '../store/second-factor.ts'
import { texts } from '../texts.ts'
import { startAgain, stepAt } from './steps.ts'

/** A recovery code, for who has no phone at hand. */
export async function get(c: Ctx): Promise<Response> {
  return stepAt(c, 'code') ? show(c, emptyForm) : startAgain(c)
}

export async function post(c: Ctx): Promise<Response> {
  const step = stepAt(c, 'code')
  if (!step) return startAgain(c)
  const form = parseForm(recoveryForm, await typed(c))
  if (!form.ok) return show(c, form.state)
  const passed = await passRecoveryCode(authOf(c.var.house), step.pass, form.value.code)
  if (passed.personId !== null) return enter(c, passed.personId, step.back)
  if (passed.why === 'start-again') return startAgain(c, step.back)
  return show(c, withError({}, 'code', passed.why))
}

async function show(c: Ctx, state: FormState): Promise<Response> {
  const { lang } = c.var
  const { recovery: t, codeWrongs } = texts[lang]
  if (state !== emptyForm) c.status(422)
  return c.render(
    <>
      <PageHeading title={t.title} soft={t.text} />
      <Form action={link('recoveryCode')} state={state} words={codeWrongs} lang={lang}>
        <Field
          name="code"
          label={t.code}
          autocomplete="off"
          spellcheck={false}
          width="short"
          maxlength={20}
        />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
      <p>
        <A href={link('secondFactor')}>{t.other}</A>
      </p>
    </>,
    { title: t.title, frame: 'plain' },
  )
}
