import { addDays } from '../../app/core/day.ts'
import { returnReferral } from '../../app/path/referral/door.ts'
import { searchPeople } from '../../app/people/clients/door.ts'
import type { Life } from '../lives.ts'
import { during, type Stage, worker } from '../stage.ts'
import { tellLife } from '../tell.ts'

/** Henk was in care until two years ago and is referred again: his earlier story stays closed until he permits. */
export async function tellReturn(stage: Stage, life: Life): Promise<void> {
  const before: Life = {
    ...life,
    receivedOn: addDays(stage.last, -1300),
    source: 'gp',
    state: 'left',
    organisations: ['ggz'],
    destination: 'gp',
    endsOn: addDays(stage.last, -730),
  }
  const birthDate = addDays(stage.last, -51 * 365)
  const told = await tellLife(stage, before, {
    givenName: 'Henk',
    infix: '',
    familyName: 'Bosma',
    gender: 'male',
    birthDate,
    ownQuestion: 'Ik wil weer slapen.',
    relativeName: '',
  })
  const form = {
    source: life.source,
    referrer: '',
    referrerPhone: '',
    reason: 'Vraagt zelf of hij weer langs mag komen.',
    ownQuestion: 'Het gaat weer minder. Ik wil niet opnieuw mijn hele verhaal doen.',
  }
  const desk = worker(stage.team, 'secretary').asker
  const search = {
    givenName: 'Henk',
    infix: '',
    familyName: 'Bosma',
    birthDate,
    phone: '',
    postcode: '',
    everywhere: true,
  }
  await during(stage, life.receivedOn, async () => {
    await searchPeople(desk, search, 'referral')
    await returnReferral(desk, told.client, stage.team.id, form)
  })
}
