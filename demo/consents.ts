import { addDays, type Day } from '../app/core/day.ts'
import { type Consent, recordConsent, type Shareable } from '../app/people/consent/door.ts'
import type { Life } from './lives.ts'
import { appointment } from './meet.ts'
import type { Carer } from './plans.ts'
import { during, type Stage, type Told, worker } from './stage.ts'

// What people mostly let each organisation see, beside what the law already opens. That of GGZ Drenthe is for the peer
// expert, that of welfare for everything: without consent welfare sees nobody.
const asked: Record<Carer, readonly Shareable[]> = {
  ggz: ['measures', 'reports', 'relatives'],
  vnn: ['plan', 'crisis', 'reports', 'treatment'],
  cosis: ['measures', 'reports', 'relatives'],
  welfare: ['identity', 'agenda', 'plan', 'reports'],
}

// So many say yes, when an organisation takes part and when it does not: some use welfare without more (E 4.2).
const yes: Record<Carer, { around: number; apart: number }> = {
  ggz: { around: 0.35, apart: 0 },
  vnn: { around: 0.85, apart: 0 },
  cosis: { around: 0.85, apart: 0 },
  welfare: { around: 0.9, apart: 0.08 },
}

/**
 * What the client lets whom see, as the worker wrote it down in the advice talk; sometimes for half a year only. Welfare
 * meets who said yes.
 */
export async function consents(
  stage: Stage,
  life: Life,
  { told, on }: { told: Told; on: Day },
): Promise<void> {
  const { chance, team } = stage
  for (const carer of ['ggz', 'vnn', 'cosis', 'welfare'] as const) {
    const { around, apart } = yes[carer]
    if (!chance.maybe(life.organisations.includes(carer) ? around : apart)) continue
    const word = wordAbout(stage, carer)
    await during(stage, on, () => recordConsent(told.caseManager.asker, told.client, word))
    if (carer === 'welfare' && life.state === 'care')
      await appointment(stage, told, worker(team, 'social-worker'))
  }
}

function wordAbout({ chance, last, team }: Stage, carer: Carer): Consent {
  return {
    party: { kind: 'organisation', id: team.organisations[carer] },
    sections: chance.maybe(0.8) ? [...asked[carer]] : asked[carer].slice(0, 2),
    until: chance.maybe(0.2) ? addDays(last, chance.int(20, 180)) : null,
    givenBy: 'client',
  }
}
