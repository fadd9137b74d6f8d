import { writeDay } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import type { Role } from '../../../core/role.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { DayField, TextArea } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { PhaseSign } from '../../../ui/icon.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { recordPhase } from '../acts/record-phase.ts'
import { PhaseHistory } from '../parts/phase-history.tsx'
import { phaseWord } from '../parts/phase-word.ts'
import { type PhaseTalk, phases } from '../rules/phase.ts'
import { phaseForm } from '../rules/phase-form.ts'
import { listPhases, seesMeasures } from '../store/phases.ts'
import { texts } from '../texts.ts'

type Opened = { client: Client; talks: PhaseTalk[] }
const writers: Role[] = ['practitioner', 'supporter']

/** Which phase of recovery fits now, and how did it go so far? */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await open(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await open(c)
  const form = parseForm(phaseForm(today()), await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, opened, form.state)
  }
  await recordPhase(asker(c), opened.client.id, form.value)
  return done(c, link('phase', { clientId: opened.client.id }), 'fase')
}

function open(c: Ctx): Promise<Opened> {
  const id = idParam<ClientId>(c, 'clientId')
  return read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    if (!client || !(await seesMeasures(tx, id))) throw new NotFound('no phases of this client')
    return { client, talks: await listPhases(tx, id) }
  })
}

function view(c: Ctx, opened: Opened, state: FormState) {
  const { lang } = c.var
  const t = texts[lang]
  const { client, talks } = opened
  return c.render(
    <Stack>
      <p>
        <A href={link('dossier', { clientId: client.id })}>{t.backToDossier(fullName(client))}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      {c.req.query('gedaan') === 'fase' && <Notice kind="success">{t.done}</Notice>}
      <Columns>
        {writers.includes(me(c).role) && <TalkForm c={c} client={client} state={state} />}
        <Card heading={t.history}>
          <PhaseHistory talks={talks} today={today()} lang={lang} />
        </Card>
      </Columns>
    </Stack>,
    { title: t.title, current: 'board' },
  )
}

function TalkForm({ c, client, state }: { c: Ctx; client: Client; state: FormState }) {
  const { lang } = c.var
  const t = texts[lang]
  return (
    <Card>
      <Form state={state} draft={`fase-${client.id}`}>
        <p>{t.lead}</p>
        <Radios
          name="phase"
          legend={t.phase}
          options={phases.map((phase) => ({
            value: String(phase),
            label: phaseWord(phase, lang),
            hint: t.meanings[phase],
            sign: <PhaseSign phase={phase} />,
          }))}
        />
        <TextArea own name="ownWords" label={t.ownWords} hint={t.ownWordsHint} optional rows={3} />
        <DayField name="talkedOn" label={t.talkedOn} value={writeDay(today())} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Card>
  )
}
