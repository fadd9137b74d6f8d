import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm } from '../../../core/form.ts'
import type { OrganisationId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { endInvolvement } from '../acts/end-involvement.ts'
import { lastDayForm } from '../rules/care-forms.ts'
import type { Involvement } from '../store/overview.ts'
import { texts } from '../texts.ts'
import { BackToCare, careLink, type Opened, openOnly } from './opened.tsx'

/** The last day on which an organisation takes part. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openOnly(c)
  const involvement = runningOf(c, opened)
  if (!involvement) throw new NotFound('not involved')
  return view(c, opened, involvement, filledForm({}))
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openOnly(c)
  const involvement = runningOf(c, opened)
  if (!involvement) return done(c, careLink(opened))
  const form = parseForm(lastDayForm({ from: involvement.from, today: today() }), await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, opened, involvement, form.state)
  }
  await endInvolvement(asker(c), opened.client.id, involvement.organisationId, form.value.lastDay)
  return done(c, careLink(opened), 'afgerond')
}

function runningOf(c: Ctx, { overview }: Opened): Involvement | undefined {
  const id = idParam<OrganisationId>(c, 'organisationId')
  return overview.involvements.find((i) => i.organisationId === id && i.until === null)
}

function view(c: Ctx, opened: Opened, { organisation, from }: Involvement, state: FormState) {
  const t = texts[c.var.lang].end
  const title = t.title(organisation)
  return c.render(
    <Stack narrow>
      <BackToCare c={c} opened={opened} />
      <PageHeading title={title} soft={fullName(opened.client)} />
      <Form state={state} words={t.errors}>
        <DayField name="lastDay" label={t.lastDay} value={writeDay(from > today() ? from : today())} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title, current: 'clients' },
  )
}
