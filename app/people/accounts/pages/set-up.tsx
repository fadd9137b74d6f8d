import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Ctx, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Fieldset, Radios } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { goToSecondFactor } from '../acts/go-to-second-factor.ts'
import { setUp } from '../acts/set-up.ts'
import { signIn } from '../acts/sign-in.ts'
import { NewPassword } from '../parts/new-password.tsx'
import { organisationKinds, setUpForm } from '../rules/set-up-form.ts'
import { isSetUp, isSetUpCode } from '../store/set-up.ts'
import { texts } from '../texts.ts'
import { startAgain } from './steps.ts'

/** The first page of an empty database; not there once there is a region. */
export async function get(c: Ctx): Promise<Response> {
  await mustBeEmpty(c)
  return show(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  await mustBeEmpty(c)
  const { house } = c.var
  const input = await typed(c)
  const form = parseForm(setUpForm, input)
  if (!form.ok) return show(c, form.state)
  if (!isSetUpCode(house.keys.secret, form.value.setUpCode))
    return show(c, withError(input, 'setUpCode', 'wrong-code'))
  await setUp(house.database, form.value)
  const signedIn = await signIn(house, form.value)
  return signedIn.kind === 'enrol' ? goToSecondFactor(c, signedIn, null) : startAgain(c)
}

async function mustBeEmpty(c: Ctx): Promise<void> {
  if (await isSetUp(c.var.house.database)) throw new NotFound('set up already')
}

async function show(c: Ctx, state: FormState): Promise<Response> {
  const { lang } = c.var
  const { setUp: t, passwordWrongs } = texts[lang]
  const kinds = organisationKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))
  if (state !== emptyForm) c.status(422)
  return c.render(
    <>
      <PageHeading title={t.title} soft={t.text} />
      <Form action={link('setUp')} state={state} words={{ ...passwordWrongs, ...t.wrongs }} lang={lang}>
        <Field
          name="setUpCode"
          label={t.code}
          hint={t.codeHint}
          autocomplete="off"
          spellcheck={false}
          width="short"
          maxlength={40}
        />
        <Fieldset legend={t.place}>
          <Field name="region" label={t.region} maxlength={100} />
          <Field name="organisation" label={t.organisation} maxlength={100} />
          <Radios name="kind" legend={t.kind} options={kinds} />
        </Fieldset>
        <Fieldset legend={t.person}>
          <Field name="givenName" label={t.givenName} autocomplete="given-name" maxlength={60} />
          <Field name="familyName" label={t.familyName} autocomplete="family-name" maxlength={60} />
          <Field name="email" type="email" label={t.email} autocomplete="username" maxlength={254} />
          <NewPassword words={t} lang={lang} />
        </Fieldset>
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </Form>
    </>,
    { title: t.title, frame: 'plain' },
  )
}
