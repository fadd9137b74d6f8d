-- The committed log entry is the key: a row policy asks the log, and counts only lines that an EARLIER transaction
-- committed. Open, commit, then read. Without that last condition one could open, read and roll back, unseen.

-- Which role may see which section on which ground. Data, because regions and lawyers will change it.
-- circle: team = in a team that has the client; self = the client; represented = by legal representation;
-- named = named in a consent; any = every client; region = no section, but a right (to register, to ask "known?").
create table access.rules (
  role        text not null,
  section     text not null,
  circle      text not null check (circle in ('team', 'self', 'represented', 'named', 'any', 'region')),
  by_relation text,
  by_referral text,
  by_consent  text,
  by_emergency text,
  writes      boolean not null default false,
  primary key (role, section)
);
comment on table access.rules is 'Ground (article of law) on which a role sees a section: by care relation, while referred, by consent, in an emergency.';

-- A new era after every dump and restore, because transaction ids start again there.
create table access.secrets (era int primary key, key bytea not null);
insert into access.secrets select 1, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- One active role a session (NEN 7510 9.2.3). Only the hash of the token is kept.
create table access.sessions (
  id              uuid primary key default access.uuid7(),
  token_hash      bytea not null unique,
  person_id       uuid not null,
  role            text not null,
  organisation_id uuid,
  device          text,
  started_at      timestamptz not null default now(),
  seen_at         timestamptz not null default now(),
  idle            interval not null,
  expires_at      timestamptz not null,
  ended_at        timestamptz,
  -- Without an organisation no agreement is asked for: that is for the client and who stands beside the client.
  check (organisation_id is not null or role in ('client', 'relative', 'representative'))
);
create index on access.sessions (person_id, started_at);

-- No foreign keys: the log outlives what it tells of. One line a client; a team list is one line.
create table access.log (
  id              uuid primary key default access.uuid7(),
  request         uuid not null,
  era             int not null,
  xact            xid8 not null default pg_current_xact_id(),
  at              timestamptz not null default clock_timestamp(),
  moment          timestamptz not null default access.now(),
  event           text not null check (event in ('dossier', 'emergency', 'list', 'search', 'many', 'register', 'job', 'export', 'log', 'rights')),
  action          "char" not null default 'R' check (action in ('C', 'R', 'U', 'D', 'E')),
  granted         boolean not null,
  session_id      uuid not null,
  person_id       uuid not null,
  role            text not null,
  organisation_id uuid,
  client_id       uuid,
  team_id         uuid,
  sections        text[] not null default '{}',
  writes          text[] not null default '{}',
  basis           text[] not null default '{}',
  purpose         text not null check (purpose in ('care', 'referral', 'consultation', 'meeting', 'indication',
                    'administration', 'import', 'own', 'audit', 'job')),
  reason          text,
  query           text
);
comment on column access.log.at is 'Real time of writing (NEN 7513).';
comment on column access.log.moment is 'access.now(): differs from "at" only where a history is told (demo, tests).';
create index on access.log using hash (request);
create index on access.log (client_id, moment);
create index on access.log (era, xact);
create index on access.log (person_id, at) where event in ('search', 'emergency');
create index on access.log (client_id, person_id) where event = 'emergency';
create index on access.log (team_id, moment) where team_id is not null;

create table access.alerts (log_id uuid primary key, client_id uuid not null);
comment on table access.alerts is 'Emergency openings, for the client and the privacy officer.';

-- ------------------------------------------------------------------ tickets
-- A ticket names request, session and second, and is signed: the app can carry it, not make one. It proves who asks
-- for a minute; it opens nothing - that takes the token, which never enters a transaction that reads client data.
create type access.ticket as (request uuid, session_id uuid);

create function access.sign(body text) returns text language plpgsql stable parallel safe as $$
declare secret bytea;
begin
  select key into secret from access.secrets order by era desc limit 1;
  return body || '.' || encode(sha256(secret || sha256(secret || convert_to(body, 'UTF8'))), 'hex');
end $$;

create function access.read_ticket(pass text) returns access.ticket language plpgsql stable parallel safe as $$
declare part text[] := string_to_array(pass, '.');
begin
  if pass is null or pass = '' or cardinality(part) <> 4 then return null; end if;
  if pass is distinct from access.sign(part[1] || '.' || part[2] || '.' || part[3]) then return null; end if;
  if to_timestamp(part[3]::bigint) < pg_catalog.now() - interval '60 s' then return null; end if;
  return row(part[1]::uuid, part[2]::uuid)::access.ticket;
end $$;

create function access.mine() returns access.ticket language plpgsql stable parallel safe as $$
begin
  return access.read_ticket(current_setting('access.ticket', true));
end $$;

create function access.alive(s access.sessions) returns boolean language sql stable parallel safe as $$
  select s.ended_at is null and s.expires_at > pg_catalog.now() and s.seen_at > pg_catalog.now() - s.idle $$;

-- A worker's session lives as long as the post that it was opened for: a membership can end on any day.
create function access.serves(s access.sessions) returns boolean language plpgsql stable as $$
begin
  return s.organisation_id is null or exists (select from staff.memberships m where m.person_id = s.person_id
    and m.role = s.role and m.organisation_id = s.organisation_id and m.during @> access.today());
end $$;

create function access.session_of(token text) returns access.sessions language plpgsql stable as $$
declare s access.sessions;
begin
  select * into s from access.sessions where token_hash = sha256(convert_to(token, 'UTF8'));
  if s.id is null or not access.alive(s) or not access.serves(s) then
    raise exception 'not signed in' using errcode = '28000';
  end if;
  return s;
end $$;

-- A new request, or one more opening in the request of an earlier ticket of the same session.
create function access.enter(s access.sessions, earlier text, out request uuid, out pass text) language plpgsql volatile as $$
declare t access.ticket := access.read_ticket(earlier);
begin
  if earlier is not null and t.session_id is distinct from s.id then
    raise exception 'not your ticket' using errcode = '28000';
  end if;
  request := coalesce(t.request, access.uuid7());
  pass := access.sign(request || '.' || s.id || '.' || ceil(extract(epoch from clock_timestamp()))::bigint);
end $$;

-- First word of every request: who is asking. Keeps the idle clock, at most one write a minute.
create function access.arrive(token text) returns table (session_id uuid, person_id uuid, role text, organisation_id uuid)
language plpgsql security definer set search_path = '' as $$
declare s access.sessions := access.session_of(token);
begin
  if s.seen_at < pg_catalog.now() - interval '1 min' then
    update access.sessions set seen_at = pg_catalog.now() where id = s.id;
  end if;
  return query select s.id, s.person_id, s.role, s.organisation_id;
end $$;

-- A page without clients still says who asks: a ticket that opened nothing.
create function access.enter_only(token text) returns text language plpgsql security definer set search_path = '' as $$
begin
  return (access.enter(access.session_of(token), null)).pass;
end $$;

create function access.use(pass text) returns uuid language plpgsql security definer set search_path = '' as $$
declare s access.sessions;
begin
  perform set_config('access.ticket', pass, true);
  s := access.session();
  if s.id is null then raise exception 'not signed in' using errcode = '28000'; end if;
  if current_setting('transaction_read_only')::boolean then perform access.keep_sight(s); end if;
  return s.person_id;
end $$;

-- A form is taken once: what is sent again changes nothing. In the transaction of the act, so that a failed one frees it.
create table access.taken_forms (id uuid primary key, at timestamptz not null default pg_catalog.now());
comment on table access.taken_forms is 'Forms that were carried out, by the id that each page gives its form.';

create function access.take_form(form uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
  insert into access.taken_forms (id) values (form) on conflict do nothing;
  return found;
end $$;

-- No page stays open, and no way back in a browser is kept, for longer than a month.
create index taken_at on access.taken_forms (at);
create function access.clear_taken_forms() returns int language plpgsql security definer set search_path = '' as $$
declare n int;
begin
  delete from access.taken_forms f where f.at < pg_catalog.now() - interval '30 days';
  get diagnostics n = row_count;
  return n;
end $$;

create function access.session() returns access.sessions language plpgsql stable parallel safe as $$
declare s access.sessions;
begin
  select * into s from access.sessions where id = (access.mine()).session_id;
  if s.id is null or not access.alive(s) then return null; end if;
  return s;
end $$;

create function access.actor() returns uuid language plpgsql stable parallel safe security definer set search_path = '' as $$
begin
  return (access.session()).person_id;
end $$;

create function access.acting_role() returns text language plpgsql stable parallel safe security definer set search_path = '' as $$
begin
  return (access.session()).role;
end $$;

create function access.acting_organisation() returns uuid language plpgsql stable parallel safe security definer set search_path = '' as $$
begin
  return (access.session()).organisation_id;
end $$;

-- Who gave whom which right is a line as looking is: in the log of the house that it is for, and of the house of who gives.
-- The words begin with what it was: worker, post, agreement, account, (second) factor, assignment, shield, row or after-death. Of a right to one dossier
-- the client reads too. Rolled back with the right itself. No sections: a line of a right opens nothing.
create function access.note_right(action text, organisation uuid, words text, client uuid default null) returns void language plpgsql as $$
declare s access.sessions := access.session();
begin
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, purpose, query)
  select (access.mine()).request, access.era(), 'rights', action::"char", true, s.id, s.person_id, s.role, o, client, 'administration', words
  from (select organisation union select s.organisation_id) x(o)
  where o is not null or client is not null and s.organisation_id is null;
end $$;

-- Only the sign-in code makes sessions; the token itself is never stored.
create function access.sign_in(token_hash bytea, person uuid, role text, organisation uuid, device text, idle interval, lasts interval) returns uuid
language sql security definer set search_path = '' as $$
  insert into access.sessions (token_hash, person_id, role, organisation_id, device, idle, expires_at)
  values (token_hash, person, role, organisation, device, idle, pg_catalog.now() + lasts) returning id $$;

create function access.sign_out(token text) returns void language sql security definer set search_path = '' as $$
  update access.sessions set ended_at = pg_catalog.now() where token_hash = sha256(convert_to(token, 'UTF8')) and ended_at is null $$;

-- One's own sessions: seen, and ended from elsewhere.
create function access.my_sessions() returns table (id uuid, role text, device text, started_at timestamptz, seen_at timestamptz, this_one boolean)
language sql stable security definer set search_path = '' as $$
  select s.id, s.role, s.device, s.started_at, s.seen_at, s.id = (access.mine()).session_id from access.sessions s
  where s.person_id = access.actor() and access.alive(s) order by s.seen_at desc $$;

create function access.end_session(session uuid) returns void language sql security definer set search_path = '' as $$
  update access.sessions s set ended_at = pg_catalog.now() where s.id = session and s.person_id = access.actor() and s.ended_at is null $$;

-- ------------------------------------------------------------------ the one rule
-- Order of grounds: block after death > no agreement > shielding > consent > law. Whoever may see any part by consent may
-- also see that the person is a client here ('list'). For one client or a thousand; planned once, because planning costs
-- six times the running; by index also while a table is small, so that the plan is the same in a town and in a country.
create function access.decide(who access.sessions, ids uuid[], emergency boolean default false, wanted text[] default null)
returns table (client_id uuid, sections text[], writes text[], basis text[])
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  today date := access.today();
  signed boolean := who.organisation_id is null or exists (select from staff.agreements a
    where a.organisation_id = who.organisation_id and a.during @> today);
  teams uuid[] := array(select m.team_id from staff.memberships m where m.person_id = who.person_id
    and m.organisation_id = who.organisation_id and m.role = who.role and m.during @> today);
  employed boolean := exists (select from staff.memberships m where m.person_id = who.person_id
    and m.organisation_id = who.organisation_id and m.role = who.role and m.during @> today);
  consentable text[] := array(select r.section from access.rules r where r.role = who.role and r.by_consent is not null);
begin
  return query
  select c.id, array_agg(r.section order by r.section),
    -- In an emergency one reports, no more.
    coalesce(array_agg(r.section order by r.section) filter (where r.writes and (g.normal is not null or r.section = 'reports')), '{}'),
    array_agg(distinct coalesce(g.normal, g.urgent))
  from (select distinct i from unnest(ids) i) asked
  join clients.clients c on c.client_id = asked.i
  cross join lateral (select
    y.stays or employed and exists (select from care.assignments a where a.client_id = c.id and a.person_id = who.person_id
        and a.organisation_id = who.organisation_id and a.during @> today) as in_team,
    y.referred,
    -- Consent was given to a relative as long as the client names this person as one.
    who.role <> 'relative' or exists (select from clients.relatives b where b.client_id = c.id and b.person_id = who.person_id and b.during @> today) as beside,
    (select array_agg(l.scope) from clients.representatives l where l.client_id = c.id and l.person_id = who.person_id and l.during @> today) as represents,
    exists (select from clients.deaths d join consent.after_death_refusals n on n.client_id = d.client_id and n.during @> today and n.ended_at is null where d.client_id = c.id) as closed
    from (select coalesce(bool_or(p.phase <> 'referral'), false) as stays, coalesce(bool_or(p.phase = 'referral'), false) as referred
      from care.periods p where p.client_id = c.id and p.team_id = any (teams) and p.during @> today) y
    offset 0) x
  join access.rules r on r.role = who.role and r.circle <> 'region' and (wanted is null or r.section = any (wanted))
  left join lateral (select k.allows, k.person_id is not null as personal from consent.grants k
    where k.client_id = c.id and (k.section = r.section or k.section is null or k.allows and r.section = 'list' and k.section = any (consentable)) and k.during @> today
      and k.ended_at is null
      and (k.person_id = who.person_id or k.team_id = any (teams) or k.organisation_id = who.organisation_id)
    order by k.person_id is not null desc, k.team_id is not null desc, k.allows limit 1) k on true
  cross join lateral (select
    case
      when r.circle = 'self' then case when c.person_id = who.person_id then r.by_relation end
      when not signed then null
      when r.circle = 'any' then r.by_relation
      when x.closed and r.circle in ('named', 'represented') then null
      when not x.beside then null
      when not k.allows then null
      when r.circle = 'represented' then case when x.represents && case when r.section in ('list', 'identity', 'indications')
        then array['care', 'money', 'both'] else array['care', 'both'] end then r.by_relation end
      when k.allows and not x.closed and (x.in_team or x.referred or r.circle = 'named') then r.by_consent
      when x.in_team then r.by_relation
      when x.referred then r.by_referral
    end,
    -- Shielding from one named person holds in an emergency too: then a colleague opens.
    case when emergency and signed and not x.closed and not coalesce(k.personal and not k.allows, false) then r.by_emergency end) g(normal, urgent)
  where coalesce(g.normal, g.urgent) is not null
  group by c.id;
end $$;

-- ------------------------------------------------------------------ opening (step 1, committed)
create function access.open_dossier(token text, client uuid, purpose text, action text default 'R', ticket text default null, reason text default null)
returns text language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  s access.sessions := access.session_of(token);
  e record;
  d record;
  line uuid;
  asked uuid := access.client_of(client);
begin
  select * into e from access.enter(s, ticket);
  -- An emergency needs a reason; without one it is refused, with its line.
  select * into d from access.decide(s, array[asked], reason is not null or access.emergency_runs(s, asked))
    where reason is null or length(btrim(reason)) >= 10;
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, sections, writes, basis, purpose, reason)
  values (e.request, access.era(), case when reason is not null then 'emergency' else 'dossier' end, action::"char", d.client_id is not null,
    s.id, s.person_id, s.role, s.organisation_id, asked, coalesce(d.sections, '{}'),
    case when action = 'R' then '{}' else coalesce(d.writes, '{}') end, coalesce(d.basis, '{}'), purpose, reason)
  returning id into line;
  if reason is not null and d.client_id is not null then insert into access.alerts values (line, asked); end if;
  return case when d.client_id is not null then e.pass end;
end $$;

-- Small questions of every opening are asked in plpgsql: an SQL function with a table in it is planned at each call.
create function access.era() returns int language plpgsql stable as $$
begin
  return (select max(era) from access.secrets);
end $$;

-- The hook for merged records: an alias row will resolve here, and nothing need be rewritten.
create function access.client_of(client uuid) returns uuid language sql immutable as $$ select client $$;

create function access.emergency_runs(s access.sessions, client uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from access.log l where l.person_id = s.person_id and l.role = s.role and l.client_id = client
    and l.event = 'emergency' and l.granted and l.at > pg_catalog.now() - interval '30 min');
end $$;

-- At most a thousand, all or nothing; refusals are logged too.
create function access.open_many(token text, ids uuid[], purpose text, action text default 'R', ticket text default null)
returns text language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  s access.sessions := access.session_of(token);
  e record;
  whole boolean;
begin
  if cardinality(ids) > 1000 then raise exception 'at most 1000 at a time' using errcode = '22023'; end if;
  select * into e from access.enter(s, ticket);
  with d as materialized (select * from access.decide(s, ids)),
    u as (select distinct i from unnest(ids) i),
    w as (select (select count(*) from d) = (select count(*) from u) as whole),
    line as (insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, sections, writes, basis, purpose)
      select e.request, access.era(), 'many', action::"char", w.whole, s.id, s.person_id, s.role, s.organisation_id, u.i,
        case when w.whole then d.sections else '{}' end,
        case when w.whole and action <> 'R' then d.writes else '{}' end, coalesce(d.basis, '{}'), purpose
      from w cross join u left join d on d.client_id = u.i)
  select w.whole into whole from w;
  return case when whole then e.pass end;
end $$;

-- A list names the sections its columns come from; "listed" later gives, per client, which of them this person may see.
create function access.open_team(token text, team uuid, wanted text[], purpose text, action text default 'R', ticket text default null)
returns text language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
declare
  s access.sessions := access.session_of(token);
  e record;
  ok boolean;
begin
  select * into e from access.enter(s, ticket);
  ok := access.has_team(s, team) and exists (select from access.rules r where r.role = s.role and r.section = 'list');
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, team_id, sections, purpose)
  values (e.request, access.era(), 'list', action::"char", ok, s.id, s.person_id, s.role, s.organisation_id, team,
    case when ok then array['list'] || wanted else '{}' end, purpose);
  return case when ok then e.pass end;
end $$;

create function access.has_team(s access.sessions, team uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from staff.memberships m where m.team_id = team and m.person_id = s.person_id and m.role = s.role
      and m.organisation_id = s.organisation_id and m.during @> access.today())
    and exists (select from staff.agreements a where a.organisation_id = s.organisation_id and a.during @> access.today());
end $$;

-- ------------------------------------------------------------------ what a transaction may see (step 2)
-- Fourteen tables of a dossier ask the same, twice each. Where a transaction only reads, the answer cannot change: "use"
-- asks once and leaves it in settings. The app could write those, so each is sealed together with the ticket, the moment
-- at which this very transaction began and its backend: it serves no other, and no hand but the gate's makes one. Without
-- a setting, or with one that was touched, the log is asked again.
create function access.seal(secret bytea, sight text) returns text language sql stable parallel safe as $$
  select encode(sha256(secret || sha256(secret || timestamptz_send(pg_catalog.now()) || int4send(pg_backend_pid())
    || convert_to(current_setting('access.ticket', true) || ' ' || sight, 'UTF8'))), 'hex') $$;

create function access.kept(part text) returns uuid[] language plpgsql stable parallel safe as $$
declare
  sealed text := current_setting('access.' || translate(part, '-', '_'), true);
  secret bytea;
begin
  if coalesce(sealed, '') = '' then return null; end if;
  select key into secret from access.secrets order by era desc limit 1;
  if left(sealed, 64) is distinct from access.seal(secret, part || substr(sealed, 65)) then return null; end if;
  return substr(sealed, 65);
end $$;

-- For more than a handful of clients it costs less to ask than to carry.
create function access.keep_sight(s access.sessions) returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  request_id uuid := (access.mine()).request;
  ids uuid[] := access.opened_any();
begin
  if cardinality(ids) > 10 then return; end if;
  perform set_config('access.' || translate(k.part, '-', '_'), access.seal(x.key, k.part || k.ids) || k.ids, true)
  from (select key from access.secrets order by era desc limit 1) x,
    (select 'opened_' || r.section as part, coalesce(array_agg(distinct l.client_id) filter (where l.client_id is not null), '{}')::text as ids
      from (select distinct section from access.rules) r left join access.log l on l.request = request_id and r.section = any (l.sections)
        and l.client_id = any (ids) and l.event <> 'search'
        and (l.xact is distinct from pg_current_xact_id_if_assigned() or l.event = 'register')
      group by r.section
    union all select 'hidden', (access.shielded_from(s, ids) || access.closed_to(s, ids))::text) k;
end $$;

-- A client registered in this very transaction counts too: if it rolls back, there was nothing to see.
create function access.opened(section text) returns uuid[] language plpgsql stable parallel safe security definer set search_path = '' as $$
declare
  t access.ticket;
  kept uuid[] := access.kept('opened_' || section);
begin
  if section = 'known' then return '{}'; end if;
  if kept is not null then return kept; end if;
  t := access.mine();
  if t.request is null then return '{}'; end if;
  return coalesce((select array_agg(distinct l.client_id) from access.log l
    where l.request = t.request and section = any (l.sections) and l.client_id is not null and l.event <> 'search'
      and (l.xact is distinct from pg_current_xact_id_if_assigned() or l.event = 'register')), '{}');
end $$;

create function access.writable(section text) returns uuid[] language plpgsql stable parallel safe security definer set search_path = '' as $$
declare t access.ticket := access.mine();
begin
  if t.request is null then return '{}'; end if;
  return coalesce((select array_agg(distinct l.client_id) from access.log l
    where l.request = t.request and section = any (l.writes) and l.client_id is not null
      and (l.xact is distinct from pg_current_xact_id_if_assigned() or l.event = 'register')), '{}');
end $$;

-- Rows shielded one by one from this person, among these clients.
create function access.shielded_from(s access.sessions, ids uuid[]) returns uuid[] language plpgsql stable parallel safe as $$
begin
  return coalesce((select array_agg(h.row_id) from consent.shielded_rows h where h.client_id = any (ids)
    and h.during @> access.today() and h.ended_at is null and (h.person_id = s.person_id or h.organisation_id = s.organisation_id)), '{}');
end $$;

-- Clients whose word keeps one of these sections from this person, whole: what no number may count for this person either.
create function access.refused_to(s access.sessions, ids uuid[], wanted text[]) returns uuid[] language plpgsql stable
  set plan_cache_mode = force_generic_plan as $$
declare
  today date := access.today();
  teams uuid[] := array(select m.team_id from staff.memberships m where m.person_id = s.person_id
    and m.organisation_id = s.organisation_id and m.role = s.role and m.during @> today);
begin
  return coalesce((select array_agg(distinct w.client_id) from (
    select distinct on (k.client_id, x.section) k.client_id, k.allows
    from consent.grants k join unnest(wanted) x(section) on k.section = x.section or k.section is null
    where k.client_id = any (ids) and k.during @> today and k.ended_at is null
      and (k.person_id = s.person_id or k.team_id = any (teams) or k.organisation_id = s.organisation_id)
    order by k.client_id, x.section, k.person_id is not null desc, k.team_id is not null desc, k.allows) w
    where not w.allows), '{}');
end $$;

-- Earlier periods of a client who came back stay closed until the client permits (E, knelpunt 7). The client reads on.
create function access.closed_to(s access.sessions, ids uuid[]) returns uuid[] language plpgsql stable parallel safe as $$
declare today date := access.today();
begin
  if s.id is null or s.role in ('client', 'privacy-officer') then return '{}'; end if;
  return coalesce((select array_agg(e.episode_id) from (
    select p.client_id, p.episode_id, bool_or(p.during @> today) as runs, bool_or(bool_or(p.during @> today)) over (partition by p.client_id) as is_here
    from care.periods p where p.client_id = any (ids) group by p.client_id, p.episode_id) e
    where e.is_here and not e.runs
      and not exists (select from consent.reopenings r where r.client_id = e.client_id and r.episode_id = e.episode_id)), '{}');
end $$;

create function access.earlier() returns uuid[] language plpgsql stable parallel safe security definer set search_path = '' as $$
begin
  return access.closed_to(access.session(), access.opened_any());
end $$;

-- Both at once, for the row policies: each table of a statement asks once, and never plans anew.
create function access.hidden() returns uuid[] language plpgsql stable parallel safe security definer set search_path = ''
  set plan_cache_mode = force_generic_plan as $$
declare
  s access.sessions;
  ids uuid[];
  kept uuid[] := access.kept('hidden');
begin
  if kept is not null then return kept; end if;
  s := access.session();
  ids := access.opened_any();
  return access.shielded_from(s, ids) || access.closed_to(s, ids);
end $$;

create function access.opened_any() returns uuid[] language plpgsql stable parallel safe security definer set search_path = '' as $$
declare t access.ticket := access.mine();
begin
  if t.request is null then return '{}'; end if;
  return coalesce((select array_agg(distinct l.client_id) from access.log l where l.request = t.request and l.granted
    and l.client_id is not null and l.event <> 'search'
    and (l.xact is distinct from pg_current_xact_id_if_assigned() or l.event = 'register')), '{}');
end $$;

-- Clients of the opened team lists, each with the sections of the list that this person may see. No row policy guards a
-- list: "hidden" has the shielded rows and the closed episodes, which its function leaves out. They are asked once for
-- all: a subquery in the last "from" would be asked again for each client. Who joins it walks the list by index (hash and
-- merge joins off), or a table is read whole as soon as it is small enough to tempt.
create function access.listed() returns table (client_id uuid, team_id uuid, sections text[], hidden uuid[])
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan rows 200 as $$
#variable_conflict use_column
declare
  t access.ticket := access.mine();
  s access.sessions := access.session();
  today date := access.today();
  line record;
  ids uuid[];
  closed uuid[];
begin
  for line in select l.team_id, l.sections from access.log l where l.request = t.request and l.team_id is not null
      and l.granted and l.xact is distinct from pg_current_xact_id_if_assigned() loop
    ids := array(select p.client_id from care.periods p where p.team_id = line.team_id
      and coalesce(upper(p.during), 'infinity') > today and p.during @> today);
    closed := access.shielded_from(s, ids) || access.closed_to(s, ids);
    return query select d.client_id, line.team_id, d.sections, closed
      from access.decide(s, ids, false, line.sections) d where 'list' = any (d.sections);
  end loop;
end $$;

-- Every client row carries who wrote it, when, its version and its episode of care; earlier versions go to history.
-- Who the client is belongs to no episode: an address written years ago must not close with the care of then.
create schema history;
create table history.versions (
  table_name  text not null,
  row_id      uuid not null,
  version     int not null,
  client_id   uuid,
  section     text not null,
  row         jsonb not null,
  replaced_at timestamptz not null,
  replaced_by uuid,
  primary key (table_name, row_id, version)
);
comment on table history.versions is 'What a row said before it was changed. Kept as long as the dossier.';
create index on history.versions (client_id);

create function access.stamp() returns trigger language plpgsql security definer set search_path = '' as $$
declare section text := tg_argv[0];
begin
  if tg_op = 'INSERT' then
    new.version := 1;
    new.episode_id := case when section <> 'identity' then coalesce(new.episode_id, care.current_episode(new.client_id)) end;
  else
    new.version := old.version + 1;
    new.episode_id := old.episode_id;
    insert into history.versions (table_name, row_id, version, client_id, section, row, replaced_at, replaced_by)
    values (tg_table_schema || '.' || tg_table_name, old.id, old.version, old.client_id, section, to_jsonb(old), access.now(), access.actor());
  end if;
  new.written_by := access.actor();
  new.written_at := access.now();
  return new;
end $$;

-- When something is signed, or signed too, is the moment at which that happens: the app says that, never when.
create function access.date_signing() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'app' then return new; end if;
  if new.signed_at is not null and (tg_op = 'INSERT' or old.signed_at is null) then new.signed_at := access.now(); end if;
  if new.cosigned_at is not null and (tg_op = 'INSERT' or old.cosigned_at is null) then new.cosigned_at := access.now(); end if;
  return new;
end $$;

-- Signed is signed, whoever writes: after that only a co-signature may still come.
create function access.keep_signed() returns trigger language plpgsql set search_path = '' as $$
declare may_still_come text[] := array['cosigned_by', 'cosigned_at', 'version', 'written_by', 'written_at'];
begin
  if old.cosigned_at is not null or (old.signed_at is not null and to_jsonb(new) - may_still_come is distinct from to_jsonb(old) - may_still_come) then
    raise exception 'a signed report stays' using errcode = '42501';
  end if;
  return new;
end $$;

-- The promises of every client table, one home for all: forced row security, who reads, adds and changes by the log,
-- the gate's own sight for deciding, history. Grants stay in each deed. Found by hash: that costs the same in a town and in
-- a country, where a tree is a level deeper.
create procedure access.protect(target regclass, section text, read_section text default null) language plpgsql set search_path = '' as $$
declare
  seen text := 'not (array[id, episode_id] && (select access.hidden())::uuid[])';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy "opened for reading" on %s for select to app using (client_id = any ((select access.opened(%L))::uuid[]) and %s)', target, coalesce(read_section, section), seen);
  execute format('create policy "opened for adding" on %s for insert to app with check (client_id = any ((select access.writable(%L))::uuid[]))', target, section);
  execute format('create policy "opened for changing" on %1$s for update to app using (client_id = any ((select access.writable(%2$L))::uuid[]) and %3$s) with check (client_id = any ((select access.writable(%2$L))::uuid[]))', target, section, seen);
  execute format('create policy "the gate decides" on %s for all to gate using (true) with check (true)', target);
  execute format('create trigger stamp before insert or update on %s for each row execute function access.stamp(%L)', target, section);
  execute format('create index on %s using hash (client_id)', target);
end $$;

-- The same for tables that hold no client (teams, agreements, memberships).
create function access.keep() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    new.version := old.version + 1;
    insert into history.versions (table_name, row_id, version, section, row, replaced_at, replaced_by)
    values (tg_table_schema || '.' || tg_table_name, old.id, old.version, 'none', to_jsonb(old), access.now(), access.actor());
  end if;
  new.written_by := access.actor();
  new.written_at := access.now();
  return new;
end $$;

-- Registers of the house itself: whoever is signed in may read them; definer functions change them.
create procedure access.publish(target regclass) language plpgsql set search_path = '' as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy "signed in" on %s for select to app using ((select access.actor()) is not null)', target);
  execute format('create policy "the gate decides" on %s for all to gate using (true) with check (true)', target);
end $$;

alter table history.versions enable row level security;
alter table history.versions force row level security;
create policy "the gate keeps" on history.versions for all to gate using (true) with check (true);
grant usage on schema history to gate;
grant select, insert on history.versions to gate;

alter table access.log enable row level security;
alter table access.log force row level security;
create policy "the gate appends" on access.log for all to gate using (true) with check (true);
alter table access.alerts enable row level security;
alter table access.alerts force row level security;
create policy "the gate appends" on access.alerts for all to gate using (true) with check (true);

grant select on access.rules, access.secrets, access.sessions, access.log, access.alerts to gate;
grant insert on access.alerts, access.sessions to gate;
grant select (id, at), insert (id), delete on access.taken_forms to gate;
grant update (seen_at, ended_at) on access.sessions to gate;
-- not id, xact and at: those are the database's own word
grant insert (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, team_id,
  sections, writes, basis, purpose, reason, query) on access.log to gate;

grant execute on function access.note_right, access.sign, access.seal, access.kept, access.keep_sight, access.read_ticket, access.mine, access.alive, access.session_of, access.enter, access.session,
  access.decide, access.era, access.client_of, access.emergency_runs, access.has_team, access.serves, access.opened_any, access.shielded_from, access.refused_to, access.closed_to to gate;
grant execute on function access.sign_in, access.sign_out to signin;
grant execute on function access.clear_taken_forms to jobs;
grant execute on function access.my_sessions, access.end_session, access.arrive, access.enter_only, access.use, access.take_form, access.actor, access.acting_role, access.acting_organisation,
  access.open_dossier, access.open_many, access.open_team, access.opened, access.writable, access.hidden, access.earlier, access.listed to app;
