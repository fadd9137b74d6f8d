import { NotFound } from '../../../core/outcome.ts'
import { listPreview, toWorkbook } from '../../../office/imports/door.ts'
import type { Ctx } from '../../../platform/web.ts'
import { sayProblem } from '../parts/problems.tsx'
import { texts } from '../texts.ts'
import { openImport, placeIn } from './opened.ts'
import { workbook } from './template.ts'

/** Every remark of an import by line and column, as a workbook; what the cells said is not in it. */
export async function get(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = texts[lang]
  const [{ batch }, lines] = await openImport(c, (tx, { batch: { id, committed } }) => {
    if (!committed) throw new NotFound('nothing was read in')
    return listPreview(tx, id, c.var.house.keys.secret, { part: 'problems', from: 0, most: 20_000 })
  })
  const place = placeIn(c, batch)
  const rows = lines.flatMap(({ line, problems }) =>
    problems.map((problem) => [
      String(line),
      place(problem),
      sayProblem(lang, problem),
      t.weights[problem.weight],
    ]),
  )
  const heading = [t.report.line, t.report.column, t.report.problem, t.report.result]
  return workbook(c, t.reportFile, await toWorkbook(t.report.title, [heading, ...rows]))
}
