import type { Area } from '../../../people/staff/door.ts'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../texts.ts'

type Props = { lang: 'nl' | 'en'; area: Area | null; team: { id: string; name: string } }

/** At once: does this address lie in the team's area, in another team's, or outside the region? */
export function AreaNotice({ lang, area, team }: Props) {
  const t = texts[lang].area
  if (!area) return <Notice kind="warn">{t.outside}</Notice>
  const where = `${area.neighbourhood}, ${area.municipality}`
  if (area.teamId === team.id) return <Notice kind="success">{t.ours(where, team.name)}</Notice>
  return <Notice kind="warn">{area.team ? t.theirs(where, area.team) : t.nobodys(where)}</Notice>
}
