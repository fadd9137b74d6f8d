import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import type { Batch, PreviewLine, PreviewPart, Tally } from '../../../office/imports/door.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { texts } from '../texts.ts'
import { mayChoose, PreviewCard } from './preview-line.tsx'
import type { Place } from './problems.tsx'

export type PreviewShown = {
  batch: Batch
  tally: Tally
  lines: PreviewLine[]
  part: PreviewPart
  from: number
  most: number
}
type Props = { lang: Lang; shown: PreviewShown; place: Place }

/** Everything that would be read in, before it counts. */
export function Preview({ lang, shown, place }: Props) {
  const t = texts[lang].preview
  const { batch, tally, lines } = shown
  return (
    <Stack>
      <Stats>
        <Stat number={tally.fresh} label={t.fresh} tone="good" />
        <Stat number={tally.open} label={t.open} tone={tally.open > 0 ? 'prop' : 'plain'} />
        {tally.same > 0 && <Stat number={tally.same} label={t.same} />}
        {tally.seen > 0 && <Stat number={tally.seen} label={t.seen} />}
        <Stat number={tally.skipped} label={t.skipped} />
        <Stat number={tally.blocked} label={t.blocked} tone={tally.blocked > 0 ? 'alarm' : 'plain'} />
      </Stats>
      {tally.unasked > 0 && !batch.committed && <Unasked lang={lang} count={tally.unasked} />}
      <Decide lang={lang} tally={tally} id={batch.id} />
      <Parts lang={lang} shown={shown} />
      {lines.length === 0 ? <Empty>{t.nothing}</Empty> : <Lines lang={lang} shown={shown} place={place} />}
      <Pages lang={lang} shown={shown} />
    </Stack>
  )
}

// Nobody may take an unanswered question for "not known".
function Unasked({ lang, count }: { lang: Lang; count: number }) {
  const t = texts[lang].preview
  return (
    <Form prefix="vraag-">
      <Hidden name="stap" value="nakijken" />
      <Notice kind="warn">{t.unasked(count)}</Notice>
      <Actions>
        <Button kind="quiet">{t.askAgain}</Button>
      </Actions>
    </Form>
  )
}

function Decide({ lang, tally, id }: { lang: Lang; tally: Tally; id: string }) {
  const t = texts[lang].preview
  return (
    <Card>
      {tally.open > 0 ? (
        <Form prefix="over-">
          <Hidden name="stap" value="sla-over" />
          <p>{t.commitOpen}</p>
          <Actions>
            <ButtonLink href={link('import', { importId: id }, { deel: 'open' })}>
              {t.chooseOpen(tally.open)}
            </ButtonLink>
            <Button kind="quiet">{t.skipOpen}</Button>
          </Actions>
        </Form>
      ) : (
        <Form prefix="lees-">
          <Hidden name="stap" value="inlezen" />
          <p>{t.commitExplain}</p>
          <Actions>
            <Button icon="upload">{tally.fresh > 0 ? t.commit(tally.fresh) : t.commitNothing}</Button>
            <ButtonLink kind="quiet" href={link('import', { importId: id }, { stap: 'kolommen' })}>
              {t.otherColumns}
            </ButtonLink>
          </Actions>
        </Form>
      )}
    </Card>
  )
}

function Parts({ lang, shown: { batch, tally, part } }: { lang: Lang; shown: PreviewShown }) {
  const t = texts[lang].preview
  const counts = { all: batch.lineCount, ...tally }
  const parts = ['all', 'open', 'doubles', 'problems', 'blocked', 'seen'] as const
  return (
    <FilterLinks
      items={parts.map((code) => ({
        href: link('import', { importId: batch.id }, { deel: code }),
        label: t.parts[code],
        count: counts[code],
        current: code === part,
      }))}
    />
  )
}

function Lines({ lang, shown, place }: Props) {
  const t = texts[lang].preview
  const columns = shown.batch.columns ?? []
  const cards = shown.lines.map((line) => (
    <PreviewCard lang={lang} line={line} columns={columns} place={place} />
  ))
  if (!shown.lines.some(mayChoose)) return <Stack>{cards}</Stack>
  return (
    <Form
      action={link('import', { importId: shown.batch.id }, { deel: shown.part, vanaf: String(shown.from) })}
    >
      <Hidden name="stap" value="kiezen" />
      <Stack>{cards}</Stack>
      <Actions>
        <Button>{t.save}</Button>
      </Actions>
    </Form>
  )
}

function Pages({ lang, shown: { batch, tally, part, from, most } }: { lang: Lang; shown: PreviewShown }) {
  const all = { all: batch.lineCount, left: 0, ...tally }[part]
  const to = (start: number) => link('import', { importId: batch.id }, { deel: part, vanaf: String(start) })
  return (
    <Pager
      previous={from > 0 ? to(Math.max(0, from - most)) : undefined}
      next={from + most < all ? to(from + most) : undefined}
      words={texts[lang].preview.where(from + 1, Math.min(from + most, all), all)}
    />
  )
}
