import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import { fullName } from '../../../people/clients/door.ts'
import { listOrganisations } from '../../../people/staff/door.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { involveOrganisation } from '../acts/involve-organisation.ts'
import { involveForm, whyNotFrom } from '../rules/care-forms.ts'
import { takesPart } from '../rules/part.ts'
import { texts } from '../texts.ts'
import { BackToCare, careLink, type Opened, openCare } from './opened.tsx'

type Organisation = { id: string; name: string; kind: string }

/** Which organisation takes part from now on? */
export async function get(c: Ctx): Promise<Response> {
  const [opened, organisations] = await openCare(c, listOrganisations)
  return view(c, opened, organisations, filledForm({}))
}

export async function post(c: Ctx): Promise<Response> {
  const [opened, organisations] = await openCare(c, listOrganisations)
  const input = await typed(c)
  const form = parseForm(involveForm, input)
  if (!form.ok) return again(c, opened, organisations, form.state)
  const { organisation, from } = form.value
  if (!organisations.some((o) => o.id === organisation && takesPart(o.kind)))
    return again(c, opened, organisations, withError(input, 'organisation', 'choose-one'))
  const earlier = opened.overview.involvements.filter((i) => i.organisationId === organisation)
  if (earlier.some((i) => i.until === null)) return done(c, careLink(opened))
  const wrong = whyNotFrom(from, earlier)
  if (wrong) return again(c, opened, organisations, withError(input, 'from', wrong))
  await involveOrganisation(asker(c), opened.client.id, form.value)
  return done(c, careLink(opened), 'organisatie')
}

function again(c: Ctx, opened: Opened, organisations: Organisation[], state: FormState) {
  c.status(422)
  return view(c, opened, organisations, state)
}

function view(c: Ctx, opened: Opened, organisations: Organisation[], state: FormState) {
  const t = texts[c.var.lang].involve
  const running = opened.overview.involvements.filter((i) => i.until === null).map((i) => i.organisationId)
  const free = organisations.filter(({ id, kind }) => takesPart(kind) && !(running as string[]).includes(id))
  return c.render(
    <Stack narrow>
      <BackToCare c={c} opened={opened} />
      <PageHeading title={t.title} soft={fullName(opened.client)} />
      {free.length === 0 ? (
        <Empty>{t.none}</Empty>
      ) : (
        <Form state={state} words={t.errors}>
          <Radios
            name="organisation"
            legend={t.organisation}
            options={free.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <DayField name="from" label={t.from} value={writeDay(today())} />
          <Actions>
            <Button>{t.submit}</Button>
          </Actions>
        </Form>
      )}
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
