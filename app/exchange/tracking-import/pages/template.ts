import { toWorkbook } from '../../../office/imports/door.ts'
import type { Ctx } from '../../../platform/web.ts'
import { templateRows } from '../rules/template.ts'
import { texts } from '../texts.ts'

/** A workbook with the headings that are always recognised, and one example line. */
export async function get(c: Ctx): Promise<Response> {
  const t = texts[c.var.lang].template
  return workbook(c, t.file, await toWorkbook(t.sheet, templateRows()))
}

/** Sends a workbook under a name. */
export function workbook(c: Ctx, name: string, bytes: Buffer): Response {
  c.header('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.body(new Uint8Array(bytes))
}
