import { addDays } from '../../app/core/day.ts'
import { newId, type PersonId } from '../../app/core/id.ts'
import { NotFound } from '../../app/core/outcome.ts'
import { addContact, type ContactId, writeNote } from '../../app/path/contacts/door.ts'
import { signInAs } from '../../app/people/accounts/door.ts'
import { addBeside } from '../../app/people/clients/door.ts'
import { recordConsent, type Shareable, shieldParts, shieldRow } from '../../app/people/consent/door.ts'
import { act, type Opening, read } from '../../app/platform/database.ts'
import type { Worker } from '../house.ts'
import { join } from '../joining.ts'
import type { Life } from '../lives.ts'
import { appointment } from '../meet.ts'
import { during, type Stage, type Told, worker } from '../stage.ts'
import { tellLife } from '../tell.ts'
import { tellPlan } from './plan.ts'

/** Noor reads along in her own dossier, writes beside it, and decides who else sees it: her brother, and Cosis not all. */
export async function tellNoor(stage: Stage, life: Life): Promise<void> {
  const told = await tellLife(stage, life, {
    givenName: 'Noor',
    infix: '',
    familyName: 'Veldhuizen',
    gender: 'female',
    addressKind: 'home',
    birthDate: addDays(stage.last, -34 * 365 - 90),
    ownQuestion: 'Ik wil weer naar de muziekgroep.',
    relativeName: '',
  })
  await joinBrother(stage, told)
  const person = await join(stage, told, {
    kind: 'client',
    rowId: null,
    slug: 'noor',
    name: 'Noor Veldhuizen',
    about: 'leest mee en schrijft erbij',
    sort: 1,
  })
  const contact = await visit(stage, told, person)
  await tellPlan(stage, told, person)
  await appointment(stage, told, told.caseManager)
  await appointment(stage, told, worker(stage.team, 'psychiatrist'))
  await during(stage, stage.last, () => shieldFromCosis(stage, told, contact))
  await othersLook(stage, told)
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
  const { asker } = told.caseManager
  const row = await during(stage, addDays(stage.last, -40), () => addBeside(asker, told.client, brother))
  const name = brother.name
  const about = 'broer van Noor'
  const person = await join(stage, told, {
    kind: 'relative',
    rowId: row,
    slug: 'sjoerd',
    name,
    about,
    sort: 2,
  })
  await during(stage, addDays(stage.last, -39), () =>
    recordConsent(asker, told.client, {
      party: { kind: 'person', id: person },
      sections: ['plan', 'reports', 'agenda'],
      until: null,
      givenBy: 'client',
    }),
  )
}

async function visit(stage: Stage, told: Told, noor: PersonId): Promise<ContactId> {
  const contact = await during(stage, addDays(stage.last, -3), async () => {
    const id = newId<ContactId>()
    await act(told.caseManager.asker, [{ dossier: told.client, purpose: 'care' }], (tx) =>
      addContact(
        tx,
        { client: told.client, contact: id },
        {
          kind: 'visit',
          day: addDays(stage.last, -3),
          time: '15:10',
          minutes: 45,
          travel: 15,
          present: '',
          report:
            'Samen naar de supermarkt gelopen. Noor wilde zelf afrekenen en deed dat. Thuis gepraat over haar broer.',
          together: true,
          how: 'sign',
        },
      ),
    )
    return id
  })
  const { database } = told.caseManager.asker
  const token = await signInAs(database, noor, 'client', null)
  const of = { client: told.client, contact, version: 0 }
  await during(stage, stage.last, () => writeNote({ database, token }, of, 'Ik was wel heel moe daarna.'))
  return contact
}

// One part, and one visit that Cosis need not read.
async function shieldFromCosis({ team }: Stage, told: Told, contact: ContactId): Promise<void> {
  const { asker } = told.caseManager
  const party = { kind: 'organisation', id: team.organisations.cosis } as const
  const sections: Shareable[] = ['relatives']
  await shieldParts(asker, told.client, { what: 'shield', party, how: 'some', sections, givenBy: 'client' })
  await shieldRow(asker, told.client, contact, { what: 'shield', party })
}

// The duty desk of another team opens the dossier when Noor calls in need; a colleague there without reason may not.
async function othersLook(stage: Stage, { client }: Told): Promise<void> {
  const emmen = stage.teams.find((x) => x.slug === 'emmen')
  if (!emmen) return
  const emergency = 'Belt in paniek vanaf het station in Emmen en vraagt om haar signaleringsplan.'
  await look(stage, worker(emmen, 'duty-desk'), { dossier: client, purpose: 'care', emergency })
  await look(stage, worker(emmen, 'community-nurse'), { dossier: client, purpose: 'care' })
}

async function look(stage: Stage, { asker }: Worker, opening: Opening): Promise<void> {
  await during(stage, stage.last, () =>
    read(asker, [opening], async () => {}).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
    }),
  )
}
