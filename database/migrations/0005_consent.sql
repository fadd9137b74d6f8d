-- The client's word about who may see what. A row for a person beats one for a team, that beats one for an organisation;
-- at the same level a refusal beats a grant; section null is every section. Ended by somebody, never deleted: a word stands
-- on the days of "during", until ended_at.
create schema consent;
grant usage on schema consent to app, gate, signin;

create table consent.grants (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  section         text,
  organisation_id uuid references staff.organisations,
  team_id         uuid references staff.teams,
  person_id       uuid,
  allows          boolean not null,
  during          daterange not null,
  given_by        text not null check (given_by in ('client', 'representative', 'default')),
  recorded_by     uuid,
  recorded_at     timestamptz not null default access.now(),
  ended_by        uuid,
  ended_at        timestamptz,
  check (num_nonnulls(organisation_id, team_id, person_id) = 1),
  check (not isempty(during))
);
comment on column consent.grants.given_by is 'default: a worker (or a worker''s relative) who is a client is shielded from the own team.';
create index on consent.grants using hash (client_id);

create table consent.shielded_rows (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  row_id          uuid not null,
  organisation_id uuid references staff.organisations,
  person_id       uuid,
  during          daterange not null,
  recorded_by     uuid,
  recorded_at     timestamptz not null default access.now(),
  ended_by        uuid,
  ended_at        timestamptz,
  check (num_nonnulls(organisation_id, person_id) = 1),
  check (not isempty(during))
);
create index on consent.shielded_rows using hash (client_id);

create table consent.after_death_refusals (
  id          uuid primary key default access.uuid7(),
  client_id   uuid not null references clients.clients,
  during      daterange not null default daterange(access.today(), null),
  recorded_by uuid,
  recorded_at timestamptz not null default access.now(),
  ended_by    uuid,
  ended_at    timestamptz,
  check (not isempty(during)),
  exclude using gist (client_id with =, during with &&) where (ended_at is null)
);
comment on table consent.after_death_refusals is 'BW 7:458a lid 4: a hard block on every ground after death for those outside the treatment. Withdrawn in life only.';

-- Permission to open an earlier episode of care again (E, knelpunt 7).
create table consent.reopenings (
  client_id   uuid not null references clients.clients,
  episode_id  uuid not null,
  given_by    text not null check (given_by in ('client', 'representative')),
  recorded_by uuid,
  recorded_at timestamptz not null default access.now(),
  primary key (client_id, episode_id)
);

alter table consent.grants enable row level security;
alter table consent.grants force row level security;
create policy "the gate decides" on consent.grants for all to gate using (true) with check (true);
alter table consent.shielded_rows enable row level security;
alter table consent.shielded_rows force row level security;
create policy "the gate decides" on consent.shielded_rows for all to gate using (true) with check (true);
alter table consent.after_death_refusals enable row level security;
alter table consent.after_death_refusals force row level security;
create policy "the gate decides" on consent.after_death_refusals for all to gate using (true) with check (true);
alter table consent.reopenings enable row level security;
alter table consent.reopenings force row level security;
create policy "the gate decides" on consent.reopenings for all to gate using (true) with check (true);
grant select, insert on consent.grants, consent.shielded_rows, consent.after_death_refusals, consent.reopenings to gate;
grant update (during, ended_by, ended_at) on consent.grants, consent.shielded_rows, consent.after_death_refusals to gate;

create function consent.must_write(client uuid) returns void language plpgsql stable security definer set search_path = '' as $$
begin
  if not client = any (access.writable('consent')) then
    raise exception 'no right to record consent' using errcode = '42501';
  end if;
end $$;

-- A word is about a part that there is. To be let in one must be named by the client or be a Wmo consultant, and only to a
-- part that the role may see by consent; to be kept out one must be a worker or one of these.
create function consent.must_make_sense(client uuid, section_name text, person uuid, allows boolean) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if section_name is not null and not exists (select from access.rules r where r.section = section_name and r.circle <> 'region') then
    raise exception 'no such part of a dossier: %', section_name using errcode = '22023';
  end if;
  if person is not null and allows and not exists (select from consent.people(client) p
      where p.person_id = person and coalesce(section_name = any (p.sections), true))
    or person is not null and not allows and not exists (select from staff.workers w where w.id = person)
      and not exists (select from consent.people(client) p where p.person_id = person) then
    raise exception 'nobody to speak about' using errcode = '42501';
  end if;
end $$;

-- Is this the person who acts, or a team or organisation in which this person works, or will? In every role: who is kept
-- out in one does not let oneself in by another.
create function consent.is_own(organisation uuid, team uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(person = access.actor(), false) or exists (select from staff.memberships m where m.person_id = access.actor()
    and coalesce(upper(m.during), 'infinity') > access.today() and (m.team_id = team or m.organisation_id = organisation));
end $$;

-- The parts that the client keeps from who acts, or from an own team or organisation; from the client nothing.
create function consent.kept_from(client uuid) returns text[] language plpgsql stable security definer set search_path = '' as $$
begin
  if access.acting_role() = 'client' then return '{}'; end if;
  return array(select distinct r.section from consent.grants g join access.rules r on r.section = coalesce(g.section, r.section)
    where g.client_id = client and not g.allows and g.during @> access.today() and g.ended_at is null
      and consent.is_own(g.organisation_id, g.team_id, g.person_id));
end $$;

create function consent.kept_from_me(client uuid) returns text[] language plpgsql stable security definer set search_path = '' as $$
begin
  return case when client = any (access.opened('list')) then consent.kept_from(client) else '{}' end;
end $$;

-- Does the client keep anything at all from who acts, a part or one row?
create function consent.keeps_something(client uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return consent.kept_from(client) <> '{}' or access.acting_role() <> 'client' and exists (select from consent.shielded_rows h
    where h.client_id = client and h.during @> access.today() and h.ended_at is null and consent.is_own(h.organisation_id, null, h.person_id));
end $$;

-- What is shielded from oneself, or from the own team or organisation, another lifts: somebody from whom it is not, or the
-- client. Whether anything is shielded is not asked: the answer would tell.
create function consent.must_not_be_own(organisation uuid, team uuid, person uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
  if access.acting_role() <> 'client' and consent.is_own(organisation, team, person) then
    raise exception 'not what is shielded from oneself' using errcode = '42501';
  end if;
end $$;

-- Nor does anybody let somebody see what is kept from themselves: it would be a way round.
create function consent.must_not_go_round(client uuid, section_name text) returns void
language plpgsql stable security definer set search_path = '' as $$
declare kept text[] := consent.kept_from(client);
begin
  if section_name = any (kept) or 'list' = any (kept) or section_name is null and kept <> '{}' then
    raise exception 'not what is shielded from oneself' using errcode = '42501';
  end if;
end $$;

create function consent.name_of(organisation uuid, team uuid, person uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((select o.name from staff.organisations o where o.id = organisation), (select t.name from staff.teams t where t.id = team),
    accounts.name_of(person), '');
end $$;

-- These words stand no more; that they stood is kept, also for a single day, with who ended them. That a shield was lifted
-- is a line, for the client and the privacy officers concerned.
create function consent.finish(client uuid, ids uuid[]) returns void language plpgsql security definer set search_path = '' as $$
begin
  update consent.grants g set during = daterange(lower(g.during), greatest(access.today(), lower(g.during) + 1)),
    ended_by = access.actor(), ended_at = access.now()
  where g.client_id = client and g.id = any (ids);
  perform access.note_right('D', g.organisation_id, 'shield ' || consent.name_of(g.organisation_id, g.team_id, g.person_id)
    || ' [' || string_agg(coalesce(g.section, 'all'), ',' order by g.section) || ']', client)
  from consent.grants g where g.client_id = client and g.id = any (ids) and not g.allows
  group by g.organisation_id, g.team_id, g.person_id;
end $$;

-- The words about exactly this section and party that stand now.
create function consent.same_words(client uuid, section_name text, organisation uuid, team uuid, person uuid) returns table (id uuid, allows boolean)
language sql stable security definer set search_path = '' as $$
  select g.id, g.allows from consent.grants g
  where g.client_id = client and g.section is not distinct from section_name and g.organisation_id is not distinct from organisation
    and g.team_id is not distinct from team and g.person_id is not distinct from person and g.during @> access.today() and g.ended_at is null $$;

-- Records the client's word; an earlier word about the same section and the same party ends. A refusal that stands already
-- goes on as it was, and has no last day: it ends when it is lifted.
create function consent.record(id uuid, client uuid, section_name text, organisation uuid, team uuid, person uuid, allows boolean, last_day date, given_by text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform consent.must_write(client);
  perform consent.must_make_sense(client, section_name, person, allows);
  if last_day < access.today() or last_day is not null and not allows then raise exception 'not a last day' using errcode = '22023'; end if;
  if allows then perform consent.must_not_go_round(client, section_name);
  elsif exists (select from consent.same_words(client, section_name, organisation, team, person) w where not w.allows) then return;
  end if;
  perform consent.stop(client, section_name, organisation, team, person);
  insert into consent.grants (id, client_id, section, organisation_id, team_id, person_id, allows, during, given_by, recorded_by)
  values (id, client, section_name, organisation, team, person, allows, daterange(access.today(), last_day + 1), given_by, access.actor());
end $$;

create function consent.withdraw(client uuid, section_name text, organisation uuid, team uuid, person uuid)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform consent.must_write(client);
  if exists (select from consent.same_words(client, section_name, organisation, team, person) w where not w.allows) then
    perform consent.must_not_be_own(organisation, team, person);
  end if;
  perform consent.stop(client, section_name, organisation, team, person);
end $$;

create function consent.stop(client uuid, section_name text, organisation uuid, team uuid, person uuid) returns void
language sql security definer set search_path = '' as $$
  select consent.finish(client, array(select w.id from consent.same_words(client, section_name, organisation, team, person) w)) $$;

-- The client no longer shields these parts (null: everything) from somebody. Of a shielding of everything the other parts
-- stay shielded. What the client lets somebody see is another word, and stays.
create function consent.lift(client uuid, sections text[], organisation uuid, team uuid, person uuid, given_by text) returns void
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_variable
declare
  ids uuid[];
  whole boolean;
begin
  perform consent.must_write(client);
  perform consent.must_not_be_own(organisation, team, person);
  select array_agg(g.id), bool_or(g.section is null) into ids, whole from consent.grants g
  where g.client_id = client and not g.allows and g.during @> access.today() and g.ended_at is null
    and (sections is null or g.section is null or g.section = any (sections))
    and g.organisation_id is not distinct from organisation and g.team_id is not distinct from team and g.person_id is not distinct from person;
  perform consent.finish(client, ids);
  insert into consent.grants (id, client_id, section, organisation_id, team_id, person_id, allows, during, given_by, recorded_by)
  select access.uuid7(), client, r.section, organisation, team, person, false, daterange(access.today(), null), given_by, access.actor()
  from (select distinct section from access.rules where circle <> 'region' and section <> 'list') r
  where whole and not r.section = any (sections);
end $$;

-- A row that is shielded already stays so.
create function consent.shield_row(id uuid, client uuid, row_id uuid, organisation uuid, person uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform consent.must_write(client);
  if exists (select from consent.shields(client, row_id, organisation, person)) then return; end if;
  insert into consent.shielded_rows (id, client_id, row_id, organisation_id, person_id, during, recorded_by)
  values (id, client, row_id, organisation, person, daterange(access.today(), null), access.actor());
end $$;

-- The client shows the row again. Nothing to lift does no harm: an answer would tell what is shielded.
create function consent.lift_row(client uuid, row_id uuid, organisation uuid, person uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare ids uuid[] := array(select s.id from consent.shields(client, row_id, organisation, person) s);
begin
  perform consent.must_write(client);
  perform consent.must_not_be_own(organisation, null, person);
  update consent.shielded_rows h set during = daterange(lower(h.during), greatest(access.today(), lower(h.during) + 1)),
    ended_by = access.actor(), ended_at = access.now()
  where h.client_id = client and h.id = any (ids);
  if ids <> '{}' then perform access.note_right('D', organisation, 'row ' || consent.name_of(organisation, null, person), client); end if;
end $$;

create function consent.shields(client uuid, row_id uuid, organisation uuid, person uuid) returns table (id uuid)
language sql stable security definer set search_path = '' as $$
  select h.id from consent.shielded_rows h
  where h.client_id = client and h.row_id = shields.row_id and h.organisation_id is not distinct from organisation
    and h.person_id is not distinct from person and h.during @> access.today() and h.ended_at is null $$;

create function consent.refuse_after_death(client uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform consent.must_write(client);
  insert into consent.after_death_refusals (client_id, recorded_by) values (client, access.actor()) on conflict do nothing;
end $$;

-- Taken back by the client, so in life: after death nobody speaks for the client any more. With a line, as every lift.
create function consent.allow_after_death(client uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform consent.must_write(client);
  if exists (select from clients.deaths d where d.client_id = client) then
    raise exception 'the client died' using errcode = '42501';
  end if;
  update consent.after_death_refusals r set during = daterange(lower(r.during), greatest(access.today(), lower(r.during) + 1)),
    ended_by = access.actor(), ended_at = access.now()
  where r.client_id = client and r.during @> access.today() and r.ended_at is null;
  if found then perform access.note_right('D', null, 'after-death', client); end if;
end $$;

create function consent.reopen(client uuid, episode uuid, given_by text) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform consent.must_write(client);
  insert into consent.reopenings (client_id, episode_id, given_by, recorded_by) values (client, episode, given_by, access.actor()) on conflict do nothing;
end $$;

-- The client permits the whole earlier story; how many episodes that opened. Their ids stay unknown until then.
create function consent.reopen_earlier(client uuid, given_by text) returns int language plpgsql security definer set search_path = '' as $$
declare episodes uuid[] := access.closed_to(access.session(), array[client]);
begin
  perform consent.must_write(client);
  insert into consent.reopenings (client_id, episode_id, given_by, recorded_by)
  select client, e, given_by, access.actor() from (select distinct unnest(episodes) as e) x on conflict do nothing;
  return (select count(distinct e) from unnest(episodes) e);
end $$;

-- What stands now. To a worker only what is allowed: a refusal shows the shielded thing. The client sees every word.
create function consent.standing(client uuid) returns table (id uuid, section text, organisation_id uuid, team_id uuid, person_id uuid,
  allows boolean, during daterange, given_by text, recorded_by uuid, recorded_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select g.id, g.section, g.organisation_id, g.team_id, g.person_id, g.allows, g.during, g.given_by, g.recorded_by, g.recorded_at
  from consent.grants g
  where g.client_id = client and client = any (access.opened('consent')) and g.during @> access.today() and g.ended_at is null
    and (g.allows or access.acting_role() = 'client') $$;

-- What stood and was ended, by whom and when, the newest first. To a worker again only what was allowed.
create function consent.ended(client uuid) returns table (id uuid, section text, organisation_id uuid, team_id uuid, person_id uuid,
  allows boolean, recorded_at timestamptz, ended_by uuid, ended_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select g.id, g.section, g.organisation_id, g.team_id, g.person_id, g.allows, g.recorded_at, g.ended_by, g.ended_at
  from consent.grants g
  where g.client_id = client and client = any (access.opened('consent')) and g.ended_at is not null
    and (g.allows or access.acting_role() = 'client')
  order by g.ended_at desc, g.id desc $$;

create function consent.is_after_death_refused(client uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select client = any (access.opened('consent')) and exists (select from consent.after_death_refusals r where r.client_id = client and r.during @> access.today()
    and r.ended_at is null) $$;

-- What somebody in this role may see when the client says so.
create function consent.open_to(role_name text) returns text[] language sql stable security definer set search_path = '' as $$
  select array(select r.section from access.rules r where r.role = role_name and r.by_consent is not null and r.section <> 'list') $$;

-- People who can be named in a consent: relatives with an account, and the Wmo consultants of today; and for which parts.
create function consent.people(client uuid) returns table (person_id uuid, name text, kind text, sections text[])
language sql stable security definer set search_path = '' as $$
  select p.*, consent.open_to(p.kind) from (
    select r.person_id, min(r.name), 'relative' as kind from clients.relatives r
    where r.client_id = client and r.person_id is not null and r.during @> access.today() and client = any (access.opened('consent')) group by r.person_id
    union all
    select w.id, min(w.given_name || ' ' || w.family_name), 'wmo-consultant' from staff.workers w join staff.memberships m on m.person_id = w.id
    where m.role = 'wmo-consultant' and m.during @> access.today() and client = any (access.opened('consent')) group by w.id) p $$;

grant execute on function consent.open_to, consent.must_write, consent.must_make_sense, consent.stop, consent.shields, consent.same_words,
  consent.finish, consent.name_of, consent.is_own, consent.kept_from, consent.keeps_something, consent.must_not_be_own, consent.must_not_go_round to gate;
grant execute on function consent.reopen_earlier, consent.record, consent.withdraw, consent.lift, consent.shield_row, consent.lift_row, consent.refuse_after_death, consent.allow_after_death, consent.reopen,
  consent.standing, consent.ended, consent.kept_from_me, consent.is_after_death_refused, consent.people to app;
