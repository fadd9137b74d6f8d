import { type Kysely, sql } from 'kysely'
import { newId } from '../app/core/id.ts'
import { findCareOverview } from '../app/path/care/door.ts'
import { findClient } from '../app/people/clients/door.ts'
import { now } from '../app/platform/clock.ts'
import { listEvents, listKeyEvents } from '../app/screens/dossier/door.ts'
import type { DB } from '../database/tables.ts'
import type { Cast, Known } from './cast.ts'

// What a program without a gate would do for the same pages: the same rows by bare SQL, and one committed line.

/** One line, committed: that somebody looked. */
export async function line(
  root: Kysely<DB>,
  person: string,
  client: string | null,
  what: string,
): Promise<void> {
  await root
    .transaction()
    .execute((tx) =>
      sql`insert into public.bare_lines (person_id, client_id, what) values (${person}, ${client}, ${what})`.execute(
        tx,
      ),
    )
}

/** The statements of the dossier page. */
export async function bareDossier(root: Kysely<DB>, { id }: Known): Promise<void> {
  await root
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await findClient(tx, id)
      await findCareOverview(tx, id)
      const events = await listEvents(tx, id, { limit: 41 })
      if (events.length <= 40) return
      await listKeyEvents(tx, id, now())
    })
}

const here = (
  cast: Cast,
) => sql`(select p.client_id, p.team_id, p.phase, p.episode_id, upper(p.during) - 1 as last_day
  from care.periods p where p.team_id = ${cast.team} and p.during @> current_date)`

/** The rows of the inbox. */
export async function bareInbox(root: Kysely<DB>, cast: Cast): Promise<void> {
  await rows(
    root,
    sql`select c.id, r.id, c.given_name, c.infix, c.family_name, c.birth_date, r.received_on, r.source, r.referrer, r.own_question,
      exists (select from care.periods p where p.client_id = c.id and p.episode_id <> r.episode_id)
    from ${here(cast)} l join clients.clients c on c.id = l.client_id
    join referral.referrals r on r.client_id = l.client_id and r.team_id = l.team_id and r.episode_id = l.episode_id
    where l.phase = 'referral' and not exists (select from referral.triages t where t.referral_id = r.id)
    order by r.received_on, r.id`,
  )
}

/** The rows of the waiting list. */
export async function bareWaiting(root: Kysely<DB>, cast: Cast): Promise<void> {
  await rows(
    root,
    sql`select c.id, r.id, c.given_name, c.infix, c.family_name, r.received_on, r.source, r.own_question, e.first_on, e.last_on,
      p.promised_for, p.what, case when i.goes_on then i.starts_at end, not i.goes_on, least(h.held_on, a.held_on), exists (select from care.periods q where q.client_id = c.id and q.episode_id <> r.episode_id)
    from ${here(cast)} l join clients.clients c on c.id = l.client_id
    join referral.referrals r on r.client_id = l.client_id and r.team_id = l.team_id and r.episode_id = l.episode_id
    join referral.triages t on t.client_id = l.client_id and t.referral_id = r.id and t.outcome = 'waiting-list'
    left join lateral (select min(happened_on) filter (where way <> 'tried') as first_on, max(happened_on) as last_on
      from referral.early_contacts e where e.client_id = l.client_id and e.referral_id = r.id) e on true
    left join lateral (select promised_for, what from referral.promises p where p.client_id = l.client_id and p.referral_id = r.id order by p.id desc limit 1) p on true
    left join lateral (select a.starts_at, not exists (select from agenda.cancellations x where x.appointment_id = a.id) as goes_on
      from referral.intakes i join agenda.appointments a on a.id = i.appointment_id
      where i.client_id = l.client_id and i.referral_id = r.id order by i.id desc limit 1) i on true
    left join lateral (select min(held_on) as held_on from referral.intake_reports h where h.client_id = l.client_id and h.referral_id = r.id) h on true
    left join lateral (select min(held_on) as held_on from referral.advice_talks a where a.client_id = l.client_id and a.referral_id = r.id) a on true
    where l.phase = 'referral' order by r.received_on, r.id`,
  )
}

/** The rows of the board. */
export async function bareBoard(root: Kysely<DB>, cast: Cast): Promise<void> {
  await rows(
    root,
    sql`select c.id, c.given_name, c.infix, c.family_name, l.phase, l.last_day, f.phase, s.since, b.phase, r.own_question, k.last_on,
      i.organisations, i.shared, o.ends_on, k.author_id = ${cast.practitioner.id} or exists (select from care.assignments a
        where a.client_id = c.id and a.person_id = ${cast.practitioner.id} and a.during @> current_date)
    from ${here(cast)} l join clients.clients c on c.id = l.client_id
    left join lateral (select x.id, x.phase, x.talked_on from instruments.phases x where x.client_id = c.id order by x.talked_on desc, x.id desc limit 1) f on true
    left join lateral (select x.id, x.phase, x.talked_on from instruments.phases x where x.client_id = c.id and x.phase <> f.phase
      order by x.talked_on desc, x.id desc limit 1) b on true
    left join lateral (select min(x.talked_on) as since from instruments.phases x where x.client_id = c.id and x.phase = f.phase
      and (b.id is null or (x.talked_on, x.id) > (b.talked_on, b.id))) s on true
    left join lateral (select r.own_question from referral.referrals r where r.client_id = c.id order by r.received_on desc, r.id desc limit 1) r on true
    left join lateral (select (k.happened_at at time zone 'Europe/Amsterdam')::date as last_on, k.author_id from contacts.contacts k
      where k.client_id = c.id and k.signed_at is not null and k.kind <> 'tried' order by k.happened_at desc, k.id desc limit 1) k on true
    left join lateral (select count(*)::int as organisations, count(*) filter (where g.kind <> 'welfare') > 1 as shared
      from care.involvements i join staff.organisations g on g.id = i.organisation_id where i.client_id = c.id and i.during @> current_date) i on true
    left join lateral (select o.ends_on from care.temporary_offers o where o.client_id = c.id and o.episode_id = l.episode_id order by o.id desc limit 1) o on true
    where l.phase in ('care', 'aftercare') order by k.last_on nulls first, c.id`,
  )
}

/** Who in the own team has a name like this. */
export async function bareOwnSearch(root: Kysely<DB>, cast: Cast, who: Known): Promise<void> {
  await rows(
    root,
    sql`select c.id, c.given_name, c.infix, c.family_name, c.birth_date, l.phase from ${here(cast)} l join clients.clients c on c.id = l.client_id
    where c.name_key like '%' || access.fold(${who.family}) || '%' limit 20`,
  )
}

/** Who in the country has (nearly) this name; with a birth date it need be less near. */
export async function bareSearch(root: Kysely<DB>, who: Known, withBirth: boolean): Promise<void> {
  const name = `${who.given} ${who.infix} ${who.family}`
  const near = withBirth
    ? sql`c.birth_date = ${who.birth} and similarity(c.name_key, access.fold(${name})) > 0.3`
    : sql`c.name_key % access.fold(${name})`
  await root.transaction().execute(async (tx) => {
    await sql`set local pg_trgm.similarity_threshold = 0.75`.execute(tx)
    await sql`with near as materialized (select c.id from clients.clients c where ${near} limit 50)
      select distinct t.name, p.phase from near n join care.periods p on p.client_id = n.id join staff.teams t on t.id = p.team_id`.execute(
      tx,
    )
  })
}

/** A contact, written and committed; the name of the client is read before. */
export async function bareContact(root: Kysely<DB>, cast: Cast, { id }: Known): Promise<void> {
  const { practitioner } = cast
  await root.transaction().execute((tx) => findClient(tx, id))
  await root.transaction().execute((tx) =>
    sql`insert into contacts.contacts (id, client_id, happened_at, kind, minutes, report, author_id, author_role, organisation_id, signed_at)
      values (${newId()}, ${id}, now(), 'visit', 30, 'Kort gesproken.', ${practitioner.id}, 'practitioner', ${practitioner.organisation}, now())`.execute(
      tx,
    ),
  )
}

async function rows(root: Kysely<DB>, query: ReturnType<typeof sql>): Promise<void> {
  await root
    .transaction()
    .setAccessMode('read only')
    .execute((tx) => query.execute(tx))
}
