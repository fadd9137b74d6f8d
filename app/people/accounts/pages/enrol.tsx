import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { type Ctx, typed } from '../../../platform/web.ts'
import { Actions, Button, CopyButton } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { CodeAppLink } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { keepStep } from '../acts/keep-step.ts'
import { QrCode } from '../parts/qr-code.tsx'
import { codeForm } from '../rules/sign-in-form.ts'
import { authOf } from '../store/auth.ts'
import { confirm } from '../store/second-factor.ts'
import { texts } from '../texts.ts'
import { startAgain, stepAt } from './steps.ts'

/** Making the second factor, at the first sign-in: nobody works without one. */
export async function get(c: Ctx): Promise<Response> {
  const step = stepAt(c, 'enrol')
  return step ? show(c, step.uri, emptyForm) : startAgain(c)
}

export async function post(c: Ctx): Promise<Response> {
  const { house } = c.var
  const step = stepAt(c, 'enrol')
  if (!step) return startAgain(c)
  const form = parseForm(codeForm, await typed(c))
  if (!form.ok) return show(c, step.uri, form.state)
  const { personId, codes, back } = step
  if (!(await confirm(authOf(house), house.database, personId, form.value.code)))
    return show(c, step.uri, withError({}, 'code', 'wrong'))
  keepStep(c, { kind: 'codes', personId, codes, back })
  return c.redirect(link('recoveryCodes'), 303)
}

async function show(c: Ctx, uri: string, state: FormState): Promise<Response> {
  const { lang } = c.var
  const { enrol: t, codeWrongs } = texts[lang]
  const key = new URL(uri).searchParams.get('secret') ?? ''
  if (state !== emptyForm) c.status(422)
  return c.render(
    <>
      <PageHeading title={t.title} soft={t.text} />
      <ol class="stack">
        <li>{t.app}</li>
        <li>
          <p>{t.scan}</p>
          <CodeAppLink uri={uri}>
            <QrCode text={uri} label={t.picture} />
            {t.tap}
          </CodeAppLink>
          <p>{t.type}</p>
          <p>
            <code>{inFours(key)}</code>
          </p>
          <CopyButton text={key} done={t.copied}>
            {t.copy}
          </CopyButton>
        </li>
        <li>{t.confirm}</li>
      </ol>
      <Form action={link('enrol')} state={state} words={codeWrongs} lang={lang}>
        <Field
          name="code"
          label={t.code}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          maxlength={10}
        />
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </>,
    { title: t.title, frame: 'plain' },
  )
}

function inFours(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
