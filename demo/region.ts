import { addDays, type Day, momentAt, mondayOf } from '../app/core/day.ts'
import { idsByChance, idsFrom } from '../app/core/id.ts'
import { at, now, today } from '../app/platform/clock.ts'
import type { Database } from '../app/platform/engine.ts'
import { testBsns } from './bsn.ts'
import { makeChance } from './chance.ts'
import { buildHouse } from './house.ts'
import { type Life, livesOf } from './lives.ts'
import { plans } from './plans.ts'
import type { Stage } from './stage.ts'
import { tellNoor, tellWim } from './stories/noor.ts'
import { tellReturn } from './stories/return.ts'
import { tellLife } from './tell.ts'

/** How far the telling is: which team, and how many of its lives. */
export type Progress = (team: string, told: number, of: number) => void

/**
 * Tells the region Drenthe into an empty demo database: everybody is invented, every step goes through a door, and the
 * last day of the story is the Monday of this week. `fraction` tells that part of each team's lives.
 */
export async function tellRegion(
  database: Database,
  secret: string,
  how: { progress?: Progress; fraction?: number } = {},
): Promise<void> {
  const chance = makeChance(20200331)
  const last: Day = mondayOf(today())
  const since = addDays(last, -5 * 364)
  const nextBsn = testBsns()
  idsFrom(() => ({
    time: now().getTime(),
    random: Uint8Array.from({ length: 10 }, () => chance.int(0, 255)),
  }))
  const teams = await at(momentAt(since, '09:00'), () => buildHouse(database, chance, since))
  for (const team of teams) {
    const plan = plans.find((x) => x.slug === team.slug)
    const stage = { team, chance, last, secret, nextBsn }
    const every = Math.round(1 / (how.fraction ?? 1))
    const lives = plan ? livesOf(plan, chance, last).filter((_, i) => i % every === 0) : []
    const special = specialLives(stage, lives)
    for (const [i, life] of lives.entries()) {
      const story = special.get(life)
      await (story ? story(stage, life) : tellLife(stage, life))
      how.progress?.(team.name, i + 1, lives.length)
      // The embedded database starves the process: whoever looks meanwhile gets a turn between two lives.
      await new Promise(setImmediate)
    }
  }
  idsByChance()
}

type Story = (stage: Stage, life: Life) => Promise<unknown>

// People with a story of their own take the place of lives that count the same.
function specialLives(stage: Stage, lives: Life[]): Map<Life, Story> {
  const special = new Map<Life, Story>()
  if (stage.team.slug !== 'assen') return special
  const put = (story: Story, fits: (life: Life) => boolean) => {
    const life = lives.find((x) => !special.has(x) && fits(x))
    if (life) special.set(life, story)
  }
  put(tellNoor, (life) => life.state === 'care' && life.organisations.join() === 'ggz,cosis')
  put(tellWim, (life) => life.state === 'care' && life.organisations.join() === 'ggz')
  put(tellReturn, (life) => life.state === 'new')
  return special
}
