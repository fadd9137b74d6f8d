import type { Child } from 'hono/jsx'
import { timeOf } from '../../../core/day.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { now, today } from '../../../platform/clock.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { FilterLinks } from '../../../ui/filter.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { partOfDay } from '../rules/greeting.ts'
import { texts } from '../texts.ts'

type Props = { c: Ctx; team?: { id: string; name: string }; actions?: Child; children?: Child }

/** The top of everybody's day: a greeting, the day, where one works, and what one does most. */
export function DayFrame({ c, team, actions, children }: Props) {
  const { lang } = c.var
  const t = texts[lang]
  const { name, organisation } = me(c)
  const soft = [sayDay(today(), lang, 'long'), team && t.team(team.name), organisation]
  const greeting = t.greetings[partOfDay(timeOf(now()))](name.split(' ')[0] ?? name)
  return (
    <Stack>
      <PageHeading title={greeting} soft={soft.filter(Boolean).join(' · ')}>
        {actions}
      </PageHeading>
      <TeamChoice c={c} current={team?.id} />
      {children}
    </Stack>
  )
}

function TeamChoice({ c, current }: { c: Ctx; current: string | undefined }) {
  const { teams } = me(c)
  if (teams.length < 2) return null
  return (
    <FilterLinks
      items={teams.map((team) => ({
        href: link('day', {}, { team: team.id }),
        label: team.name,
        current: team.id === current,
      }))}
    />
  )
}

/** Somebody whose work is in a team, and who is in none today. */
export function teamless(c: Ctx) {
  const t = texts[c.var.lang]
  return c.render(
    <DayFrame c={c}>
      <p>{t.noTeam}</p>
    </DayFrame>,
    { title: t.title, current: 'day' },
  )
}
