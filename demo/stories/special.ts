import type { Life } from '../lives.ts'
import type { Stage } from '../stage.ts'
import { tellInterpreter, tellNoAddress, tellSecretAddress } from './at-the-door.ts'
import { tellColleague } from './colleague.ts'
import { tellNoor } from './noor.ts'
import { tellReturn } from './return.ts'
import { tellWim } from './wim.ts'

/** A story that takes the place of a life that counts the same. */
export type Story = (stage: Stage, life: Life) => Promise<unknown>

type Casting = { team: string; story: Story; fits: (life: Life) => boolean }

const castings: Casting[] = [
  { team: 'assen', story: tellNoor, fits: caredForBy('ggz,cosis') },
  { team: 'assen', story: tellWim, fits: caredForBy('ggz') },
  { team: 'assen', story: tellSecretAddress, fits: caredForBy('ggz') },
  { team: 'assen', story: tellInterpreter, fits: (life) => life.state === 'waiting' },
  { team: 'assen', story: tellReturn, fits: (life) => life.state === 'new' },
  { team: 'assen', story: tellNoAddress, fits: (life) => life.state === 'new' },
  { team: 'midden-drenthe', story: tellColleague, fits: caredForBy('ggz') },
]

/** Who of these lives has a story of their own. */
export function specialLives(team: string, lives: Life[]): Map<Life, Story> {
  const special = new Map<Life, Story>()
  for (const { story, fits } of castings.filter((casting) => casting.team === team)) {
    const life = lives.find((x) => !special.has(x) && fits(x))
    if (life) special.set(life, story)
  }
  return special
}

function caredForBy(organisations: string): (life: Life) => boolean {
  return (life) => life.state === 'care' && life.organisations.join() === organisations && !life.isTemporary
}
