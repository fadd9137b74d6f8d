import { timeOf } from '../../../core/day.ts'
import { emptyForm, type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { appointmentWord, recordLink } from '../../../office/agenda/door.ts'
import { listMine, type MyClient } from '../../../path/care/door.ts'
import {
  type Found,
  FoundPeople,
  fullName,
  personErrors,
  rememberedSearch,
  rememberSearch,
  searchForm,
  searchPeople,
} from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, teamOf, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { listMyAppointments, type Mine as MyAppointment } from '../store/mine.ts'
import { texts } from '../texts.ts'

type Mine = { appointments: MyAppointment[]; own: MyClient[] }
type Shown = Mine & { state: FormState; found: Found[] | null }

/** With whom was the contact? Who is in one's day first, then one's own clients, then anybody of the teams. */
export async function get(c: Ctx): Promise<Response> {
  const search = c.req.query('gevonden') === undefined ? null : rememberedSearch(c)
  const found = search ? await searchPeople(asker(c), { ...search, everywhere: false }, 'care') : null
  const input = search && { familyName: search.familyName }
  if (input && typeof found === 'string') {
    c.status(422)
    return view(c, { ...(await mine(c)), state: withError(input, 'familyName', found), found: null })
  }
  const shown = typeof found === 'string' ? null : found
  return view(c, { ...(await mine(c)), state: input ? filledForm(input) : emptyForm, found: shown })
}

export async function post(c: Ctx): Promise<Response> {
  const form = parseForm(searchForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, { ...(await mine(c)), state: form.state, found: null })
  }
  rememberSearch(c, { ...form.value, everywhere: false })
  return done(c, link('contactFor', {}, { team: teamOf(c).id, gevonden: 'ja' }))
}

async function mine(c: Ctx): Promise<Mine> {
  const opening = { team: teamOf(c).id, columns: ['agenda' as const], purpose: 'care' as const }
  return read(asker(c), [opening], async (tx) => {
    const agenda = await listMyAppointments(tx, today(), today())
    const asks = (line: MyAppointment) => !line.cancelledFor && (line.kind === 'intake' || !line.isWritten)
    const appointments = agenda.filter(asks)
    const isInMyDay = ({ clientId }: MyClient) => appointments.some((line) => line.clientId === clientId)
    return { appointments, own: (await listMine(tx)).filter((client) => !isInMyDay(client)) }
  })
}

function view(c: Ctx, { appointments, own, state, found }: Shown) {
  const { lang } = c.var
  const t = texts[lang].contactFor
  const to = ({ clientId }: { clientId: string }) => link('newContact', { clientId })
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.soft} />
      {found && <FoundPeople lang={lang} found={found} to={to} />}
      {appointments.length > 0 && <Today c={c} appointments={appointments} />}
      {own.length > 0 && (
        <Card heading={t.mine}>
          <List label={t.mine}>
            {own.map((line) => (
              <ListRow>
                <A href={to(line)}>{fullName(line)}</A>
              </ListRow>
            ))}
          </List>
        </Card>
      )}
      {appointments.length + own.length === 0 && !found && <Empty icon="users">{t.nobody}</Empty>}
      <Card heading={t.other}>
        <Form
          state={state}
          words={personErrors(lang)}
          action={link('contactFor', {}, { team: teamOf(c).id })}
        >
          <Field name="familyName" label={t.name} autocomplete="off" />
          <Actions>
            <Button kind="plain" icon="search">
              {t.submit}
            </Button>
          </Actions>
        </Form>
      </Card>
    </Stack>,
    { title: t.title, current: 'day' },
  )
}

function Today({ c, appointments }: { c: Ctx; appointments: MyAppointment[] }) {
  const { lang } = c.var
  const t = texts[lang].contactFor
  return (
    <Card heading={t.today}>
      <List label={t.today}>
        {appointments.map((line) => (
          <ListRow
            kind="timed"
            lead={<strong>{timeOf(line.startsAt)}</strong>}
            soft={[appointmentWord(line.kind, lang), line.place].filter(Boolean).join(' · ')}
          >
            <A href={recordLink(line)}>{fullName(line)}</A>
          </ListRow>
        ))}
      </List>
    </Card>
  )
}
