import { emptyForm, type FormState, withError } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { type Ctx, me, typed } from '../../../platform/web.ts'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { beginSession } from '../acts/begin-session.ts'
import { RoleChoice } from '../parts/role-choice.tsx'
import { chosenEntry, type Entry, entryKey } from '../rules/entry.ts'
import { entriesOf } from '../store/entries.ts'
import { texts } from '../texts.ts'

/** Another role: a new session with that role, and the end of this one. */
export async function get(c: Ctx): Promise<Response> {
  return show(c, await otherEntries(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const entries = await otherEntries(c)
  const entry = chosenEntry(entries, String((await typed(c)).role ?? ''))
  if (!entry) return show(c, entries, withError({}, 'role', 'choose-one'))
  return beginSession(c, me(c).personId, entry)
}

async function otherEntries(c: Ctx): Promise<Entry[]> {
  const person = me(c)
  const entries = await entriesOf(c.var.house.database, person.personId)
  return entries.filter((entry) => entryKey(entry) !== entryKey(person))
}

async function show(c: Ctx, entries: Entry[], state: FormState): Promise<Response> {
  const { lang } = c.var
  const t = texts[lang].switchPage
  if (state !== emptyForm) c.status(422)
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={entries.length > 0 ? t.text : t.none} />
      {entries.length > 0 && (
        <RoleChoice action={link('accountRole')} entries={entries} words={t} state={state} lang={lang} />
      )}
    </Stack>,
    { title: t.title, current: 'account' },
  )
}
