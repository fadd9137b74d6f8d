import type { Lang } from '../../../core/texts.ts'
import { Radios, Select } from '../../../ui/choice.tsx'
import { DayField, Field, TimeField } from '../../../ui/field.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { plannedKinds } from '../rules/appointment-form.ts'
import { texts } from '../texts.ts'
import { appointmentIcons } from './kind.ts'

type Props = {
  lang: Lang
  workers: readonly { personId: string; name: string; function: string }[]
  /** an intake stays one: no kind is asked, and who else is there instead of what it is about */
  isIntake?: boolean
}

/** What is asked of an appointment, new or moved. */
export function AppointmentFields({ lang, workers, isIntake = false }: Props) {
  const t = texts[lang].form
  const kinds = plannedKinds.map((value) => ({
    value,
    label: texts[lang].kinds[value],
    icon: appointmentIcons[value],
  }))
  const people = workers.map((worker) => ({
    value: worker.personId,
    label: `${worker.name}, ${worker.function}`,
  }))
  return (
    <>
      {!isIntake && <Radios name="kind" legend={t.kind} options={kinds} inline />}
      <Inline>
        <DayField name="day" label={t.day} hint={t.dayHint} />
        <TimeField name="time" label={t.time} hint={t.timeHint} />
      </Inline>
      <Field name="minutes" label={t.minutes} inputmode="numeric" width="short" maxlength={3} />
      <Select name="person" label={t.person} options={people} />
      <Field
        name="place"
        label={t.place}
        hint={t.placeHint}
        optional={!isIntake}
        width="full"
        maxlength={200}
      />
      <Field name="about" label={isIntake ? t.alsoThere : t.about} optional width="full" maxlength={500} />
    </>
  )
}
