import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import type { OrganisationId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Columns, Disclosure, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { endAgreement } from '../acts/end-agreement.ts'
import { signAgreement } from '../acts/sign-agreement.ts'
import { agreementForm, endForm } from '../rules/house-forms.ts'
import { canEnd } from '../rules/running.ts'
import { type Agreement, listOrganisationsSigned, type Organisation } from '../store/overview.ts'
import { texts } from '../texts.ts'

/** An organisation and its agreements. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c), {})
}

/** Signing an agreement, or giving one its last day. */
export async function post(c: Ctx): Promise<Response> {
  const organisation = await load(c)
  const input = await typed(c)
  const agreement = organisation.agreements.find((one) => one.id === input.overeenkomst)
  return agreement ? end(c, organisation, agreement) : sign(c, organisation)
}

async function sign(c: Ctx, organisation: Organisation): Promise<Response> {
  const input = await typed(c)
  const form = parseForm(agreementForm, input)
  if (!form.ok) return again(c, organisation, { new: form.state })
  const outcome = await signAgreement(asker(c), organisation.id, form.value)
  if (outcome === 'overlaps') return again(c, organisation, { new: withError(input, 'from', 'overlaps') })
  return done(c, link('organisation', { organisationId: organisation.id }), 'getekend')
}

async function end(c: Ctx, organisation: Organisation, agreement: Agreement): Promise<Response> {
  const input = await typed(c)
  const form = parseForm(endForm, input)
  if (!form.ok) return again(c, organisation, { [agreement.id]: form.state })
  if (form.value.lastDay < agreement.from)
    return again(c, organisation, { [agreement.id]: withError(input, 'lastDay', 'end-before-start') })
  await endAgreement(asker(c), agreement.id, form.value.lastDay)
  return done(c, link('organisation', { organisationId: organisation.id }), 'beeindigd')
}

async function load(c: Ctx): Promise<Organisation> {
  const id = idParam<OrganisationId>(c, 'organisationId')
  const all = await read(asker(c), [], listOrganisationsSigned)
  const organisation = all.find((one) => one.id === id)
  if (!organisation) throw new NotFound('no such organisation')
  return organisation
}

// What was typed, by the agreement it is about; "new" is the form for a new one.
type States = Record<string, FormState>

async function again(c: Ctx, organisation: Organisation, states: States): Promise<Response> {
  c.status(422)
  return view(c, organisation, states)
}

function view(c: Ctx, organisation: Organisation, states: States) {
  const { lang } = c.var
  const t = texts[lang].organisation
  const said = (t.said as Record<string, string>)[c.req.query('gedaan') ?? '']
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('staff')}>{texts[lang].back}</A>
      </p>
      <PageHeading title={organisation.name} soft={texts[lang].kinds[organisation.kind]} />
      {said && <Notice kind="success">{said}</Notice>}
      <Card heading={t.agreements}>
        {organisation.agreements.length === 0 && <Notice kind="warn">{t.none}</Notice>}
        {organisation.agreements.map((agreement) => (
          <AgreementRow c={c} agreement={agreement} state={states[agreement.id] ?? emptyForm} />
        ))}
      </Card>
      <Card heading={t.sign}>
        <Form state={states.new ?? emptyForm} words={texts[lang].errors}>
          <Columns kind="even">
            <DayField name="from" label={t.from} />
            <DayField name="until" label={t.until} optional />
          </Columns>
          <Actions>
            <Button>{t.sign}</Button>
          </Actions>
        </Form>
      </Card>
    </Stack>,
    { title: organisation.name, current: 'staff' },
  )
}

function AgreementRow({ c, agreement, state }: { c: Ctx; agreement: Agreement; state: FormState }) {
  const { lang } = c.var
  const t = texts[lang].organisation
  const from = sayDay(agreement.from, lang)
  return (
    <>
      <p>{agreement.until ? t.runningUntil(from, sayDay(agreement.until, lang)) : t.running(from)}</p>
      {canEnd(agreement, today()) && (
        <Disclosure summary={t.end} open={state !== emptyForm}>
          <Form state={state} words={texts[lang].errors} prefix={`${agreement.id}-`}>
            <Hidden name="overeenkomst" value={agreement.id} />
            <DayField name="lastDay" label={t.lastDay} />
            <Actions>
              <Button kind="alarm">{t.end}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </>
  )
}
