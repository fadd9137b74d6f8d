import { emptyForm, type FormState, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { type Ctx, typed } from '../../../platform/web.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { beginSession } from '../acts/begin-session.ts'
import { RoleChoice } from '../parts/role-choice.tsx'
import { chosenEntry, type Entry } from '../rules/entry.ts'
import { entriesOf } from '../store/entries.ts'
import { spendStep } from '../store/steps.ts'
import { texts } from '../texts.ts'
import { startAgain, stepAt } from './steps.ts'

/** The choice of a role, for who has more than one: a session has one role (NEN 7510 9.2.3). */
export async function get(c: Ctx): Promise<Response> {
  const step = stepAt(c, 'role')
  if (!step) return startAgain(c)
  return show(c, await entriesOf(c.var.house.database, step.personId), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const step = stepAt(c, 'role')
  if (!step) return startAgain(c)
  const entries = await entriesOf(c.var.house.database, step.personId)
  const entry = chosenEntry(entries, String((await typed(c)).role ?? ''))
  if (!entry) return show(c, entries, withError({}, 'role', 'choose-one'))
  if (!(await spendStep(c.var.house, step))) return startAgain(c, step.back)
  return beginSession(c, step.personId, { ...entry, back: step.back })
}

async function show(c: Ctx, entries: Entry[], state: FormState): Promise<Response> {
  const { lang } = c.var
  const t = texts[lang].role
  if (state !== emptyForm) c.status(422)
  return c.render(
    <>
      <PageHeading title={t.title} />
      {entries.length === 0 ? (
        <Notice kind="warn">{t.none}</Notice>
      ) : (
        <RoleChoice action={link('chooseRole')} entries={entries} words={t} state={state} lang={lang} />
      )}
    </>,
    { title: t.title, frame: 'plain' },
  )
}
