import { writeDay } from '../../../core/day.ts'
import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choice.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { DayField } from '../../../ui/field.tsx'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Inline, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Table } from '../../../ui/table.tsx'
import { GroundWords, OutcomeChip, WhatWords } from '../parts/line-words.tsx'
import { clientNumber, type Line } from '../rules/line.ts'
import { choices, type LogFilter, lastWeek, logFilter, queryOf } from '../rules/log-filter.ts'
import { listLines, listPeople } from '../store/lines.ts'
import { texts } from '../texts.ts'

const pageSize = 50

type Page = { filter: LogFilter; state: FormState; lines: Line[]; people: { id: string; name: string }[] }

/** The log of the own organisation; that it is being read is a line of its own. */
export async function get(c: Ctx): Promise<Response> {
  const asked = parseForm(logFilter(today()), c.req.query())
  const filter = asked.ok
    ? asked.value
    : { ...lastWeek(today()), which: null, person: null, client: null, before: null }
  const state = asked.ok ? emptyForm : asked.state
  if (!asked.ok) c.status(422)
  const [lines, people] = await read(asker(c), [{ log: 'organisation' }], async (tx) => [
    asked.ok ? await listLines(tx, filter, pageSize + 1, c.var.lang) : [],
    await listPeople(tx, filter.from, filter.until),
  ])
  return view(c, { filter, state, lines, people })
}

function view(c: Ctx, page: Page) {
  const t = texts[c.var.lang].log
  const { filter, lines, state } = page
  const isWrong = Object.keys(state.errors).length > 0
  return c.render(
    <Stack>
      <PageHeading title={t.title} soft={t.soft(me(c).organisation ?? '')}>
        <ButtonLink href={link('logExport', {}, queryOf(filter))} kind="quiet" icon="download">
          {t.export}
        </ButtonLink>
      </PageHeading>
      <Filter c={c} page={page} />
      {lines.length === 0 ? (
        <Empty icon="shield">{isWrong ? t.emptyDays : t.empty}</Empty>
      ) : (
        <Lines c={c} page={page} />
      )}
    </Stack>,
    { title: t.title, current: 'log' },
  )
}

function Filter({ c, page: { filter, state, people } }: { c: Ctx; page: Page }) {
  const t = texts[c.var.lang].log
  const here = (toon: string | null) => link('log', {}, queryOf(filter, { toon }))
  return (
    <>
      <Form method="get" state={state} words={t.errors} class="filter-form">
        <DayField name="van" label={t.from} hint="" value={writeDay(filter.from)} />
        <DayField name="tot" label={t.until} hint="" value={writeDay(filter.until)} />
        <Select
          name="persoon"
          label={t.person}
          empty={t.everybody}
          value={filter.person ?? ''}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {filter.which && <Hidden name="toon" value={filter.which} />}
        {filter.client && <Hidden name="client" value={filter.client} />}
        <Button kind="plain">{t.apply}</Button>
      </Form>
      <FilterLinks
        label={t.which}
        items={[
          { href: here(null), label: t.all, current: filter.which === null },
          ...choices.map((toon) => ({
            href: here(toon),
            label: t.choices[toon],
            current: filter.which === toon,
          })),
        ]}
      />
      {filter.client && (
        <Inline>
          <span>{t.oneClient(clientNumber(filter.client))}</span>
          <A href={link('log', {}, queryOf(filter, { client: null }))}>{t.everyClient}</A>
          <A href={link('clientLooks', { clientId: filter.client })}>{t.whoLooked}</A>
        </Inline>
      )}
    </>
  )
}

function Lines({ c, page: { filter, lines } }: { c: Ctx; page: Page }) {
  const { lang } = c.var
  const t = texts[lang].log
  const shown = lines.slice(0, pageSize)
  const columns = [
    { key: 'who', label: t.who },
    { key: 'when', label: t.when, soft: true, tight: true },
    { key: 'what', label: t.what },
    { key: 'ground', label: t.ground, soft: true },
    { key: 'outcome', label: t.outcome },
  ]
  const rows = shown.map((line) => ({
    id: `regel-${line.id}`,
    soft: texts[lang].looks.at(
      line.function || texts[lang].looks.roles[line.role] || line.role,
      line.organisation,
    ),
    cells: {
      who: line.person || (line.event === 'job' ? texts[lang].looks.system : texts[lang].looks.somebody),
      when: sayMoment(line.moment, lang),
      what: (
        <WhatWords
          line={line}
          lang={lang}
          href={line.clientId && link('log', {}, queryOf(filter, { client: line.clientId }))}
        />
      ),
      ground: <GroundWords line={line} lang={lang} />,
      outcome: <OutcomeChip line={line} lang={lang} />,
    },
  }))
  return (
    <>
      <Table caption={t.caption} hideCaption columns={columns} rows={rows} />
      <Pages c={c} filter={filter} next={lines.length > pageSize ? shown.at(-1)?.id : undefined} />
    </>
  )
}

// New lines come on top while one reads, also by reading: a page begins after the last line of the one before.
function Pages({ c, filter, next }: { c: Ctx; filter: LogFilter; next: string | undefined }) {
  const t = texts[c.var.lang].log
  if (!next && !filter.before) return null
  return (
    <nav class="pager" aria-label={t.pages}>
      {filter.before && <A href={link('log', {}, queryOf(filter))}>{t.newest}</A>}
      {next && (
        <A class="btn btn-plain" href={link('log', {}, queryOf(filter, { voor: next }))} rel="next">
          {t.next}
        </A>
      )}
    </nav>
  )
}
