import { addDays } from '../../app/core/day.ts'
import { newId } from '../../app/core/id.ts'
import { keepConfidence } from '../../app/path/contacts/acts/keep-confidence.ts'
import { addBeside } from '../../app/people/clients/door.ts'
import { join } from '../joining.ts'
import type { Life } from '../lives.ts'
import { during, type Stage } from '../stage.ts'
import { tellLife } from '../tell.ts'

/** Wim has a mentor, who sees what Wim sees as far as care goes; a neighbour told something in confidence. */
export async function tellWim(stage: Stage, life: Life): Promise<void> {
  const told = await tellLife(stage, life, {
    givenName: 'Wim',
    infix: '',
    familyName: 'Kroezen',
    gender: 'male',
    birthDate: addDays(stage.last, -58 * 365),
    ownQuestion: 'Twee ochtenden werken, dat wil ik.',
    relativeName: '',
  })
  const { client, caseManager } = told
  const mentor = {
    what: 'representative',
    name: 'Mieke Haverkamp',
    relation: '',
    phone: '06 55567890',
    email: '',
    mayKnow: '',
    callInCrisis: false,
    kind: 'mentor',
    scope: 'care',
    from: addDays(stage.last, -300),
    until: null,
  } as const
  const rowId = await during(stage, addDays(stage.last, -295), () =>
    addBeside(caseManager.asker, client, mentor),
  )
  const side = { slug: 'mentor', name: mentor.name, about: 'mentor van Wim Kroezen', sort: 3 }
  await join(stage, told, { kind: 'representative', rowId, ...side })
  await during(stage, addDays(stage.last, -17), () =>
    keepConfidence(
      caseManager.asker,
      { client, confidence: newId() },
      {
        toldOn: addDays(stage.last, -17),
        toldBy: 'de buurvrouw',
        body: 'Hoort Wim soms ’s nachts lopen en maakt zich zorgen. Wil niet dat Wim weet dat zij belde.',
      },
    ),
  )
}
