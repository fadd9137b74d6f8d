import { addDays, type Day, momentAt, mondayOf } from '../app/core/day.ts'
import { idsByChance, idsFrom } from '../app/core/id.ts'
import { at, now, today, toldMoment } from '../app/platform/clock.ts'
import type { Database } from '../app/platform/engine.ts'
import { testBsns } from './bsn.ts'
import { type Chance, makeChance } from './chance.ts'
import { diaryFrom } from './diary.ts'
import { buildHouse } from './house.ts'
import { livesOf } from './lives.ts'
import { namesBy } from './names.ts'
import { plans } from './plans.ts'
import { sayingsBy } from './stage.ts'
import { specialLives } from './stories/special.ts'
import { tellLife } from './tell.ts'

/** How far the telling is: which team, and how many of its lives. */
export type Progress = (team: string, told: number, of: number) => void

/**
 * Tells the region Drenthe into an empty demo database: everybody is invented, every step goes through a door, and the
 * last day of the story is the Monday of this week. `fraction` tells that part of each team's lives, and every story.
 */
export async function tellRegion(
  database: Database,
  secret: string,
  how: { progress?: Progress; fraction?: number } = {},
): Promise<void> {
  const chance = makeChance(20200331)
  const last: Day = mondayOf(today())
  const since = addDays(last, -5 * 364)
  const told = {
    chance,
    last,
    secret,
    nextBsn: testBsns(),
    nextName: namesBy(chance),
    diary: diaryFrom(last),
    say: sayingsBy(chance),
  }
  idsFrom(() => toldMoment() && toldId(chance))
  const teams = await at(momentAt(since, '09:00'), () => buildHouse(database, told.nextName, since))
  for (const team of teams) {
    const plan = plans.find((x) => x.slug === team.slug)
    const stage = { ...told, team, teams }
    const every = Math.round(1 / (how.fraction ?? 1))
    const all = plan ? livesOf(plan, chance, last) : []
    const special = specialLives(team.slug, all)
    const lives = all.filter((life, i) => i % every === 0 || special.has(life))
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

// Whoever uses the demo while it is told gets an id of their own, and leaves the story as it was.
function toldId(chance: Chance) {
  return { time: now().getTime(), random: Uint8Array.from({ length: 10 }, () => chance.int(0, 255)) }
}
