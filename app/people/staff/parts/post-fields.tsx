import type { Lang } from '../../../core/texts.ts'
import { type Option, Select } from '../../../ui/choice.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Columns } from '../../../ui/layout.tsx'
import { texts } from '../texts.ts'

/** What a post can be: organisations, functions, teams. */
export type PostChoices = { organisations: Option[]; functions: Option[]; teams: Option[] }

/** A function for an organisation, in a team or at its office: fields of `postForm`. */
export function PostFields({ lang, choices }: { lang: Lang; choices: PostChoices }) {
  const t = texts[lang].worker
  return (
    <Columns kind="even">
      <Select name="function" label={t.function} hint={t.functionHint} options={choices.functions} />
      <Select name="organisation" label={t.organisation} options={choices.organisations} />
      <Select name="team" label={t.team} empty={t.noTeam} options={choices.teams} />
      <DayField name="from" label={t.from} />
    </Columns>
  )
}
