import type { Child } from 'hono/jsx'
import { type Day, writeDay } from '../../../core/day.ts'
import type { OrganisationId } from '../../../core/id.ts'
import type { Lang } from '../../../core/texts.ts'
import { Checkboxes, type Option, Radios, Select } from '../../../ui/choice.tsx'
import { DayField, Field, TextArea } from '../../../ui/field.tsx'
import { Inline } from '../../../ui/layout.tsx'
import type { CareOverview, Post } from '../../care/door.ts'
import { type TalkOutcome, talkOutcomes } from '../rules/consequence.ts'
import type { TalkForm } from '../rules/talk-form.ts'
import { texts } from '../texts.ts'
import type { Said } from './versions.tsx'

/** What an advice talk chooses from, and what there is already. */
export type Beside = {
  organisations: { id: OrganisationId; name: string }[]
  /** who of the team may be case manager */
  posts: Post[]
  care: CareOverview
}
type Props = { lang: Lang; beside: Beside }

/** The fields of an advice talk, but for its day. */
export function TalkFields({ lang, beside }: Props) {
  const t = texts[lang].talk
  return (
    <>
      <Radios name="outcome" legend={t.outcome} options={outcomes(lang)} />
      <TextArea name="ownWords" label={t.ownWords} rows={3} optional own />
      <TextArea name="agreed" label={t.agreed} rows={3} optional />
      <Checkboxes
        name="organisations"
        legend={t.organisations}
        options={beside.organisations.map((x) => ({ value: x.id, label: x.name }))}
        optional
      />
      <Select
        name="caseManager"
        label={t.caseManager}
        hint={t.caseManagerHint}
        options={beside.posts.map((x) => ({ value: x.personId, label: `${x.name}, ${x.function[lang]}` }))}
        optional
      />
    </>
  )
}

// What one outcome asks for stands under that outcome.
function outcomes(lang: Lang): Option[] {
  const t = texts[lang].talk
  const more: Partial<Record<TalkOutcome, Child>> = {
    temporary: (
      <Inline>
        <DayField name="endsOn" label={t.endsOn} />
        <DayField name="talkOn" label={t.talkOn} />
      </Inline>
    ),
    elsewhere: <Field name="elsewhere" label={t.elsewhere} width="full" />,
    'not-now': <Field name="keepContact" label={t.keepContact} hint={t.keepContactHint} width="full" />,
  }
  return talkOutcomes.map((value) => ({ value, label: t.outcomes[value], more: more[value] }))
}

/** What an advice talk says, field by field. */
export function saysTalk(lang: Lang, talk: TalkForm, { organisations, posts }: Beside): Said[] {
  const t = texts[lang].talk
  const words = (['ownWords', 'agreed', 'elsewhere', 'keepContact'] as const).map((name) => ({
    label: t[name],
    value: talk[name],
  }))
  const takePart = organisations.filter(({ id }) => talk.organisations.includes(id))
  return [
    { label: t.outcome, value: t.outcomes[talk.outcome] },
    ...words,
    { label: t.organisations, value: takePart.map(({ name }) => name).join(', ') },
    { label: t.caseManager, value: posts.find((x) => x.personId === talk.caseManager)?.name ?? '' },
    { label: t.endsOn, value: written(talk.endsOn) },
    { label: t.talkOn, value: written(talk.talkOn) },
    { label: t.heldOn, value: written(talk.heldOn) },
  ]
}

function written(day: Day | null): string {
  return day ? writeDay(day) : ''
}
