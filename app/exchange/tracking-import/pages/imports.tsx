import { emptyForm, type FormState, withError } from '../../../core/form.ts'
import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import {
  type Batch,
  listBatches,
  Refused,
  recognise,
  stageFile,
  stageOf,
} from '../../../office/imports/door.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, me, sent, teamOf } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Field, FileField } from '../../../ui/field.tsx'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import { fields } from '../rules/fields.ts'
import { texts } from '../texts.ts'

/** What this team read in, and a new file. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const team = teamOf(c)
  const form = await sent(c)
  const bestand = form.get('bestand')
  const [tabblad] = [form.get('tabblad')].flat()
  const input = { tabblad: typeof tabblad === 'string' ? tabblad : '' }
  if (!(bestand instanceof File) || bestand.name === '') return refuse(c, input, 'no-file')
  const bytes = new Uint8Array(await bestand.arrayBuffer())
  const file = {
    team: team.id,
    maker: me(c).personId,
    name: bestand.name,
    bytes,
    sheet: input.tabblad.trim(),
  }
  try {
    const { id, again } = await stageFile(asker(c), c.var.house.keys.secret, file, recognised)
    return done(c, link('import', { importId: id }), again ? 'dubbel' : undefined)
  } catch (error) {
    if (error instanceof Refused) return refuse(c, input, error.code)
    throw error
  }
}

function recognised(cells: string[]): number {
  return cells.filter((cell) => recognise(cell, fields) !== null).length
}

// A name that no sheet has is mended where it was typed.
function refuse(c: Ctx, input: FormState['input'], code: string) {
  c.status(422)
  return view(c, withError(input, code === 'no-such-sheet' ? 'tabblad' : 'bestand', code))
}

async function view(c: Ctx, state: FormState) {
  const team = teamOf(c)
  const t = texts[c.var.lang].list
  const batches = await read(asker(c), [], (tx) => listBatches(tx, team.id))
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft(team.name)}>
        <ButtonLink kind="quiet" icon="download" href={link('importTemplate')}>
          {t.template}
        </ButtonLink>
      </PageHeading>
      <Teams c={c} current={team.id} />
      <Card heading={t.upload}>
        <Form
          multipart
          state={state}
          words={texts[c.var.lang].refusals}
          action={link('imports', {}, { team: team.id })}
        >
          <FileField name="bestand" label={t.file} hint={t.uploadHint} accept=".xlsx,.csv,.txt,.tsv" />
          <Field name="tabblad" label={t.sheet} hint={t.sheetHint} optional maxlength={100} />
          <Actions>
            <Button icon="upload">{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
      <Card heading={t.earlier}>
        {batches.length === 0 ? (
          <Empty icon="file-text">{t.empty}</Empty>
        ) : (
          <Batches c={c} batches={batches} />
        )}
      </Card>
    </Stack>,
    { title: t.title, current: 'imports' },
  )
}

function Batches({ c, batches }: { c: Ctx; batches: Batch[] }) {
  const { lang } = c.var
  const t = texts[lang].list
  const columns = [
    { key: 'name', label: t.name },
    { key: 'when', label: t.when, soft: true },
    { key: 'state', label: t.state },
  ]
  const rows = batches.map((batch) => {
    const isMine = batch.maker === me(c).personId
    const stage = stageOf(batch, batch.isMatched ? batch.lineCount : 0)
    return {
      ...((isMine || batch.committed) && { href: link('import', { importId: batch.id }) }),
      soft: t.lines(batch.lineCount),
      cells: {
        name: batch.fileName,
        when: sayMoment(batch.writtenAt, lang),
        state: isMine ? t.stages[stage] : `${t.stages[stage]} · ${t.notYours(batch.madeBy)}`,
      },
    }
  })
  return <Table caption={t.caption} hideCaption columns={columns} rows={rows} />
}

function Teams({ c, current }: { c: Ctx; current: string }) {
  const { teams } = me(c)
  if (teams.length < 2) return null
  const items = teams.map(({ id, name }) => ({
    href: link('imports', {}, { team: id }),
    label: name,
    current: id === current,
  }))
  return <FilterLinks items={items} />
}
