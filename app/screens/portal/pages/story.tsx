import { link } from '../../../links.ts'
import { now } from '../../../platform/clock.ts'
import type { Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Inline } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { cursorOf, type DossierEvent, listEvents, writeCursor } from '../../dossier/door.ts'
import { StoryItem } from '../parts/story-item.tsx'
import { toldOf } from '../rules/story.ts'
import { texts } from '../texts.ts'
import {
  about,
  findWhose,
  nobody,
  type Opened,
  openRecord,
  readerOf,
  type Whose,
  WhoseChoice,
} from './record.tsx'

const pageSize = 40

/** The whole dossier as one story, the newest first. */
export async function get(c: Ctx): Promise<Response> {
  const whose = await findWhose(c)
  if (!whose) return nobody(c)
  const before = cursorOf(c.req.query('voor'))
  const page = await openRecord(c, whose, (tx) =>
    listEvents(tx, whose.clientId, { limit: pageSize + 1, before }),
  )
  return view(c, page, before !== undefined)
}

function view(c: Ctx, { whose, rest = [] }: Opened<DossierEvent[]>, isLater: boolean) {
  const { lang } = c.var
  const t = texts[lang].story
  const title = whose.isOwn ? t.title : t.titleOf(whose.givenName)
  const shown = rest.slice(0, pageSize)
  const told = toldOf(shown, now())
  return c.render(
    <>
      <PageHeading title={title} soft={whose.isOwn ? t.lead : t.leadOf} />
      <WhoseChoice c={c} whose={whose} path="portalStory" />
      {told.length === 0 ? (
        <Empty icon="book-open">{whose.isOwn ? t.empty : t.emptyOf}</Empty>
      ) : (
        <Timeline label={title}>
          {told.map((event) => (
            <StoryItem event={event} reader={readerOf(c, whose)} />
          ))}
        </Timeline>
      )}
      <Pages c={c} whose={whose} last={rest.length > pageSize ? shown.at(-1) : undefined} isLater={isLater} />
      <Card heading={texts[lang].home.honest}>
        <p>{whose.isOwn ? texts[lang].home.honestText : t.restOf}</p>
      </Card>
    </>,
    { title, current: 'portalStory' },
  )
}

type PagesProps = { c: Ctx; whose: Whose; last: DossierEvent | undefined; isLater: boolean }

function Pages({ c, whose, last, isLater }: PagesProps) {
  const t = texts[c.var.lang].story
  return (
    <Inline between>
      {last && (
        <ButtonLink
          kind="quiet"
          href={link('portalStory', {}, { ...about(whose), voor: writeCursor(last) })}
          icon="arrow-right"
        >
          {t.older}
        </ButtonLink>
      )}
      {isLater && (
        <ButtonLink kind="plain" href={link('portalStory', {}, about(whose))}>
          {t.newest}
        </ButtonLink>
      )}
    </Inline>
  )
}
