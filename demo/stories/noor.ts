import { addDays } from '../../app/core/day.ts'
import { newId, type PersonId } from '../../app/core/id.ts'
import { addContact, type ContactId, writeNote } from '../../app/path/contacts/door.ts'
import { addDemoPerson, linkPerson, signInAs } from '../../app/people/accounts/door.ts'
import { addBeside } from '../../app/people/clients/door.ts'
import { recordConsent } from '../../app/people/consent/door.ts'
import { act } from '../../app/platform/database.ts'
import type { Life } from '../lives.ts'
import { during, type Stage, type Told } from '../stage.ts'
import { tellLife } from '../tell.ts'

/** Noor reads along in her own dossier, writes beside it, and lets her brother see her appointments and her plan. */
export async function tellNoor(stage: Stage, life: Life): Promise<void> {
  const told = await tellLife(stage, life, {
    givenName: 'Noor',
    infix: '',
    familyName: 'Veldhuizen',
    birthDate: addDays(stage.last, -34 * 365 - 90),
    ownQuestion: 'Ik wil weer naar de muziekgroep.',
    relativeName: '',
  })
  await during(stage, addDays(stage.last, -40), () => joinBrother(stage, told))
  const person = await joinClient(stage, told, { slug: 'noor', name: 'Noor Veldhuizen', sort: 1 })
  await visit(stage, told, person)
}

/** Wim has a mentor, who sees what Wim sees as far as care goes. */
export async function tellWim(stage: Stage, life: Life): Promise<void> {
  const told = await tellLife(stage, life, {
    givenName: 'Wim',
    infix: 'de',
    familyName: 'Kroezen',
    birthDate: addDays(stage.last, -58 * 365),
    ownQuestion: 'Twee ochtenden werken, dat wil ik.',
    relativeName: '',
  })
  const mentor = {
    what: 'representative',
    name: 'Mieke Haverkamp',
    relation: '',
    phone: '',
    email: '',
    mayKnow: '',
    callInCrisis: false,
    kind: 'mentor',
    scope: 'care',
    from: addDays(stage.last, -300),
    until: null,
  } as const
  const row = await during(stage, stage.last, () => addBeside(told.caseManager.asker, told.client, mentor))
  await join(stage, told, { kind: 'representative', rowId: row, slug: 'mentor', name: mentor.name, sort: 3 })
}

async function joinBrother(stage: Stage, told: Told): Promise<void> {
  const brother = {
    what: 'relative',
    name: 'Sjoerd Veldhuizen',
    relation: 'broer',
    phone: '06 55512345',
    email: '',
    mayKnow: 'Alles over afspraken en mijn plan, niet over vroeger.',
    callInCrisis: true,
    kind: '',
    scope: '',
    from: null,
    until: null,
  } as const
  const row = await addBeside(told.caseManager.asker, told.client, brother)
  const person = await join(stage, told, {
    kind: 'relative',
    rowId: row,
    slug: 'sjoerd',
    name: brother.name,
    sort: 2,
  })
  await recordConsent(told.caseManager.asker, told.client, {
    party: { kind: 'person', id: person },
    sections: ['plan', 'reports'],
    until: null,
    givenBy: 'client',
  })
}

type Side = {
  kind: 'client' | 'relative' | 'representative'
  rowId: string | null
  slug: string
  name: string
  sort: number
}

async function joinClient(
  stage: Stage,
  told: Told,
  who: { slug: string; name: string; sort: number },
): Promise<PersonId> {
  return join(stage, told, { ...who, kind: 'client', rowId: null })
}

// In the demo nobody types a password: the account is the person id that the sign-in page offers.
async function join(stage: Stage, told: Told, { kind, rowId, slug, name, sort }: Side): Promise<PersonId> {
  const person = newId<PersonId>()
  await linkPerson(told.caseManager.asker, told.client, { kind, rowId, person })
  await addDemoPerson(
    told.caseManager.asker.database,
    {
      slug,
      personId: person,
      name,
      role: kind,
      organisationId: null,
      organisation: null,
      team: stage.team.name,
    },
    sort,
  )
  return person
}

async function visit(stage: Stage, told: Told, noor: PersonId): Promise<void> {
  const contact = newId<ContactId>()
  const form = {
    kind: 'visit',
    day: addDays(stage.last, -1),
    time: '16:10',
    minutes: 45,
    travel: 15,
    present: '',
    report:
      'Samen naar de supermarkt gelopen. Noor wilde zelf afrekenen en deed dat. Thuis gepraat over haar broer.',
    together: true,
    how: 'sign',
  } as const
  await during(stage, stage.last, () =>
    act(told.caseManager.asker, [{ dossier: told.client, purpose: 'care' }], (tx) =>
      addContact(tx, { client: told.client, contact }, form),
    ),
  )
  const { database } = told.caseManager.asker
  const token = await signInAs(database, noor, 'client', null)
  await during(stage, stage.last, () =>
    writeNote(
      { database, token },
      { client: told.client, contact, version: 0 },
      'Ik was wel heel moe daarna.',
    ),
  )
}
