import { addDays } from '../../app/core/day.ts'
import type { PersonId } from '../../app/core/id.ts'
import {
  agreeInTalk,
  answerPart,
  blank,
  propose,
  setGoal,
  setStep,
} from '../../app/path/recovery-plan/door.ts'
import { signInAs } from '../../app/people/accounts/door.ts'
import type { Asker } from '../../app/platform/database.ts'
import { during, type Stage, type Told } from '../stage.ts'

const answers = {
  'who-i-am': 'Ik ben Noor. Ik zing graag en ik hou van dieren. Drukte vind ik moeilijk.',
  'what-i-want': 'Ik wil weer naar de muziekgroep. En op mezelf blijven wonen.',
  'keeps-me-going': 'Zingen, mijn kat Pien en bellen met mijn broer.',
  'helped-before': 'Eerst even alleen zijn. Daarna een rondje lopen met iemand die niet veel vraagt.',
}

const nothing = { why: '', recoveryKind: null, lifeArea: null } as const

/** Noor writes her plan; a colleague proposes something smaller, and one step was agreed in a talk. */
export async function tellPlan(stage: Stage, told: Told, noor: PersonId): Promise<void> {
  const { client, caseManager } = told
  const { database } = caseManager.asker
  await during(stage, addDays(stage.last, -20), async () => {
    const own: Asker = { database, token: await signInAs(database, noor, 'client', null) }
    for (const [part, body] of Object.entries(answers))
      await answerPart(own, { client, part, version: 0 }, body)
    const music = { body: 'Weer naar de muziekgroep', why: 'Zingen maakt mijn hoofd rustig.' }
    const goal = await setGoal(
      own,
      { client, goal: null },
      { ...nothing, ...music, recoveryKind: 'personal' },
    )
    const step = { body: 'De muziekgroep bellen', who: 'ik, met mijn broer erbij', dueOn: null }
    await setStep(own, { client, goal, step: null }, step)
    const pots = { body: 'Zelf boodschappen doen', why: 'Dan hoef ik het niemand te vragen.' }
    await setGoal(own, { client, goal: null }, { ...nothing, ...pots, recoveryKind: 'societal' })
    await inTalk(stage, told, { ...blank, body: 'Op dinsdag gaan, dan is het rustig', goal })
    const reason = 'Een half uur is al mooi. Dan houdt Noor het vol.'
    const half = { ...blank, body: 'De eerste keer een half uur blijven' }
    await propose(caseManager.asker, client, {
      ...half,
      kind: 'step',
      part: '',
      goalId: goal,
      entry: null,
      outcome: null,
      reason,
    })
  })
}

type Wanted = typeof blank & { goal: Awaited<ReturnType<typeof setGoal>> }

async function inTalk(stage: Stage, { client, caseManager }: Told, { goal, ...step }: Wanted): Promise<void> {
  const proposal = await propose(caseManager.asker, client, {
    ...step,
    kind: 'step',
    part: '',
    goalId: goal,
    entry: null,
    outcome: null,
    reason: 'Noor zei dat drukte lastig is.',
  })
  const talk = { talkedOn: addDays(stage.last, -20), words: 'Goed plan, zei Noor.' }
  await agreeInTalk(caseManager.asker, { client, proposal }, talk)
}
