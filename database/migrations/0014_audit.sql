-- Who looked (Wabvpz 15e): for the client, in words; and for the privacy officer, of the own organisation. Reading the log
-- is itself a line, committed before anything is read; an export has one more.
create schema audit;
grant usage on schema audit to app, gate;

create function access.open_log(token text, ticket text default null) returns text
language plpgsql security definer set search_path = '' as $$
declare
  s access.sessions := access.session_of(token);
  e record;
  ok boolean := s.role = 'privacy-officer';
begin
  select * into e from access.enter(s, ticket);
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, purpose)
  values (e.request, access.era(), 'log', 'R', ok, s.id, s.person_id, s.role, s.organisation_id, 'audit');
  return case when ok then e.pass end;
end $$;

-- What a function is called in which somebody works on a day, for a line about that day.
create function audit.function_of(person uuid, organisation uuid, role text, day date, out nl text, out en text) language sql stable as $$
  select string_agg(distinct f.nl, ', '), string_agg(distinct f.en, ', ')
  from staff.memberships m join staff.functions f on f.code = m.function
  where m.person_id = person and m.organisation_id = organisation and m.role = function_of.role and m.during @> day $$;

create function audit.start_of(day date) returns timestamptz language sql immutable parallel safe as $$
  select day::timestamp at time zone 'Europe/Amsterdam' $$;

create function audit.day_of(moment timestamptz) returns date language sql immutable parallel safe as $$
  select (moment at time zone 'Europe/Amsterdam')::date $$;

-- Clients and who stands beside them work for nobody: their looks are judged by the organisations of the teams that have, or
-- had, this client.
create function audit.concerns(client uuid, moment timestamptz) returns boolean language sql stable as $$
  select exists (select from care.periods p join staff.memberships m on m.team_id = p.team_id
    where p.client_id = client and coalesce(lower(p.during), '-infinity') <= audit.day_of(moment)
      and m.organisation_id = access.acting_organisation() and m.during @> audit.day_of(moment)) $$;

-- Every look at one client between two days, merged per person and day with the last moment of each kind; lists too, on the days that the client stood on
-- that team's list. Between days, because a team opens its lists many times a day. A privacy officer judges the own house.
create function audit.looks(client uuid, from_day date, until_day date) returns table (day date, last_at timestamptz, person_id uuid, person text,
  function_nl text, function_en text, role text, organisation text, kinds text[], kinds_at timestamptz[], sections text[], wrote boolean)
language sql stable security definer set search_path = '' as $$
  with seen as (
    select l.moment, case when l.granted then l.event else 'refused' end as kind, l.person_id, l.role, l.organisation_id,
      case when l.event = 'search' then '{}' else l.sections end as sections, l.granted and l.action in ('C', 'U', 'D') as wrote
    from access.log l
    where l.client_id = client and l.moment >= audit.start_of(from_day) and l.moment < audit.start_of(until_day + 1)
      -- A right has a line in each house concerned; who gave it did so from one.
      and (l.event <> 'rights' or exists (select from access.sessions d where d.id = l.session_id and d.organisation_id is not distinct from l.organisation_id))
    union all
    select l.moment, 'list', l.person_id, l.role, l.organisation_id, '{}', false
    from care.periods p
    join access.log l on l.team_id = p.team_id and l.moment >= audit.start_of(from_day) and l.moment < audit.start_of(until_day + 1)
      and p.during @> audit.day_of(l.moment)
    where p.client_id = client and l.event = 'list' and l.granted),
  each_kind as (
    select audit.day_of(s.moment) as day, s.person_id, s.role, s.organisation_id, s.kind, max(s.moment) as last_at,
      string_agg(array_to_string(s.sections, ','), ',') as parts, bool_or(s.wrote) as wrote
    from seen s
    where client = any (access.opened('log'))
      and (access.acting_role() <> 'privacy-officer' or s.organisation_id = access.acting_organisation()
        or (s.organisation_id is null and audit.concerns(client, s.moment)))
    group by 1, s.person_id, s.role, s.organisation_id, s.kind),
  merged as (
    select k.day, max(k.last_at) as last_at, k.person_id, k.role, k.organisation_id, array_agg(k.kind order by k.kind) as kinds,
      array_agg(k.last_at order by k.kind) as kinds_at, string_to_array(string_agg(k.parts, ','), ',') as parts, bool_or(k.wrote) as wrote
    from each_kind k group by k.day, k.person_id, k.role, k.organisation_id)
  select m.day, m.last_at, m.person_id, accounts.name_of(m.person_id), f.nl, f.en, m.role, o.name, m.kinds, m.kinds_at,
    array(select distinct x from unnest(m.parts) x where x <> '' order by x), m.wrote
  from merged m
  left join staff.organisations o on o.id = m.organisation_id
  cross join lateral audit.function_of(m.person_id, m.organisation_id, m.role, m.day) f
  order by m.last_at desc, m.person_id $$;

-- A line as a person reads it. Fields as NEN 7513 names them.
create type audit.line as (id uuid, moment timestamptz, written_at timestamptz, event text, action text, granted boolean, person_id uuid, person text,
  function_nl text, function_en text, role text, organisation text, client_id uuid, team text, sections text[], writes text[], basis text[],
  purpose text, reason text, query text, session_id uuid, request uuid, device text);

-- Lines of the own organisation, newest first; "before" is the last line of the page before.
create function audit.own_lines(from_day date, until_day date, which text, person uuid, client uuid, before uuid, at_most int) returns setof audit.line
language sql stable as $$
  select l.id, l.moment, l.at, l.event, l.action::text, l.granted, l.person_id, accounts.name_of(l.person_id), f.nl, f.en, l.role, o.name, l.client_id, t.name,
    l.sections, l.writes, l.basis, l.purpose, l.reason, l.query, l.session_id, l.request,
    (select d.device from access.sessions d where d.id = l.session_id)
  from (
    select x.* from access.log x
    where (x.organisation_id = access.acting_organisation() or x.organisation_id is null and audit.concerns(x.client_id, x.moment)) and x.moment >= audit.start_of(from_day) and x.moment < audit.start_of(until_day + 1)
      and (which is null or x.event = which or which = 'refused' and not x.granted)
      and (own_lines.person is null or x.person_id = own_lines.person) and (client is null or x.client_id = client)
      and (before is null or (x.moment, x.id) < (select b.moment, b.id from access.log b where b.id = before))
    order by x.moment desc, x.id desc limit at_most) l
  left join staff.organisations o on o.id = l.organisation_id
  left join staff.teams t on t.id = l.team_id
  cross join lateral audit.function_of(l.person_id, l.organisation_id, l.role, audit.day_of(l.moment)) f
  order by l.moment desc, l.id desc $$;

-- Whether an earlier transaction of this request said that the log is being read.
create function audit.is_open() returns boolean language sql stable as $$
  select exists (select from access.log l where l.request = (access.mine()).request and l.event = 'log' and l.granted
    and l.xact is distinct from pg_current_xact_id_if_assigned()) $$;

create function audit.lines(from_day date, until_day date, which text, person uuid, client uuid, before uuid, at_most int) returns setof audit.line
language sql stable security definer set search_path = '' as $$
  select * from audit.own_lines(from_day, until_day, which, person, client, before, least(at_most, 201)) where audit.is_open() $$;

-- Who is in the log of these days: what there is to choose from.
create function audit.people(from_day date, until_day date) returns table (person_id uuid, person text)
language sql stable security definer set search_path = '' as $$
  select p.person_id, accounts.name_of(p.person_id) from (
    select distinct l.person_id from access.log l
    where (l.organisation_id = access.acting_organisation() or l.organisation_id is null and audit.concerns(l.client_id, l.moment)) and l.event <> 'job'
      and l.moment >= audit.start_of(from_day) and l.moment < audit.start_of(until_day + 1)) p
  where audit.is_open() order by 2 $$;

-- What a privacy officer looks at first.
create function audit.tally(from_day date, until_day date, out emergencies int, out refused int, out wide_searches int)
language sql stable security definer set search_path = '' as $$
  select count(*) filter (where l.event = 'emergency')::int, count(*) filter (where not l.granted)::int,
    count(distinct l.request) filter (where l.event = 'search' and l.query like 'region %')::int
  from access.log l where audit.is_open() and (l.organisation_id = access.acting_organisation() or l.organisation_id is null and audit.concerns(l.client_id, l.moment))
    and l.moment >= audit.start_of(from_day) and l.moment < audit.start_of(until_day + 1) $$;

-- What leaves the house leaves a line: an export gives rows only within a minute after a committed one of this session.
create function audit.note_export(from_day date, until_day date) returns void
language plpgsql security definer set search_path = '' as $$
declare s access.sessions := access.session();
begin
  if not audit.is_open() then raise exception 'the log is not open' using errcode = '42501'; end if;
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, purpose, query)
  values ((access.mine()).request, access.era(), 'export', 'R', true, s.id, s.person_id, s.role, s.organisation_id, 'audit', 'log ' || from_day || ' ' || until_day);
end $$;

create function audit.exported(from_day date, until_day date, which text, person uuid, client uuid, at_most int) returns setof audit.line
language sql stable security definer set search_path = '' as $$
  select * from audit.own_lines(from_day, until_day, which, person, client, null, least(at_most, 20001))
  where audit.is_open() and exists (select from access.log l where l.session_id = (access.mine()).session_id and l.event = 'export' and l.granted
    and l.query = 'log ' || from_day || ' ' || until_day and l.at > pg_catalog.now() - interval '1 min' and l.xact is distinct from pg_current_xact_id_if_assigned()) $$;

-- What one's own role may see, for the page that says so.
create function access.my_rules() returns table (section text, circle text, by_relation text, by_referral text, by_consent text, by_emergency text, writes boolean)
language sql stable security definer set search_path = '' as $$
  select r.section, r.circle, r.by_relation, r.by_referral, r.by_consent, r.by_emergency, r.writes
  from access.rules r where r.role = access.acting_role() order by r.section $$;

-- How many who work here cannot sign in yet; the gate sees of an account that it is there, no more.
create policy "the gate counts" on accounts.users for select to gate using (true);
grant select (id) on accounts.users to gate;
create function accounts.count_without_account() returns int language sql stable security definer set search_path = '' as $$
  select count(distinct m.person_id)::int from staff.memberships m
  where access.acting_role() = 'administrator' and m.during @> access.today() and not exists (select from accounts.users u where u.id = m.person_id) $$;

create index on access.log (organisation_id, moment);
grant execute on function audit.function_of, audit.start_of, audit.day_of, audit.concerns, audit.own_lines, audit.is_open to gate;
grant execute on function access.open_log, audit.looks, audit.lines, audit.people, audit.tally, audit.note_export, audit.exported, access.my_rules, accounts.count_without_account to app;
