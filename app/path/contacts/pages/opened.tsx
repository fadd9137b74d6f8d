import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { usesPortal } from '../../../core/role.ts'
import type { Purpose } from '../../../core/section.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me } from '../../../platform/web.ts'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { type Contact, type ContactId, findContact } from '../store/contacts.ts'
import { texts } from '../texts.ts'

/** Opens the client of the path, with what a page reads of this client. Throws NotFound when not there or not theirs. */
export async function openClient<T>(
  c: Ctx,
  also: (tx: Tx, id: ClientId) => Promise<T>,
): Promise<[Client, T]> {
  const id = idParam<ClientId>(c, 'clientId')
  const purpose: Purpose = usesPortal(me(c).role) ? 'own' : 'care'
  return read(asker(c), [{ dossier: id, purpose }], async (tx) => {
    const client = await findClient(tx, id)
    if (!client) throw new NotFound('no such client')
    return [client, await also(tx, id)]
  })
}

/** Opens the contact of the path with its client. */
export async function openContact(c: Ctx): Promise<{ client: Client; contact: Contact }> {
  const id = idParam<ContactId>(c, 'contactId')
  const [client, contact] = await openClient(c, (tx, clientId) => findContact(tx, clientId, id))
  if (!contact) throw new NotFound('no such contact')
  return { client, contact }
}

/** The page of a contact. */
export function contactLink(contact: { id: string; clientId: string }): string {
  return link('contact', { clientId: contact.clientId, contactId: contact.id })
}

/** The way back, above every page: whose dossier this is. */
export function BackToClient({ c, client }: { c: Ctx; client: Client }) {
  return (
    <p>
      <A href={link('dossier', { clientId: client.id })}>{texts[c.var.lang].backTo(fullName(client))}</A>
    </p>
  )
}

/** What was done just now, after a redirect. */
export function Said({ c }: { c: Ctx }) {
  const said = texts[c.var.lang].said[c.req.query('gedaan') ?? '']
  return said ? <Notice kind="success">{said}</Notice> : null
}
