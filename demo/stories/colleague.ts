import { addDays } from '../../app/core/day.ts'
import { join } from '../joining.ts'
import type { Life } from '../lives.ts'
import { type Stage, workers } from '../stage.ts'
import { tellLife } from '../tell.ts'

/**
 * Somebody who supports people in Assen is in care with another team: shielded from the own team by default (E 5.1.1).
 * One person, two roles: who signs in chooses.
 */
export async function tellColleague(stage: Stage, life: Life): Promise<void> {
  const own = stage.teams.find((x) => x.slug === 'assen')
  const colleague = own && workers(own, 'supported-living-worker').at(-1)
  if (!own || !colleague) throw new Error('nobody of Assen can be a client here')
  const [givenName = '', ...family] = colleague.name.split(' ')
  const told = await tellLife(stage, life, {
    givenName,
    infix: family.slice(0, -1).join(' '),
    familyName: family.at(-1) ?? '',
    gender: 'unknown',
    birthDate: addDays(stage.last, -41 * 365 - 20),
    ownQuestion: 'Ik wil dat het niet op mijn werk ligt.',
    relativeName: '',
    addressKind: 'home',
    colleagueOf: own.id,
  })
  const { person, name } = colleague
  const about = 'werkt in team Assen, is hier cliënt'
  await join(stage, told, { kind: 'client', rowId: null, slug: 'collega', name, about, sort: 4, person })
}
