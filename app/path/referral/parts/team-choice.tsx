import { link } from '../../../links.ts'
import { FilterLinks } from '../../../ui/filter.tsx'

type Props = { teams: { id: string; name: string }[]; path: 'referrals' | 'waitingList'; current: string }

/** Another team of one's own, where there is more than one. */
export function TeamChoice({ teams, path, current }: Props) {
  if (teams.length < 2) return null
  return (
    <FilterLinks
      items={teams.map((team) => ({
        href: link(path, {}, { team: team.id }),
        label: team.name,
        current: team.id === current,
      }))}
    />
  )
}
