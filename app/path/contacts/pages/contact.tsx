import { momentAt } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, versionIn, withError } from '../../../core/form.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { usesPortal } from '../../../core/role.ts'
import { link } from '../../../links.ts'
import { now } from '../../../platform/clock.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { changeContact } from '../acts/change-contact.ts'
import { cosignContact } from '../acts/cosign-contact.ts'
import { isAhead, standingOf } from '../rules/contact.ts'
import { type ContactForm, contactForm } from '../rules/contact-form.ts'
import { contactFormPage, inputOf } from './contact-form.tsx'
import { clientsContactPage, contactPage, type Opened } from './contact-view.tsx'
import { contactLink, openContact } from './opened.tsx'

/** One contact: one's own draft to finish, or the report to read; the client reads it with room for an own note. */
export async function get(c: Ctx): Promise<Response> {
  const opened = await openContact(c)
  if (usesPortal(me(c).role)) return clientsContactPage(c, opened)
  return standing(c, opened) === 'own-draft'
    ? draftPage(c, opened, filledForm(inputOf(opened.contact)))
    : contactPage(c, opened)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await openContact(c)
  if (usesPortal(me(c).role)) throw new NotFound('read only')
  const input = await typed(c)
  try {
    if (input.how === 'cosign') return await signToo(c, opened)
    return standing(c, opened) === 'own-draft' ? await change(c, opened, input) : await stale(c, input)
  } catch (error) {
    if (error instanceof Stale) return stale(c, input)
    throw error
  }
}

function standing(c: Ctx, { contact }: Opened) {
  return standingOf(contact, me(c))
}

async function signToo(c: Ctx, opened: Opened): Promise<Response> {
  if (standing(c, opened) !== 'to-cosign') return done(c, contactLink(opened.contact))
  await cosignContact(asker(c), { client: opened.client.id, contact: opened.contact.id })
  return done(c, contactLink(opened.contact), 'medeondertekend')
}

async function change(c: Ctx, opened: Opened, input: FormState['input']): Promise<Response> {
  const form = parseForm(contactForm, input)
  const problem = form.ok ? tooEarly(form.value, input) : form.state
  if (!form.ok || problem) {
    c.status(422)
    return draftPage(c, opened, problem ?? filledForm(input), versionIn(input))
  }
  const { client, contact } = opened
  await changeContact(
    asker(c),
    { client: client.id, contact: contact.id, version: versionIn(input) },
    form.value,
  )
  if (form.value.how === 'draft') return done(c, contactLink(contact), 'concept')
  return done(
    c,
    link('dossier', { clientId: client.id }),
    me(c).role === 'trainee' ? 'wacht-op-mede' : 'ondertekend',
  )
}

function tooEarly(form: ContactForm, input: FormState['input']): FormState | null {
  return isAhead(momentAt(form.day, form.time), now()) ? withError(input, 'day', 'date-in-future') : null
}

function draftPage(c: Ctx, { client, contact }: Opened, state: FormState, version = contact.version) {
  return contactFormPage(c, { client, state, draft: contact, hidden: { version: String(version) } })
}

// Changed or signed meanwhile: what is stored now and what was typed, side by side.
async function stale(c: Ctx, input: FormState['input']): Promise<Response> {
  const opened = await openContact(c)
  const state = withError(input, '', 'stale')
  if (input.how === 'cosign') return done(c, contactLink(opened.contact))
  c.status(422)
  if (standing(c, opened) !== 'own-draft') return contactPage(c, opened, state)
  const { client, contact } = opened
  const hidden = { version: String(contact.version) }
  return contactFormPage(c, { client, state, draft: contact, stored: contact, hidden })
}
