import { link } from '../../../links.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Phone } from '../../../ui/phone.tsx'
import { rememberedSearch, searchUrgent } from '../../clients/door.ts'
import { texts } from '../texts.ts'

type Found = Awaited<ReturnType<typeof searchUrgent>>

/** Who was just looked for and is with another team: the way to the dossier in an emergency. No name is told here. */
export async function get(c: Ctx): Promise<Response> {
  const t = texts[c.var.lang].urgency
  const search = rememberedSearch(c)
  const found = search ? await searchUrgent(asker(c), search) : null
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.soft} />
      <p>{t.first}</p>
      <FoundTeams c={c} found={found} />
      <p>
        <ButtonLink href={link('search')} kind="plain" icon="search">
          {t.search}
        </ButtonLink>
      </p>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function FoundTeams({ c, found }: { c: Ctx; found: Found | null }) {
  const t = texts[c.var.lang].urgency
  if (found === 'too-many') return <Notice kind="warn">{t.tooMany}</Notice>
  if (found === null || found === 'too-little') return <Empty icon="search">{t.nobody}</Empty>
  if (found.length === 0) return <Empty icon="search">{t.notFound}</Empty>
  return (
    <Card heading={t.found}>
      <List>
        {found.map(({ clientId, team, teamPhone }) => (
          <ListRow
            soft={teamPhone && <Phone number={teamPhone} />}
            action={
              <ButtonLink href={link('emergency', { clientId })} kind="quiet" small>
                {t.go}
              </ButtonLink>
            }
          >
            {t.withTeam(team)}
          </ListRow>
        ))}
      </List>
    </Card>
  )
}
