import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link, type PathName } from '../../../links.ts'
import { phaseWord } from '../../../path/instruments/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { FilterLinks } from '../../../ui/filter.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import type { Reader } from '../parts/report-item.tsx'
import { type Beside, chosenOf } from '../rules/beside.ts'
import { findOverview, listBeside, type Overview } from '../store/overview.ts'
import { texts } from '../texts.ts'

/** Whose dossier a page of the portal is about: one's own, or of somebody one stands beside. */
export type Whose = { clientId: ClientId; isOwn: boolean; givenName: string; others: Beside[] }

/** A page's dossier with its overview; `rest` is undefined where nothing is open to who asks. */
export type Opened<T> = { whose: Whose; overview: Overview; rest: T | undefined }

/** Finds whose dossier this is; undefined when there is none. Throws NotFound for somebody whom one does not stand beside. */
export async function findWhose(c: Ctx): Promise<Whose | undefined> {
  const { role, ownClient } = me(c)
  if (role === 'client')
    return ownClient ? { clientId: ownClient, isOwn: true, givenName: '', others: [] } : undefined
  const people = await read(asker(c), [], listBeside)
  const asked = c.req.query('wie')
  const chosen = chosenOf(people, asked)
  if (!chosen && asked) throw new NotFound('not beside this person')
  return chosen && { ...chosen, isOwn: false, others: people.length > 1 ? people : [] }
}

/** Opens the dossier as the client's own; `rest` reads what the page needs more. A refusal shows as nothing open. */
export async function openRecord<T>(
  c: Ctx,
  whose: Whose,
  rest: (tx: Tx, overview: Overview) => Promise<T>,
): Promise<Opened<T>> {
  const { clientId } = whose
  try {
    return await read(asker(c), [{ dossier: clientId, purpose: 'own' }], async (tx) => {
      const overview = await findOverview(tx, clientId, c.var.lang)
      return { whose, overview, rest: await rest(tx, overview) }
    })
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return { whose, overview: { givenName: '', open: [], contacts: [], team: null }, rest: undefined }
  }
}

/** The query that keeps a page about the same person. */
export function about(whose: Whose): Record<string, string> {
  return whose.isOwn ? {} : { wie: whose.clientId }
}

/** For who stands beside more than one person: whom it is about. */
export function WhoseChoice({ c, whose, path }: { c: Ctx; whose: Whose; path: PathName }) {
  if (whose.others.length === 0) return null
  return (
    <FilterLinks
      label={texts[c.var.lang].home.choose}
      items={whose.others.map(({ clientId, givenName }) => ({
        href: link(path as 'portal', {}, { wie: clientId }),
        label: givenName,
        current: clientId === whose.clientId,
      }))}
    />
  )
}

/** Who reads the story on this request. */
export function readerOf(c: Ctx, whose: Whose): Reader {
  const { lang } = c.var
  return {
    lang,
    clientId: whose.clientId,
    isOwn: whose.isOwn,
    opensFiles: me(c).role !== 'relative',
    phaseWord: (phase) => phaseWord(phase, lang),
  }
}

/** Nobody to look along with, or a client whose account belongs to no dossier yet. */
export function nobody(c: Ctx) {
  const { home, may } = texts[c.var.lang]
  const isClient = me(c).role === 'client'
  const title = isClient ? home.noRecord : may.nobody
  return c.render(
    <>
      <PageHeading title={title} />
      <p>{isClient ? home.noRecordText : may.nobodyText}</p>
    </>,
    { title, current: 'portal' },
  )
}
