import type { FormState } from '../../../core/form.ts'
import type { Lang } from '../../../core/texts.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Form } from '../../../ui/form.tsx'
import { type Entry, entryKey } from '../rules/entry.ts'
import { roleTitle } from './role-title.ts'

type Props = {
  action: string
  entries: Entry[]
  words: { legend: string; go: string }
  state: FormState
  lang: Lang
}

/** One role out of those that a person has, each with its organisation and teams. */
export function RoleChoice({ action, entries, words, state, lang }: Props) {
  const options = entries.map((entry) => ({
    value: entryKey(entry),
    label: roleTitle(entry.role, lang),
    hint: [...entry.teams, entry.organisation].filter(Boolean).join(', ') || undefined,
  }))
  return (
    <Form action={action} state={state} lang={lang}>
      <Radios name="role" legend={words.legend} options={options} />
      <Actions>
        <Button>{words.go}</Button>
      </Actions>
    </Form>
  )
}
