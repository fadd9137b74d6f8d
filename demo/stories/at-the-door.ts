import { addDays } from '../../app/core/day.ts'
import type { Life } from '../lives.ts'
import type { Stage } from '../stage.ts'
import { tellLife } from '../tell.ts'

// None of this blocks a referral: an address that nobody may know, no address, another language.

/** Mirjam left an unsafe home: where she lives now stands on no list and in no letter. */
export function tellSecretAddress(stage: Stage, life: Life): Promise<unknown> {
  return tellLife(stage, life, {
    givenName: 'Mirjam',
    infix: '',
    familyName: 'Wiersma',
    gender: 'female',
    birthDate: addDays(stage.last, -29 * 365 - 11),
    addressKind: 'secret',
    ownQuestion: 'Ik wil ergens wonen waar hij me niet vindt.',
    relativeName: '',
  })
}

/** Tonnie sleeps at different places and has no address and no BSN at hand. */
export function tellNoAddress(stage: Stage, life: Life): Promise<unknown> {
  return tellLife(stage, life, {
    givenName: 'Tonnie',
    infix: '',
    familyName: 'Huisman',
    gender: 'unknown',
    birthDate: addDays(stage.last, -47 * 365 - 200),
    addressKind: 'none',
    street: '',
    houseNumber: '',
    postcode: '',
    bsn: null,
    ownQuestion: 'Een bed en een postadres, dan praten we verder.',
    reason: 'Slaapt bij vrienden en in de opvang. Komt voor koffie in het wijkcentrum; daar te bereiken.',
    relativeName: '',
  })
}

/** Selam tells her story in Tigrinya, with an interpreter. */
export function tellInterpreter(stage: Stage, life: Life): Promise<unknown> {
  return tellLife(stage, life, {
    givenName: 'Selam',
    infix: '',
    familyName: 'Tesfay',
    gender: 'female',
    birthDate: addDays(stage.last, -38 * 365 - 70),
    language: 'Tigrinya',
    interpreter: 'language',
    ownQuestion: 'Ik wil Nederlands leren en mijn hoofd stil krijgen.',
    relativeName: '',
  })
}
