import { parseForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { exportLog } from '../acts/export-log.ts'
import { type LogFilter, logFilter, queryOf } from '../rules/log-filter.ts'
import { texts } from '../texts.ts'

/** The chosen lines as a file, with the fields of NEN 7513. */
export async function get(c: Ctx): Promise<Response> {
  const asked = parseForm(logFilter(today()), c.req.query())
  if (!asked.ok) return c.redirect(link('log', {}, c.req.query()), 303)
  const filter = asked.value
  const source = `Optimaal Leven, ${me(c).region}`
  const file = await exportLog(asker(c), filter, { source, lang: c.var.lang })
  if (file === null) return view(c, filter)
  return c.body(file, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="logboek-${filter.from}-${filter.until}.csv"`,
  })
}

function view(c: Ctx, filter: LogFilter) {
  const t = texts[c.var.lang].log.tooMany
  c.status(422)
  return c.render(
    <>
      <PageHeading title={t.title} />
      <p>{t.text}</p>
      <p>
        <ButtonLink href={link('log', {}, queryOf(filter))}>{t.back}</ButtonLink>
      </p>
    </>,
    { title: t.title, current: 'log' },
  )
}
