import type { Day } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { flawOf, type PreviewLine } from '../../../office/imports/door.ts'
import { Card } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Soft, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Field, fieldCodes } from '../rules/fields.ts'
import { nameOf } from '../rules/names.ts'
import { texts } from '../texts.ts'
import { type Place, Problems } from './problems.tsx'
import { shownCell } from './shown-cell.ts'

type Props = { lang: Lang; line: PreviewLine; columns: string[]; place: Place }

const names: readonly string[] = ['name', 'givenName', 'infix', 'familyName']

/** One line of the file as it will be read in: the person first, then what is wrong and who it may be. */
export function PreviewCard({ lang, line, columns, place }: Props) {
  const t = texts[lang].preview
  const shown = columns.flatMap((field, column) => {
    const cell = line.cells[column] ?? ''
    return isField(field) && cell !== '' && !flawOf(cell) ? [{ field, value: shownCell(field, cell) }] : []
  })
  const order = (field: string) => shown.find((one) => one.field === field)?.value
  const facts = shown.filter(({ field }) => !names.includes(field))
  return (
    <Card
      heading={names.map(order).filter(Boolean).join(' ') || t.line(line.line)}
      level={2}
      actions={<State lang={lang} line={line} />}
    >
      <Stack tight>
        <Soft>
          {[
            t.line(line.line),
            ...facts.map(({ field, value }) => `${texts[lang].fields[field]}: ${value}`),
          ].join(' · ')}
        </Soft>
        <Problems lang={lang} problems={line.problems} place={place} />
        {line.seen && <p>{t.seenLine}</p>}
        {line.twin !== null && <Notice kind="warn">{t.twin(line.twin)}</Notice>}
        {line.known && <Notice kind="warn">{t.known}</Notice>}
        {mayChoose(line) && <ChoiceOf lang={lang} line={line} />}
      </Stack>
    </Card>
  )
}

/** True when there is something to choose: a line that can be read in and may be somebody who is there. */
export function mayChoose(line: PreviewLine): boolean {
  return !line.blocked && (line.candidates.length > 0 || line.twin !== null || line.known)
}

function isField(field: string): field is Field {
  return (fieldCodes as readonly string[]).includes(field)
}

function State({ lang, line }: { lang: Lang; line: PreviewLine }) {
  const t = texts[lang].preview
  if (line.blocked) return <Chip tone="alarm">{t.blocked}</Chip>
  if (line.choice === null) return <Chip tone="prop">{t.open}</Chip>
  if (line.choice === 'new') return <Chip tone="good">{t.fresh}</Chip>
  return <Chip>{line.choice === 'same' ? t.same : line.seen ? t.seen : t.skipped}</Chip>
}

// A client as the same person is worth "same:<id>"; a name never stands in an address.
function ChoiceOf({ lang, line }: { lang: Lang; line: PreviewLine }) {
  const t = texts[lang].preview
  const born = (day: Day | null) => (day ? sayDay(day, lang) : t.noBirth)
  const same = line.candidates.map((candidate) => ({
    value: `same:${candidate.id}`,
    label: t.chooseSame(nameOf(candidate), born(candidate.birthDate)),
  }))
  const value = line.choice === 'same' ? `same:${line.sameAs}` : (line.choice ?? undefined)
  return (
    <Radios
      name={`keuze-${line.line}`}
      legend={t.choose}
      value={value}
      options={[{ value: 'new', label: t.chooseNew }, ...same, { value: 'skip', label: t.chooseSkip }]}
    />
  )
}
