import { timeOf } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { type Ctx, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { countedAs } from '../acts/counted-as.ts'
import { goToSecondFactor } from '../acts/go-to-second-factor.ts'
import { knowBrowser } from '../acts/know-browser.ts'
import { signIn } from '../acts/sign-in.ts'
import { DemoCast } from '../parts/demo-cast.tsx'
import { localPath } from '../rules/local-path.ts'
import { signInForm } from '../rules/sign-in-form.ts'
import { demoPeople } from '../store/demo-people.ts'
import { texts } from '../texts.ts'

/** E-mail address and password; in a demo the cast beside it. */
export async function get(c: Ctx): Promise<Response> {
  if (c.var.me && !c.var.house.demo) return c.redirect(backOf(c) ?? link('home'), 303)
  return show(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const input = await typed(c)
  const form = parseForm(signInForm, input)
  if (!form.ok) return show(c, form.state)
  const { email } = form.value
  const signedIn = await signIn(c.var.house, form.value, countedAs(c, email))
  if (signedIn.kind === 'wrong') return show(c, withError(input, '', 'wrong'))
  if (signedIn.kind === 'locked') return show(c, withError(input, '', 'locked'), signedIn.until)
  knowBrowser(c, email)
  return goToSecondFactor(c, signedIn, backOf(c))
}

function backOf(c: Ctx): string | null {
  return localPath(c.req.query('terug'))
}

async function show(c: Ctx, state: FormState, until?: Date): Promise<Response> {
  const { lang, house } = c.var
  const t = texts[lang]
  const back = backOf(c)
  const words = { ...t.wrongs, ...(until ? { locked: t.locked(timeOf(until)) } : {}) }
  const said = (t.signInSaid as Record<string, string | undefined>)[c.req.query('gedaan') ?? '']
  if (state !== emptyForm) c.status(422)
  return c.render(
    <>
      <PageHeading title={t.signIn.title} />
      {said && <Notice live>{said}</Notice>}
      <Form
        action={link('signIn', {}, back ? { terug: back } : undefined)}
        state={state}
        words={words}
        lang={lang}
      >
        <Field
          name="email"
          label={t.signIn.email}
          autocomplete="username"
          spellcheck={false}
          maxlength={254}
        />
        <Field
          name="password"
          type="password"
          label={t.signIn.password}
          autocomplete="current-password"
          maxlength={256}
        />
        <Actions>
          <Button>{t.signIn.go}</Button>
        </Actions>
      </Form>
      {house.demo && <DemoCast people={await demoPeople(house.database)} lang={lang} back={back} />}
    </>,
    { title: t.signIn.title, frame: 'plain' },
  )
}
