import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { answerStatement } from '../acts/answer-statement.ts'
import { StatementWords } from '../parts/statement-words.tsx'
import { clientAnswerForm, type Statement, type StatementId } from '../rules/statement.ts'
import { texts } from '../texts.ts'
import { type Opened, openMyPlan } from './opened.ts'

/** What the practitioner wrote; the client says whether it is right, and what more there is to say. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openMyPlan(c)
  return view(c, statementIn(c, opened), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openMyPlan(c)
  const statement = statementIn(c, opened)
  const form = parseForm(clientAnswerForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, statement, form.state)
  }
  await answerStatement(asker(c), { client: opened.client.id, statement: statement.id }, form.value)
  return done(c, link('portalPlan'), 'gezegd')
}

function statementIn(c: Ctx, { statements }: Opened): Statement {
  const id = idParam<StatementId>(c, 'statementId')
  const statement = statements?.find((one) => one.id === id)
  if (!statement) throw new NotFound('no such statement')
  return statement
}

function view(c: Ctx, statement: Statement, state: FormState) {
  const { lang } = c.var
  const t = texts[lang].mine
  const title = texts[lang].statements.mine[statement.kind]
  return c.render(
    <>
      <p>
        <A href={link('portalPlan')}>{t.back}</A>
      </p>
      <PageHeading title={title} />
      <Card>
        <StatementWords statement={statement} lang={lang} />
      </Card>
      <Form state={state} draft={`antwoord-${statement.id}`}>
        <Radios
          name="agrees"
          legend={texts[lang].statements.question}
          options={[
            { value: 'yes', label: texts[lang].statements.yes },
            { value: 'no', label: texts[lang].statements.no },
          ]}
        />
        <TextArea own name="body" label={t.endWords} optional rows={4} maxlength={2000} />
        <Actions>
          <Button>{t.save}</Button>
        </Actions>
      </Form>
    </>,
    { title, current: 'portalPlan' },
  )
}
