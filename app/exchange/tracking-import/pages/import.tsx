import { emptyForm, type FormState } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import {
  columnLetter,
  findRemembered,
  guessFields,
  type Line,
  listLines,
  listPreview,
  type PreviewLine,
  type PreviewPart,
  previewParts,
} from '../../../office/imports/door.ts'
import type { Tx } from '../../../platform/database.ts'
import { type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Steps } from '../../../ui/steps.tsx'
import { Checking } from '../parts/checking.tsx'
import { type ColumnShown, ColumnsForm } from '../parts/columns-form.tsx'
import { Preview } from '../parts/preview.tsx'
import { Report } from '../parts/report.tsx'
import { shownCell } from '../parts/shown-cell.ts'
import { ValuesForm } from '../parts/values-form.tsx'
import type { Around } from '../rules/codes.ts'
import { fields } from '../rules/fields.ts'
import { texts } from '../texts.ts'
import { findAround, steps } from './import-steps.ts'
import { type Opened, openImport, placeIn } from './opened.ts'

const most = 50
type Page = 'columns' | 'codes' | 'checking' | 'preview' | 'report'
type Data = { columns: ColumnShown[]; around: Around; lines: PreviewLine[]; part: PreviewPart; from: number }

/** One import, wherever it is: columns, values, check, choose, report. */
export async function get(c: Ctx): Promise<Response> {
  const [opened, data] = await openImport(c, (tx, it) => load(c, tx, it, pageOf(c, it)))
  if (opened.stage === 'undoing' || opened.stage === 'undone')
    return c.redirect(link('importUndo', { importId: opened.batch.id }), 303)
  return view(c, opened, data, emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const [opened] = await openImport(c, async () => undefined)
  const input = await typed(c)
  const step = steps[String(input.stap)]
  const isOver = opened.batch.committed !== null || opened.batch.maker !== me(c).personId
  if (!step || isOver) return done(c, link('import', { importId: opened.batch.id }))
  const answer = await step(c, opened, input)
  if (answer instanceof Response) return answer
  c.status(422)
  const [again, data] = await openImport(c, (tx, it) => load(c, tx, it, 'columns'))
  return view(c, { ...again, stage: 'columns' }, data, answer)
}

function pageOf(c: Ctx, { stage, batch }: Opened): Page {
  if (stage === 'done' || batch.committed) return 'report'
  if (stage === 'columns' || c.req.query('stap') === 'kolommen') return 'columns'
  return stage === 'codes' || stage === 'checking' ? stage : 'preview'
}

async function load(c: Ctx, tx: Tx, opened: Opened, page: Page): Promise<Data> {
  const { batch } = opened
  const { secret } = c.var.house.keys
  const data: Data = {
    columns: [],
    around: { organisations: [], workers: [] },
    lines: [],
    part: 'problems',
    from: 0,
  }
  if (page === 'columns') {
    const lines = await listLines(tx, batch.id, secret, 0, 5)
    const { columns } = await findRemembered(tx, batch.teamId)
    return { ...data, columns: columnsOf(opened, lines, columns) }
  }
  if (page === 'codes') return { ...data, around: await findAround(tx, opened, c.var.lang) }
  if (page === 'checking') return data
  const part =
    page === 'report' ? 'problems' : (previewParts.find((code) => code === c.req.query('deel')) ?? 'all')
  const from =
    page === 'report'
      ? 0
      : Math.min(Math.max(0, Number.parseInt(c.req.query('vanaf') ?? '0', 10) || 0), 20_000)
  const size = page === 'report' ? 200 : most
  return { ...data, part, from, lines: await listPreview(tx, batch.id, secret, { part, from, most: size }) }
}

function columnsOf({ batch }: Opened, lines: Line[], remembered: Record<string, string>): ColumnShown[] {
  const guessed = batch.columns ?? guessFields(batch.headings, fields, remembered)
  return batch.headings.map((heading, i) => {
    const field = fields.find(({ code }) => code === guessed[i])?.code ?? ''
    const samples = lines.map(({ cells }) => shownCell(field, cells[i] ?? '')).filter((cell) => cell !== '')
    return {
      letter: columnLetter(i),
      heading,
      samples: samples.slice(0, 3).map((cell) => cell.slice(0, 60)),
      field,
    }
  })
}

function view(c: Ctx, opened: Opened, data: Data, state: FormState) {
  const { lang } = c.var
  const page = Object.keys(state.errors).length > 0 ? 'columns' : pageOf(c, opened)
  const title = titleOf(c, page)
  return c.render(
    <Stack>
      <p>
        <A href={link('imports', {}, { team: opened.batch.teamId })}>{texts[lang].back}</A>
      </p>
      <PageHeading
        title={title}
        soft={texts[lang].columns.soft(opened.batch.fileName, texts[lang].list.lines(opened.batch.lineCount))}
      />
      <Path c={c} page={page} />
      <Said c={c} />
      <Body c={c} page={page} opened={opened} data={data} state={state} />
      {!opened.batch.committed && <Discard c={c} />}
    </Stack>,
    {
      title,
      current: 'imports',
      ...(page === 'checking' && { head: <meta http-equiv="refresh" content="2" /> }),
    },
  )
}

function titleOf(c: Ctx, page: Page): string {
  const t = texts[c.var.lang]
  return { columns: t.columns, codes: t.values, checking: t.checking, preview: t.preview, report: t.report }[
    page
  ].title
}

function Path({ c, page }: { c: Ctx; page: Page }) {
  const t = texts[c.var.lang].steps
  const order = ['columns', 'codes', 'preview', 'done'] as const
  const now = { columns: 0, codes: 1, checking: 2, preview: 2, report: 4 }[page]
  const items = order.map((step, i) => ({
    label: step === 'codes' ? t.codes : t[step],
    state: i < now ? ('done' as const) : i === now ? ('current' as const) : ('ahead' as const),
  }))
  return <Steps label={t.label} items={items} />
}

function Said({ c }: { c: Ctx }) {
  const t = texts[c.var.lang]
  const said = c.req.query('gedaan')
  if (said === 'dubbel') return <Notice kind="info">{t.list.again}</Notice>
  if (said === 'bewaard') return <Notice kind="success">{t.preview.saved}</Notice>
  if (said === 'nieuw-dubbel') return <Notice kind="warn">{t.preview.newDoubles}</Notice>
  return said === 'ingelezen' ? <Notice kind="success">{t.report.done}</Notice> : null
}

type BodyProps = { c: Ctx; page: Page; opened: Opened; data: Data; state: FormState }

function Body({ c, page, opened: { batch, tally }, data, state }: BodyProps) {
  const { lang } = c.var
  const place = placeIn(c, batch)
  if (page === 'columns')
    return <ColumnsForm lang={lang} sheets={batch.sheets} columns={data.columns} state={state} />
  if (page === 'codes') return <ValuesForm lang={lang} found={batch.found ?? []} around={data.around} />
  if (page === 'checking') return <Checking lang={lang} checked={tally.checked} all={batch.lineCount} />
  if (page === 'report') return <Report lang={lang} batch={batch} lines={data.lines} place={place} />
  const { lines, part, from } = data
  return <Preview lang={lang} shown={{ batch, tally, lines, part, from, most }} place={place} />
}

function Discard({ c }: { c: Ctx }) {
  return (
    <Form prefix="weg-">
      <Hidden name="stap" value="weggooien" />
      <Actions>
        <Button kind="plain" icon="trash-2">
          {texts[c.var.lang].discard}
        </Button>
      </Actions>
    </Form>
  )
}
