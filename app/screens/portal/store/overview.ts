import { sql } from 'kysely'
import type { ClientId } from '../../../core/id.ts'
import type { Lang } from '../../../core/texts.ts'
import type { Tx } from '../../../platform/database.ts'
import { type Beside, portalSections } from '../rules/beside.ts'
import type { Contact } from '../rules/contact.ts'

/** What every page of the portal begins with: which parts are open, who helps, and which team to call. */
export type Overview = {
  givenName: string
  open: string[]
  contacts: Contact[]
  team: { name: string; phone: string } | null
}

/** Of an opened client; lists are empty where nothing is open. */
export async function findOverview(tx: Tx, client: ClientId, lang: Lang): Promise<Overview> {
  const word = lang === 'nl' ? sql.ref('f.nl') : sql.ref('f.en')
  const { rows } = await sql<{
    given_name: string | null
    open: string[] | null
    contacts: Contact[] | null
    team: { name: string; phone: string } | null
  }>`
    select (select c.given_name from clients.clients c where c.id = ${client}) as given_name,
      array(select s from unnest(${[...portalSections]}::text[]) s where ${client} = any (access.opened(s))) as open,
      (select jsonb_agg(jsonb_build_object('part', a.part, 'name', w.given_name || ' ' || w.family_name, 'organisation', o.name, 'phone', w.phone,
          'function', coalesce((select min(${word}) from staff.memberships m join staff.functions f on f.code = m.function
            where m.person_id = a.person_id and m.organisation_id = a.organisation_id and m.during @> access.today()), '')) order by a.part)
        from care.assignments a join staff.workers w on w.id = a.person_id join staff.organisations o on o.id = a.organisation_id
        where a.client_id = ${client} and a.during @> access.today()) as contacts,
      (select jsonb_build_object('name', t.name, 'phone', t.phone) from care.periods p join staff.teams t on t.id = p.team_id
        where p.client_id = ${client} order by p.during @> access.today() desc, lower(p.during) desc nulls last limit 1) as team`.execute(
    tx,
  )
  const [row] = rows
  return {
    givenName: row?.given_name ?? '',
    open: row?.open ?? [],
    contacts: row?.contacts ?? [],
    team: row?.team ?? null,
  }
}

/** Whom a relative or representative stands beside; what they may see, the gate decides for each. */
export async function listBeside(tx: Tx): Promise<Beside[]> {
  const { rows } = await sql<{ client_id: ClientId; given_name: string }>`
    select client_id, given_name from accounts.beside() order by given_name, client_id`.execute(tx)
  return rows.map((row) => ({ clientId: row.client_id, givenName: row.given_name }))
}
