import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, idParam } from '../../../platform/web.ts'
import { A } from '../../../ui/link.tsx'
import { type CareOverview, findCareOverview } from '../store/overview.ts'
import { texts } from '../texts.ts'

/** A client with who does what: what every page here starts from. */
export type Opened = { client: Client; overview: CareOverview }

/** Opens the dossier of the path. Throws NotFound when it is not there or not theirs. */
export async function openCare<T>(
  c: Ctx,
  also: (tx: Tx, opened: Opened) => Promise<T>,
): Promise<[Opened, T]> {
  const id = idParam<ClientId>(c, 'clientId')
  return read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    const overview = await findCareOverview(tx, id)
    if (!client || !overview) throw new NotFound('no such client')
    const opened = { client, overview }
    return [opened, await also(tx, opened)]
  })
}

/** The same without anything more to read. */
export async function openOnly(c: Ctx): Promise<Opened> {
  const [opened] = await openCare(c, async () => null)
  return opened
}

/** The page of who does what for this client. */
export function careLink({ client }: Opened): string {
  return link('care', { clientId: client.id })
}

/** The way back, above every form: whose care this is. */
export function BackToCare({ c, opened }: { c: Ctx; opened: Opened }) {
  return (
    <p>
      <A href={careLink(opened)}>{texts[c.var.lang].backToCare(fullName(opened.client))}</A>
    </p>
  )
}
