-- Periods of care with a team: referred, in care, aftercare. A period is the key to a dossier, so only the functions
-- below make one. An episode joins the periods from a referral until the person has left; coming back is a new episode.
create schema care;
grant usage on schema care to app, gate, signin;

create table care.periods (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid not null,
  team_id     uuid not null references staff.teams,
  phase       text not null check (phase in ('referral', 'care', 'aftercare')),
  during      daterange not null,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  -- An expression and a condition that no query has, so that this index is for the constraint alone: behind row policies
  -- the planner has no statistics for @>, takes it for one row in two hundred, and would walk all of it.
  exclude using gist (client_id with =, team_id with =, (during * '(,)'::daterange) with &&) where (during <> 'empty')
);
call access.protect('care.periods', 'list');
create index on care.periods (team_id, (coalesce(upper(during), 'infinity')));
grant select (id, client_id, episode_id, team_id, phase, during, written_at) on care.periods to app;
grant select, insert, update (during, team_id) on care.periods to gate;

create table care.involvements (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  episode_id      uuid,
  organisation_id uuid not null references staff.organisations,
  during          daterange not null,
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  exclude using gist (client_id with =, organisation_id with =, (during * '(,)'::daterange) with &&) where (during <> 'empty')
);
comment on table care.involvements is 'Which organisation takes part in this person''s care; what unique and shared are counted from (E 4.2).';
call access.protect('care.involvements', 'list');
grant select (id, client_id, organisation_id, during, version) on care.involvements to app;
grant select, insert, update (during) on care.involvements to gate;

-- A named role for this client: also a key, for whoever works elsewhere.
create table care.assignments (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  episode_id      uuid,
  person_id       uuid not null references staff.workers,
  organisation_id uuid not null references staff.organisations,
  part            text not null check (part in ('lead-practitioner', 'treatment-coordinator', 'case-manager', 'replacement')),
  during          daterange not null,
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  exclude using gist (client_id with =, part with =, (during * '(,)'::daterange) with &&) where (during <> 'empty')
);
call access.protect('care.assignments', 'list');
create index on care.assignments (person_id);
grant select (id, client_id, person_id, organisation_id, part, during, version) on care.assignments to app;
grant select, insert, update (during) on care.assignments to gate;

create table care.outflows (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  team_id     uuid not null references staff.teams,
  left_on     date not null,
  destination text not null check (destination in ('gp', 'poh', 'basic-ggz', 'next-carer', 'elsewhere', 'moved', 'died', 'other')),
  reason      text not null default '',
  own_words   text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now()
);
comment on column care.outflows.own_words is 'Why, in the client''s words: we learn from every leaving (E, knelpunt 6).';
call access.protect('care.outflows', 'referral');
create index on care.outflows (team_id, left_on);
grant select (id, client_id, team_id, left_on, destination, reason, own_words, version, written_at),
  insert (id, client_id, team_id, left_on, destination, reason, own_words) on care.outflows to app;
grant select, insert (id, client_id, episode_id, team_id, left_on, destination) on care.outflows to gate;

create table care.temporary_offers (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  ends_on     date not null,
  talk_on     date not null,
  reason      text not null,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  check (talk_on <= ends_on)
);
comment on table care.temporary_offers is 'Care with an end agreed beforehand and a talk before it (E 2).';
call access.protect('care.temporary_offers', 'referral');
grant select (id, client_id, ends_on, talk_on, reason, version), insert (id, client_id, ends_on, talk_on, reason) on care.temporary_offers to app;
grant select on care.temporary_offers to gate;

create function care.current_episode(client uuid) returns uuid language plpgsql stable security definer set search_path = '' as $$
begin
  return (select p.episode_id from care.periods p where p.client_id = client
    order by p.during @> access.today() desc, lower(p.during) desc nulls last, p.id desc limit 1);
end $$;

-- Registers a person who is not known yet, as referred to a team. The line and the person come in one transaction:
-- if it rolls back, there is neither. Shielded at once from a team in which the person, or a relative, works.
create function clients.register(id uuid, team uuid, given_name text, infix text, family_name text, birth_date date, colleague_of uuid, handled_by uuid default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  t access.ticket := access.mine();
  s access.sessions := access.session();
begin
  if not access.has_team(s, team) or not exists (select from access.rules r where r.role = s.role and r.section = 'register') then
    raise exception 'no right to register' using errcode = '42501';
  end if;
  insert into clients.clients (id, given_name, infix, family_name, birth_date)
  values (register.id, register.given_name, register.infix, register.family_name, register.birth_date)
  on conflict on constraint clients_pkey do nothing;
  if not found then raise exception 'no right to register' using errcode = '42501'; end if;
  insert into care.periods (id, client_id, episode_id, team_id, phase, during)
  values (access.uuid7(), register.id, access.uuid7(), team, 'referral', daterange(access.today(), null));
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, team_id, sections, writes, basis, purpose)
  select t.request, access.era(), 'register', 'C', true, s.id, s.person_id, s.role, s.organisation_id, register.id, null, d.sections, d.writes, d.basis, 'referral'
  from access.decide(s, array[register.id]) d;
  if colleague_of is not null then
    insert into consent.grants (id, client_id, team_id, allows, during, given_by, recorded_by)
    values (access.uuid7(), register.id, colleague_of, false, daterange(access.today(), null), 'default', s.person_id);
  end if;
  -- Who registers a colleague, or a colleague's relative, hands over to a team that may see the person; nobody else chooses a team.
  if handled_by is not null then
    if colleague_of is distinct from team or handled_by = team then
      raise exception 'only what is shielded from the own team goes to another' using errcode = '42501';
    end if;
    update care.periods p set team_id = handled_by where p.client_id = register.id;
  end if;
end $$;

-- May this person be referred again, by whoever asks? An id alone is no key: a committed search of this session must have
-- met the person, who lives and is with no team.
create function care.can_return(client uuid, team uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
declare s access.sessions := access.session();
begin
  return access.has_team(s, team) and exists (select from access.rules r where r.role = s.role and r.section = 'register')
    and exists (select from access.log l where l.person_id = s.person_id and l.event = 'search' and l.session_id = s.id
      and l.client_id = client and l.at > pg_catalog.now() - interval '1 hour' and l.xact is distinct from pg_current_xact_id_if_assigned())
    and not exists (select from care.periods p where p.client_id = client and p.during @> access.today())
    and not exists (select from clients.deaths d where d.client_id = client);
end $$;

-- A person who was here before is referred again: a new episode; the earlier one stays closed until permitted. The line
-- lets one add, not see: a rollback would leave a person who was there already. One at a time, so that nobody comes back twice.
create function care.return_to(client uuid, team uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  t access.ticket := access.mine();
  s access.sessions := access.session();
begin
  perform pg_advisory_xact_lock(hashtext('care.return_to'), hashtext(client::text));
  if not care.can_return(client, team) then
    raise exception 'no right to register, not found by a search, or with a team already' using errcode = '42501';
  end if;
  insert into care.periods (id, client_id, episode_id, team_id, phase, during)
  values (access.uuid7(), client, access.uuid7(), team, 'referral', daterange(access.today(), null));
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, writes, basis, purpose)
  select t.request, access.era(), 'register', 'C', true, s.id, s.person_id, s.role, s.organisation_id, client,
    array(select unnest(d.writes) intersect select 'referral'), coalesce(d.basis, '{}'), 'referral'
  from (select 1) one left join access.decide(s, array[client]) d on true;
end $$;

create function care.must_write(client uuid) returns void language plpgsql stable security definer set search_path = '' as $$
begin
  if not client = any (access.writable('referral')) then
    raise exception 'no right to change this period of care' using errcode = '42501';
  end if;
end $$;

-- From the first day on the client is with this team in the given phase; what ran before ends the day before.
create function care.move_to(client uuid, team uuid, phase text, from_day date) returns void language plpgsql security definer set search_path = '' as $$
declare
  now_running care.periods;
begin
  perform care.must_write(client);
  if phase not in ('care', 'aftercare') then raise exception 'not a phase' using errcode = '22023'; end if;
  select * into now_running from care.periods p where p.client_id = client and p.team_id = team and upper_inf(p.during);
  if now_running.id is null then raise exception 'not with this team' using errcode = '23503'; end if;
  if from_day < lower(now_running.during) or from_day > access.today() + 1 then raise exception 'outside the running period' using errcode = '23514'; end if;
  update care.periods p set during = daterange(lower(p.during), from_day) where p.id = now_running.id;
  insert into care.periods (id, client_id, episode_id, team_id, phase, during)
  values (access.uuid7(), client, now_running.episode_id, team, move_to.phase, daterange(from_day, null));
end $$;

-- The last day with this team. Who is with no other team leaves every organisation; else those who work in that one stay.
-- What was agreed with who goes, for a later day, does not go on.
create function care.leave(client uuid, team uuid, last_day date) returns void language plpgsql security definer set search_path = '' as $$
declare others uuid[];
begin
  perform care.must_write(client);
  update care.periods p set during = daterange(least(lower(p.during), last_day + 1), last_day + 1)
  where p.client_id = client and p.team_id = team and upper_inf(p.during);
  if not found then raise exception 'not with this team' using errcode = '23503'; end if;
  others := array(select p.team_id from care.periods p where p.client_id = client and upper_inf(p.during));
  update care.involvements i set during = daterange(least(lower(i.during), last_day + 1), last_day + 1)
  where i.client_id = client and upper_inf(i.during) and cardinality(others) = 0;
  update care.assignments a set during = daterange(least(lower(a.during), last_day + 1), last_day + 1)
  where a.client_id = client and upper_inf(a.during) and (cardinality(others) = 0
    or (care.works_in(a.person_id, array[team]) and not care.works_in(a.person_id, others)));
  insert into agenda.cancellations (id, client_id, episode_id, appointment_id, cancelled_for, cause)
  select access.uuid7(), a.client_id, a.episode_id, a.id, 'team', 'care-ended' from agenda.appointments a
  where a.client_id = client and a.starts_at >= greatest(access.now(), (last_day + 1)::timestamp at time zone 'Europe/Amsterdam')
    and (cardinality(others) = 0 or (care.works_in(a.person_id, array[team]) and not care.works_in(a.person_id, others)))
  on conflict do nothing;
end $$;

create function care.works_in(person uuid, teams uuid[]) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from staff.memberships m where m.person_id = person and m.team_id = any (teams) and m.during @> access.today()) $$;

-- Who died leaves every team on that day: a death without an end of care, or an end of care without a death, would each
-- leave somebody calling. Twice does no harm.
create function care.die(id uuid, client uuid, died_on date) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform care.must_write(client);
  perform care.end_by_death(id, client, died_on);
end $$;

-- For who asked leave to write, and for who reads in a person of whom the care ended already.
create function care.end_by_death(id uuid, client uuid, died_on date) returns void language plpgsql security definer set search_path = '' as $$
declare p care.periods;
begin
  insert into clients.deaths (id, client_id, died_on) values (id, client, died_on) on conflict do nothing;
  for p in select q.* from care.periods q where q.client_id = client and upper_inf(q.during) loop
    if p.phase = 'care' then
      insert into care.outflows (id, client_id, episode_id, team_id, left_on, destination)
      values (access.uuid7(), client, p.episode_id, p.team_id, died_on, 'died');
    end if;
    perform care.leave(client, p.team_id, died_on);
  end loop;
end $$;

-- An organisation that takes part already goes on as it was.
create function care.involve(id uuid, client uuid, organisation uuid, from_day date) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform care.must_write(client);
  insert into care.involvements (id, client_id, organisation_id, during)
  select involve.id, client, organisation, daterange(from_day, null)
  where not exists (select from care.involvements i where i.client_id = client and i.organisation_id = organisation and upper_inf(i.during));
end $$;

create function care.end_involvement(client uuid, organisation uuid, last_day date) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform care.must_write(client);
  update care.involvements i set during = daterange(least(lower(i.during), last_day + 1), last_day + 1)
  where i.client_id = client and i.organisation_id = organisation and upper_inf(i.during);
end $$;

-- Who may hold a part: final medical responsibility and the coordination of treatment ask for a practitioner (C 2.2g). The
-- same as mayHold in app/path/care/rules/part.ts; a test compares them.
create function care.may_hold(part text, role text) returns boolean language sql immutable parallel safe as $$
  select case when part in ('lead-practitioner', 'treatment-coordinator') then role = 'practitioner'
    else role in ('practitioner', 'supporter', 'peer', 'welfare') end $$;

-- One person a part; the one before ends. A part is a key, also for who works elsewhere: to oneself one gives it only where
-- one sees the plan already, and only for the post in which one does. Each has its line, in both houses.
create function care.assign(id uuid, client uuid, person uuid, organisation uuid, part text, from_day date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform care.must_write(client);
  if not exists (select from staff.memberships m where m.person_id = person and m.organisation_id = organisation and m.during @> from_day
      and care.may_hold(assign.part, m.role)) then
    raise exception 'no post in this organisation that may hold this part' using errcode = '23503';
  end if;
  if person = access.actor() and (organisation <> access.acting_organisation()
      or not exists (select from access.decide(access.session(), array[client], false, array['plan']))) then
    raise exception 'not a key for oneself' using errcode = '42501';
  end if;
  perform care.note_end(client, part);
  update care.assignments a set during = daterange(least(lower(a.during), from_day), from_day)
  where a.client_id = client and a.part = assign.part and upper_inf(a.during);
  insert into care.assignments (id, client_id, person_id, organisation_id, part, during) values (id, client, person, organisation, part, daterange(from_day, null));
  perform access.note_right('C', organisation, 'assignment ' || accounts.name_of(person), client);
end $$;

create function care.note_end(client uuid, part text) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform access.note_right('D', a.organisation_id, 'assignment ' || accounts.name_of(a.person_id), client)
  from care.assignments a where a.client_id = client and a.part = note_end.part and upper_inf(a.during);
end $$;

-- Nobody has the part any more; the last day it was held.
create function care.end_assignment(client uuid, part text, last_day date) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform care.must_write(client);
  perform care.note_end(client, part);
  update care.assignments a set during = daterange(least(lower(a.during), last_day + 1), last_day + 1)
  where a.client_id = client and a.part = end_assignment.part and upper_inf(a.during);
end $$;

-- Teams whose list this request opened, in an earlier transaction.
create function care.opened_teams() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(distinct l.team_id), '{}') from access.log l
  where l.request = (access.mine()).request and l.team_id is not null and l.granted and l.xact is distinct from pg_current_xact_id_if_assigned() $$;

-- What the opened teams carry, as counts: people by phase of care, people by the organisations that take part together
-- (none: an empty array), aftercare and half a year of outflow by destination. Counts whom this person's list shows, so
-- that no difference between a number and its rows tells who is shielded; who left stands on no list, and is a number only, unless shielded from the asker.
create function care.caseload() returns table (fact text, keys text[], people int)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  today date := access.today();
  teams uuid[] := care.opened_teams();
begin
  return query
  with here as materialized (
    select l.client_id, l.team_id, l.hidden, p.episode_id, p.phase, array(select i.organisation_id::text from care.involvements i
      where i.client_id = l.client_id and i.during @> today and not i.id = any (l.hidden) order by 1) as together
    from access.listed() l
    join care.periods p on p.client_id = l.client_id and p.team_id = l.team_id and p.during @> today),
  gone as materialized (select o.id, o.client_id, o.destination from care.outflows o
    where o.team_id = any (teams) and o.left_on > today - interval '6 months' and o.left_on <= today)
  select 'phase', array[h.phase], count(distinct h.client_id)::int from here h group by h.phase
  union all
  select 'together', h.together, count(distinct h.client_id)::int from here h where h.phase <> 'referral' group by h.together
  union all
  select 'aftercare', array[coalesce(o.destination, 'other')], count(distinct h.client_id)::int from here h
  left join lateral (select o.destination from care.outflows o where o.client_id = h.client_id and o.team_id = h.team_id
    and o.episode_id = h.episode_id and not o.id = any (h.hidden) order by o.left_on desc, o.id desc limit 1) o on true
  where h.phase = 'aftercare' group by 2
  union all
  select 'outflow', array[o.destination], count(distinct o.client_id)::int from gone o
  where not o.client_id = any ((select access.refused_to(access.session(), array(select g.client_id from gone g), array['list', 'referral']))::uuid[])
    and not o.id = any ((select access.shielded_from(access.session(), array(select g.client_id from gone g)))::uuid[])
  group by o.destination;
end $$;

grant execute on function care.current_episode, care.may_hold, care.note_end, care.must_write, care.end_by_death, care.opened_teams, care.works_in to gate;
-- The clients of the opened team lists: who, in which period of care, since when. Needs no more than "list".
create function clients.of_team() returns table (client_id uuid, given_name text, infix text, family_name text, birth_date date, phase text, since date)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
declare today date := access.today();
begin
  return query
  select c.id, c.given_name, c.infix, c.family_name, c.birth_date, p.phase, lower(p.during)
  from access.listed() l
  join clients.clients c on c.client_id = l.client_id
  join care.periods p on p.client_id = l.client_id and p.team_id = l.team_id and p.during @> today
  order by c.family_name collate "und-x-icu", c.given_name collate "und-x-icu", c.id;
end $$;

-- Of the clients of the opened team lists, those for whom the asker has a part today. Needs no more than "list".
create function care.mine() returns table (client_id uuid, given_name text, infix text, family_name text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
declare
  today date := access.today();
  me uuid := access.actor();
begin
  return query
  select c.id, c.given_name, c.infix, c.family_name
  from access.listed() l
  join clients.clients c on c.client_id = l.client_id
  where exists (select from care.assignments a where a.client_id = c.id and a.person_id = me and a.during @> today and not a.id = any (l.hidden))
  order by c.family_name collate "und-x-icu", c.given_name collate "und-x-icu", c.id;
end $$;

grant execute on function clients.of_team, care.mine, clients.register, care.return_to, care.can_return, care.move_to, care.leave, care.die, care.involve, care.end_involvement, care.assign,
  care.end_assignment, care.caseload to app;

-- Whom a search met with another team, for who may open in an emergency: an id to ask with, and no more than the team. Also
-- who left care: an emergency asks for no running care.
create function clients.found_urgent() returns table (client_id uuid, team text, team_phone text) language sql stable security definer set search_path = '' as $$
  select p.client_id, m.name, m.phone from care.periods p join staff.teams m on m.id = p.team_id
  where p.id = (select q.id from care.periods q where q.client_id = p.client_id order by lower(q.during) desc nulls last, q.id desc limit 1)
    and p.client_id = any (array(select l.client_id from access.log l where l.request = (access.mine()).request and l.event = 'search'
      and l.sections = '{known}' and l.xact is distinct from pg_current_xact_id_if_assigned()))
    and exists (select from access.rules r where r.role = access.acting_role() and r.section = 'list' and r.by_emergency is not null)
  order by m.name, p.client_id $$;
grant execute on function clients.found_urgent to app;

-- Was this opened client here before? Told also while the earlier story is closed: whoever comes back has no new intake.
create function care.came_back(client uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select client = any (access.opened('list'))
    and exists (select from care.periods p where p.client_id = client and p.episode_id <> care.current_episode(client)) $$;
grant execute on function care.came_back to app;
