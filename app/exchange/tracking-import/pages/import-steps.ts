import { type FormState, withError } from '../../../core/form.ts'
import { Stale } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { chooseLines, discardImport, findRemembered } from '../../../office/imports/door.ts'
import { listColleagues, listOrganisations } from '../../../people/staff/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { log } from '../../../platform/log.ts'
import { asker, type Ctx, done } from '../../../platform/web.ts'
import { checkLines } from '../acts/check-lines.ts'
import { chooseCodes } from '../acts/choose-codes.ts'
import { chooseColumns } from '../acts/choose-columns.ts'
import { readInImport } from '../acts/read-in-import.ts'
import { choicesIn, codesIn, columnsIn } from '../rules/answers.ts'
import type { Around } from '../rules/codes.ts'
import { columnsProblem } from '../rules/fields.ts'
import { NoCodes } from '../rules/found.ts'
import type { Opened } from './opened.ts'

type Input = FormState['input']
type Step = (c: Ctx, opened: Opened, input: Input) => Promise<Response | FormState>

/** Who there is to choose from: care organisations of the region, and who works in the team. */
export async function findAround(tx: Tx, opened: Opened, lang: 'nl' | 'en'): Promise<Around> {
  const organisations = await listOrganisations(tx)
  const workers = await listColleagues(tx, opened.batch.teamId, lang)
  const cares = organisations.filter(({ kind }) => kind !== 'municipality' && kind !== 'insurer')
  return {
    organisations: cares,
    workers: workers.filter((worker, i) => firstOf(workers, worker.personId) === i),
  }
}

// Somebody with two posts is one person to choose.
function firstOf(workers: { personId: string }[], id: string): number {
  return workers.findIndex(({ personId }) => personId === id)
}

/** What each form of the import page does: on to another page, or the form again with what is wrong. */
export const steps: Record<string, Step> = {
  kolommen: columns,
  waarden: codes,
  nakijken: check,
  kiezen: choose,
  'sla-over': skipOpen,
  inlezen: commit,
  weggooien: discard,
}

async function columns(c: Ctx, opened: Opened, input: Input) {
  const { batch } = opened
  const chosen = columnsIn(input, batch.headings.length)
  const problem = columnsProblem(chosen)
  if (problem) return withError(input, `kolom-${placeOf(problem, chosen)}`, problem)
  const [around, remembered] = await read(asker(c), [], async (tx) => [
    await findAround(tx, opened, c.var.lang),
    await findRemembered(tx, batch.teamId),
  ])
  try {
    const { secret } = c.var.house.keys
    await chooseColumns(asker(c), batch, { secret, columns: chosen, around, remembered: remembered.codes })
  } catch (error) {
    if (error instanceof NoCodes) return withError(input, `kolom-${error.column}`, 'no-codes')
    throw error
  }
  startChecking(c, opened)
  return to(c, opened)
}

// The column to look at: the first, or the second of the same field.
function placeOf(problem: 'no-name' | 'field-twice', chosen: string[]): number {
  return problem === 'no-name' ? 0 : chosen.findIndex((field, i) => field !== '' && chosen.indexOf(field) < i)
}

async function codes(c: Ctx, opened: Opened, input: Input) {
  const around = await read(asker(c), [], (tx) => findAround(tx, opened, c.var.lang))
  await chooseCodes(asker(c), opened.batch, codesIn(input, opened.batch.found ?? [], around))
  startChecking(c, opened)
  return to(c, opened)
}

// Taken up where it stopped; on a preview, where all is checked, the answer waits for the region's.
async function check(c: Ctx, opened: Opened) {
  const { batch, stage } = opened
  if (stage === 'preview') await checkLines(asker(c), c.var.house.keys.secret, batch.teamId, batch.id)
  else startChecking(c, opened)
  return to(c, opened)
}

// Goes on after the answer; what stops it (the session ended, the program stopped) leaves an import that can be taken
// up on its page. When other choices were made meanwhile, the checking that these began goes on with it.
function startChecking(c: Ctx, { batch }: Opened): void {
  checkLines(asker(c), c.var.house.keys.secret, batch.teamId, batch.id).catch((error: unknown) => {
    if (!(error instanceof Stale)) log.failure(error)
  })
}

async function choose(c: Ctx, opened: Opened, input: Input) {
  await chooseLines(asker(c), opened.batch.teamId, opened.batch.id, choicesIn(input))
  return to(c, opened, {
    deel: c.req.query('deel') ?? 'all',
    vanaf: c.req.query('vanaf') ?? '0',
    gedaan: 'bewaard',
  })
}

async function skipOpen(c: Ctx, opened: Opened) {
  await chooseLines(asker(c), opened.batch.teamId, opened.batch.id, 'skip-open')
  return to(c, opened, { gedaan: 'bewaard' })
}

async function commit(c: Ctx, opened: Opened) {
  const open = await readInImport(asker(c), opened.batch.teamId, opened.batch.id)
  return open > 0
    ? to(c, opened, { deel: 'open', gedaan: 'nieuw-dubbel' })
    : to(c, opened, { gedaan: 'ingelezen' })
}

async function discard(c: Ctx, opened: Opened) {
  await discardImport(asker(c), opened.batch.teamId, opened.batch.id)
  return done(c, link('imports', {}, { team: opened.batch.teamId }))
}

function to(c: Ctx, { batch }: Opened, query?: Record<string, string>): Response {
  return done(c, link('import', { importId: batch.id }, query))
}
