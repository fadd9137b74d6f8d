import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Select } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import { addMunicipality } from '../acts/add-municipality.ts'
import { setArea } from '../acts/set-area.ts'
import { namedOptions } from '../parts/choices.ts'
import { areaForm, municipalityForm } from '../rules/house-forms.ts'
import { type AreaLine, listAreas, listMunicipalities } from '../store/overview.ts'
import { listTeams } from '../store/teams.ts'
import { texts } from '../texts.ts'

type States = { municipality: FormState; area: FormState }

/** Which team serves which postcode. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, { municipality: emptyForm, area: emptyForm })
}

export async function post(c: Ctx): Promise<Response> {
  const input = await typed(c)
  return input.wat === 'gemeente' ? postMunicipality(c) : postArea(c)
}

async function postMunicipality(c: Ctx): Promise<Response> {
  const form = parseForm(municipalityForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, { municipality: form.state, area: emptyForm })
  }
  await addMunicipality(asker(c), form.value)
  return done(c, link('staffArea'), 'gemeente')
}

async function postArea(c: Ctx): Promise<Response> {
  const form = parseForm(areaForm, await typed(c))
  if (!form.ok) {
    c.status(422)
    return view(c, { municipality: emptyForm, area: form.state })
  }
  await setArea(asker(c), form.value)
  return done(c, link('staffArea'), 'gebied')
}

async function view(c: Ctx, states: States) {
  const { lang } = c.var
  const t = texts[lang].area
  const said = (t.said as Record<string, string>)[c.req.query('gedaan') ?? '']
  const loaded = await read(asker(c), [], async (tx) => ({
    areas: await listAreas(tx),
    municipalities: await listMunicipalities(tx),
    teams: await listTeams(tx),
  }))
  return c.render(
    <Stack>
      <p>
        <A href={link('staff')}>{texts[lang].back}</A>
      </p>
      <PageHeading title={t.title} soft={t.soft} />
      {said && <Notice kind="success">{said}</Notice>}
      <Columns kind="even">
        <AreaCard c={c} state={states.area} loaded={loaded} />
        <MunicipalityCard c={c} state={states.municipality} />
      </Columns>
      <Areas c={c} areas={loaded.areas} />
    </Stack>,
    { title: t.title, current: 'staff' },
  )
}

type Loaded = { municipalities: { code: string; name: string }[]; teams: { id: string; name: string }[] }

function AreaCard({ c, state, loaded }: { c: Ctx; state: FormState; loaded: Loaded }) {
  const { lang } = c.var
  const t = texts[lang].area
  const municipalities = loaded.municipalities.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Card heading={t.area}>
      <Form state={state} words={texts[lang].errors}>
        <Hidden name="wat" value="gebied" />
        <Field
          name="postcode4"
          label={t.postcode4}
          hint={t.postcode4Hint}
          width="short"
          inputmode="numeric"
        />
        <Select name="municipality" label={t.inMunicipality} options={municipalities} />
        <Field name="neighbourhood" label={t.neighbourhood} />
        <Select name="team" label={t.team} empty={t.noTeam} options={namedOptions(loaded.teams)} />
        <Actions>
          <Button>{t.setArea}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function MunicipalityCard({ c, state }: { c: Ctx; state: FormState }) {
  const { lang } = c.var
  const t = texts[lang].area
  return (
    <Card heading={t.municipality}>
      <Form state={state} words={texts[lang].errors} prefix="gemeente-">
        <Hidden name="wat" value="gemeente" />
        <Field name="code" label={t.code} hint={t.codeHint} width="short" inputmode="numeric" />
        <Field name="name" label={t.name} />
        <Actions>
          <Button kind="quiet">{t.addMunicipality}</Button>
        </Actions>
      </Form>
    </Card>
  )
}

function Areas({ c, areas }: { c: Ctx; areas: AreaLine[] }) {
  const t = texts[c.var.lang].area
  const columns = [
    { key: 'postcode', label: t.postcode4 },
    { key: 'neighbourhood', label: t.neighbourhood },
    { key: 'municipality', label: t.inMunicipality, soft: true },
    { key: 'team', label: t.team },
  ]
  const rows = areas.map((area) => ({
    cells: {
      postcode: area.postcode4,
      neighbourhood: area.neighbourhood,
      municipality: area.municipality,
      team: area.team ?? t.noTeam,
    },
  }))
  return <Table caption={t.caption} columns={columns} rows={rows} />
}
