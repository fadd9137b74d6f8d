import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { onceField } from '../app/core/form.ts'
import { newId } from '../app/core/id.ts'
import type { Role } from '../app/core/role.ts'
import { type PathName, paths } from '../app/links.ts'
import { makeAccount } from '../app/people/accounts/acts/make-account.ts'
import { addDemoPerson } from '../app/people/accounts/door.ts'
import type { Route } from '../app/platform/web.ts'
import { routes } from '../app/routes.ts'
import { type Answer, type Browser, openApp } from './support/app.ts'
import { bad, byCare, kindsFor } from './support/bad-values.ts'
import { always } from './support/clock.ts'
import { asRoot, openTestDatabase } from './support/database.ts'
import { everybody, type Ids, idsOf, urlOf } from './support/everybody.ts'
import { formsIn, type PageField, type PageForm } from './support/forms.ts'
import { fileOf, sheet, until } from './support/imports.ts'
import { byHand, last, neverTaken, refusals, shownOn } from './support/known-forms.ts'
import { makeWorld, put, tokenOf, word } from './support/people.ts'
import { atStep } from './support/steps.ts'
import { escaped, odd, send, sound, type Values } from './support/typing.ts'

// Every form of the product, found in its own page, filled in soundly but for one field. Whatever that field holds: never
// a 500, nothing stored when it was refused, and the rest of what was typed is there again, escaped.

const database = await openTestDatabase()
const world = await makeWorld(database)
const own = world.clients.inCare
const people = everybody(world)
const app = openApp(database)
const demo = openApp(database, { demo: true })
const empty = await openTestDatabase()
// Reading a file in goes on after the answer.
afterAll(async () => {
  await until(isQuiet)
  await database.close()
  await empty.close()
})

const password = 'een zin van een paar woorden'
const draft = newId()
const proposed = newId()
const newcomer = world.workers.peer
await asRoot(database, async (tx) => {
  const by = world.workers.practitioner
  await put(tx, 'consent.grants', word(own, 'reports', true, { team_id: world.teams.far }))
  const post = { organisation_id: by.organisation, during: always }
  const inSouth = { team_id: world.teams.south, function: 'case-manager', role: 'practitioner' }
  await put(tx, 'staff.memberships', { ...post, ...inSouth, id: newId(), person_id: by.id })
  const besides = { function: 'controller', role: 'controller' }
  await put(tx, 'staff.memberships', { ...post, ...besides, id: newId(), person_id: newcomer.id })
  await sql`insert into staff.municipalities (code, region_id, name)
    select '0106', region_id, 'Assen' from staff.teams where id = ${world.teams.north}`.execute(tx)
  for (const step of ['triages', 'advice_talks', 'return_talks'])
    await sql`delete from ${sql.table(`referral.${step}`)} where client_id = ${own.id}`.execute(tx)
  await sql`delete from referral.intake_reports where client_id = ${own.id}`.execute(tx)
  await sql`delete from agenda.cancellations where client_id = ${own.id}`.execute(tx)
  await sql`update agenda.appointments set starts_at = '2026-12-01T09:00:00Z' where client_id = ${own.id}`.execute(
    tx,
  )
  await put(tx, 'contacts.contacts', {
    ...{ id: draft, client_id: own.id, episode_id: own.episode, kind: 'visit', minutes: 45 },
    ...{ happened_at: '2026-11-20T09:00:00Z', author_id: by.id, author_role: by.role },
    organisation_id: by.organisation,
  })
})
const ids = await idsOf(database, world, own)
// One proposal for the team to record a talk about, another for the client to decide on.
const { id: author_id, role: author_role } = world.workers.practitioner
const wanted = { id: proposed, client_id: own.id, kind: 'goal', body: 'Een tuin', author_id, author_role }
await asRoot(database, (tx) => put(tx, 'recovery_plan.proposals', wanted))
const secretary = app.as(await tokenOf(database, people.secretariat))
const staged = await secretary.post(urlOf({ path: 'imports' }, {}), fileOf(sheet('Noor;Veen')))
ids.importId = staged.to?.split(/[/?]/)[2] ?? ''
const email = `${world.workers.practitioner.id}@voorbeeld.nl`
await makeAccount(database, { personId: world.workers.practitioner.id, email, password, name: 'Sanne' })
// A second step that can be taken away.
await asRoot(database, (tx) =>
  sql`update accounts.users set two_factor_enabled = true where email = ${email}`.execute(tx),
)
const start = { email: `${newcomer.id}@voorbeeld.nl`, password: 'een start op papier', handedOver: true }
const { id: southern } = world.workers.southern
await makeAccount(database, { personId: southern, email: 'zuid@voorbeeld.nl', password, name: 'Zuid' })
await makeAccount(database, { ...start, personId: newcomer.id, name: 'Noor' })
const inCast = { slug: 'noor', personId: own.person.id, name: 'Noor', role: 'client' as const }
await addDemoPerson(database, { ...inCast, organisationId: null, organisation: null, team: null }, 1)

const { rows: tables } = await asRoot(database, (tx) =>
  sql<{ name: string }>`select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'access', 'accounts')`.execute(tx),
)
const counts = sql.join(
  tables.map(({ name }) => sql`(select count(*) from ${sql.table(name)})`),
  sql` + `,
)

// Every row there is, and every earlier version of one.
async function stored(of = database): Promise<number> {
  const { rows } = await asRoot(of, (tx) => sql<{ n: string }>`select ${counts} as n`.execute(tx))
  return Number(rows[0]?.n)
}

async function isQuiet(): Promise<boolean> {
  const before = await stored()
  await new Promise((resolve) => setTimeout(resolve, 500))
  return (await stored()) === before
}

// What an import was told it checks behind the answer: then it is counted when that is done.
async function storedAfter({ form: { action } }: At): Promise<number> {
  if (action.startsWith('/inlezen/')) await until(isQuiet)
  return storedIn(action)
}

function storedIn(action: string): Promise<number> {
  return stored(action === paths.setUp ? empty : database)
}

/** What is wrong with the answer to a form of which one field was bad; '' when nothing is. */
function wrongWith(form: PageForm, { status, text }: Answer, field?: PageField): string {
  if (status >= 500 || status < 200) return `answered ${status}`
  if (text.includes(odd)) return 'showed what was typed without escaping it'
  if (status !== 422) return ''
  const typed = sound(form)
  const kept = form.fields.filter((each) => typed[each.name] === odd && each !== field)
  const shown = text.split(escaped).length - 1
  return shown < kept.length ? `showed ${shown} of ${kept.length} texts again` : ''
}

// Fields are tried with all that is bad. Where one of those was taken (a text may be odd), the refused ones are sent once more.
async function tryField(at: At, field: PageField): Promise<string[]> {
  const wrong: string[] = []
  const kinds = kindsFor(field)
  const refused: string[] = []
  const before = await storedIn(at.form.action)
  for (const kind of kinds) {
    const answer = await sendBad(at, field, kind)
    at.answered.push(answer.status)
    const problem = wrongWith(at.form, answer, field)
    if (problem) wrong.push(`${field.name}, ${kind}: ${problem}`)
    if (answer.status >= 400) refused.push(kind)
  }
  const between = refused.length === kinds.length ? before : await storedAfter(at)
  if (refused.length < kinds.length) for (const kind of refused) await sendBad(at, field, kind)
  if ((await storedIn(at.form.action)) !== between)
    wrong.push(`${field.name}: stored something of ${refused.join(', ')}`)
  return wrong
}

type At = { browser: Browser; form: PageForm; answered: number[] }

function sendBad({ browser, form }: At, field: PageField, kind: string): Promise<Answer> {
  const value = bad[kind] ?? null
  const { [field.name]: _, ...others }: Values = { ...sound(form), [onceField]: newId() }
  return send(browser, form, value === null ? others : { ...others, [field.name]: value })
}

const ofNewcomer = { personId: newcomer.id, back: null }
const uri = 'otpauth://totp/Noor?secret=ABCDEFGH'
/** Who is where the form is: at a step of signing in, in an empty house, or in a demo. */
const stands: Partial<Record<PathName, () => Promise<Browser>>> = {
  signIn: async () => app.as(),
  secondFactor: () => atStep(app.as(), { kind: 'code', pass: 'a pass', back: null }),
  recoveryCode: () => atStep(app.as(), { kind: 'code', pass: 'a pass', back: null }),
  enrol: () => atStep(app.as(), { ...ofNewcomer, kind: 'enrol', uri, codes: [] }),
  recoveryCodes: () => atStep(app.as(), { ...ofNewcomer, kind: 'codes', codes: [] }),
  startPassword: () => atStep(app.as(), { ...ofNewcomer, kind: 'password' }),
  chooseRole: () => atStep(app.as(), { ...ofNewcomer, kind: 'role' }),
  setUp: async () => openApp(empty).as(),
  comeBack: whoSearched,
  demoSignIn: async () => demo.as(),
  accountSession: async () => app.as(await tokenOf(database, world.workers.second)),
  invitation: async () => demo.as(await tokenOf(database, people.practitioner)),
}

/** Pages that are about somebody else than the client and the worker of all others. */
const others: Partial<Record<PathName, Ids>> = {
  contact: { contactId: draft },
  portalProposal: { proposalId: proposed },
  comeBack: { clientId: world.clients.left.id },
  workerAccount: { personId: world.workers.second.id },
  workerPassword: { personId: southern },
}

async function whoSearched(): Promise<Browser> {
  const search = { step: 'search', familyName: 'Bakker', givenName: 'Gert', birthDate: '03-02-1980' }
  await secretary.get((await secretary.post(paths.newReferral, search)).to ?? '')
  return secretary
}

async function comeTo(route: Route): Promise<Browser> {
  const stand = stands[route.path]
  if (stand) return stand()
  const roles = Array.isArray(route.for) ? (route.for as Role[]) : (['practitioner'] as const)
  const role = roles.find((each) => each === 'practitioner') ?? roles[0]
  if (!role) throw new Error('a page for nobody')
  return app.as(await tokenOf(database, people[role]))
}

// Of the cast one is chosen by a button.
function withButton(form: PageForm): PageForm {
  const [name = '', value = ''] = form.button
  return { ...form, fields: [{ name, value, type: 'hidden', options: [], maxlength: 0, numeric: false }] }
}

async function formsOf(route: Route, browser: Browser): Promise<PageForm[]> {
  const action = urlOf(route, { ...ids, ...others[route.path] })
  const fields = byHand[route.path]?.map((name) => ({
    name,
    type: 'text',
    value: '',
    options: [],
    maxlength: 0,
    numeric: false,
  }))
  if (fields) return [{ action, multipart: false, fields, button: [] }]
  const page = shownOn[route.path]
  const { text } = await browser.get(page ? paths[page] : action)
  const forms = formsIn(text, action).filter((form) => form.action.split('?')[0] === action)
  return forms.map((form) => (form.action === paths.demoSignIn ? withButton(form) : form))
}

const posting = routes
  .filter((route) => route.post)
  .sort((a, b) => last.indexOf(a.path) - last.indexOf(b.path))
  .map((route) => ({ path: route.path, route }))

describe('every form', () => {
  test.each(posting)('$path', async ({ route }) => {
    const browser = await comeTo(route)
    const forms = await formsOf(route, browser)
    expect(forms.length, 'a form to try').toBeGreaterThan(0)
    const wrong: string[] = []
    for (const form of forms) {
      const at = { browser, form, answered: [] }
      const fields = form.fields.filter(({ name }) => name !== onceField).sort(byCare)
      for (const field of fields) wrong.push(...(await tryField(at, field)))
      if (route.path in refusals || fields.some(({ type }) => type !== 'hidden'))
        expect(at.answered, 'a bad value that was refused').toContain(refusals[route.path] ?? 422)
      wrong.push(...(await trySound(route, at)))
    }
    expect(wrong).toEqual([])
  })
})

// Filled in soundly it is taken, unless the odd ones before this were: so each refusal was of its one field. What is sent
// again changes nothing.
async function trySound(route: Route, at: At): Promise<string[]> {
  const { browser, form } = at
  if (route.path in byHand || neverTaken.includes(route.path)) return []
  const fresh = (await formsOf(route, browser)).find((each) => isSameForm(each, form))
  const values = sound(fresh ?? form)
  const first = await sendAnyway(at, values)
  const before = await storedAfter(at)
  const again = await send(browser, form, values)
  const wrong: string[] = []
  if (fresh && first.status !== 303 && first.status !== 200)
    wrong.push(`sound: answered ${first.status} ${first.wrong}`)
  if (again.status >= 500) wrong.push(`again: answered ${again.status}`)
  if ((await storedIn(form.action)) !== before)
    wrong.push(`again: stored something, answered ${again.status}`)
  return wrong
}

// Who is warned, sends the same once more: the page then has the choice that it warned about.
async function sendAnyway({ browser, form }: At, values: Values): Promise<Answer> {
  const first = await send(browser, form, values)
  const warned = formsIn(first.text, form.action).find((each) => isSameForm(each, form))
  const despite = warned?.fields.find(({ name }) => name === 'despite')?.value
  return despite ? send(browser, form, { ...values, despite }) : first
}

function isSameForm(a: PageForm, b: PageForm): boolean {
  return a.fields.map((field) => field.name).join() === b.fields.map((field) => field.name).join()
}
