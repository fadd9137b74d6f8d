import { momentAt, writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import type { ClientId } from '../../../core/id.ts'
import { isId, newId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Client, mayHearConfidences } from '../../../people/clients/door.ts'
import { now } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { changeContact } from '../acts/change-contact.ts'
import { writeContact } from '../acts/write-contact.ts'
import { isAhead, isSame } from '../rules/contact.ts'
import { type ContactForm, contactForm, suggested, suggestedMoment } from '../rules/contact-form.ts'
import { type Contact, type ContactId, findContact, mayReport } from '../store/contacts.ts'
import { contactFormPage } from './contact-form.tsx'
import { contactLink, openClient } from './opened.tsx'

/** What happened: the page that a worker opens on a phone after a visit. the query fills in what is known of an appointment. */
export async function get(c: Ctx): Promise<Response> {
  const open = await openToReport(c)
  const known = suggested(c.req.query('soort'), c.req.query('minuten'))
  const begun = suggestedMoment(c.req.query('dag') ?? '', c.req.query('tijd') ?? '', now())
  const state = filledForm({ ...begun, day: writeDay(begun.day), ...known })
  return contactFormPage(c, { ...open, state, hidden: { contact: newId() } })
}

export async function post(c: Ctx): Promise<Response> {
  const open = await openToReport(c)
  const input = await typed(c)
  const contact = idOf(input)
  const form = parseForm(contactForm, input)
  if (!form.ok) return refuse(c, open, form.state)
  if (isAhead(momentAt(form.value.day, form.value.time), now()))
    return refuse(c, open, withError(input, 'day', 'date-in-future'))
  const of = { client: open.client.id, contact }
  try {
    await writeContact(asker(c), of, form.value)
  } catch (error) {
    if (error instanceof Stale) return sentBefore(c, { open, of, input })
    throw error
  }
  return afterwards(c, of, form.value)
}

type Open = { client: Client; mayHear: boolean }

async function openToReport(c: Ctx): Promise<Open> {
  const [client, [may, mayHear]] = await openClient(c, async (tx, id) => [
    await mayReport(tx, id),
    await mayHearConfidences(tx, id),
  ])
  if (!may) throw new NotFound('reports are not open')
  return { client, mayHear }
}

// The form carries the id of the contact that it makes, so that a form that is sent twice makes one contact.
function idOf(input: FormState['input']): ContactId {
  const typedId = String(input.contact ?? '')
  return isId(typedId) ? (typedId as ContactId) : newId<ContactId>()
}

function afterwards(c: Ctx, of: { client: ClientId; contact: ContactId }, { how }: ContactForm): Response {
  if (how === 'draft') return done(c, contactLink({ id: of.contact, clientId: of.client }), 'concept')
  const said = me(c).role === 'trainee' ? 'wacht-op-mede' : 'ondertekend'
  return done(c, link('dossier', { clientId: of.client }), said)
}

function refuse(c: Ctx, open: Open, state: FormState, stored?: Contact) {
  c.status(422)
  const contact = stored ? newId() : idOf(state.input)
  return contactFormPage(c, { ...open, state, stored, hidden: { contact } })
}

type SentBefore = { open: Open; of: { client: ClientId; contact: ContactId }; input: FormState['input'] }

// The way back in a browser leads to the form that was sent. A draft that nobody touched since takes the later words;
// of what was signed or changed both versions are shown, and the later words may become a contact of their own.
async function sentBefore(c: Ctx, { open, of, input }: SentBefore): Promise<Response> {
  const stored = await read(asker(c), [{ dossier: of.client, purpose: 'care' }], (tx) =>
    findContact(tx, of.client, of.contact),
  )
  if (!stored) throw new NotFound('an id of something else')
  const form = parseForm(contactForm, input)
  if (form.ok && isSame(stored, form.value)) return afterwards(c, of, form.value)
  if (form.ok && !stored.signedAt && stored.version === 1) {
    await changeContact(asker(c), { ...of, version: 1 }, form.value)
    return afterwards(c, of, form.value)
  }
  return refuse(c, open, withError(input, '', 'sent-before'), stored)
}
