-- Who works here: regions, organisations and their agreements, teams and their areas, workers, functions, memberships.
-- A membership and an agreement are keys to dossiers, so only the functions below change them.
create schema staff;
grant usage on schema staff to app, gate, signin;

create table staff.regions (
  id         uuid primary key,
  name       text not null,
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now()
);

create table staff.municipalities (
  code text primary key check (code ~ '^[0-9]{4}$'),
  region_id uuid not null references staff.regions,
  name text not null
);
comment on table staff.municipalities is 'CBS municipality codes of the region.';

create table staff.organisations (
  id         uuid primary key,
  region_id  uuid not null references staff.regions,
  name       text not null,
  kind       text not null check (kind in ('mental-health', 'addiction', 'supported-living', 'welfare', 'municipality', 'insurer', 'other')),
  agb        text check (agb ~ '^[0-9]{8}$'),
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now()
);

create table staff.agreements (
  id              uuid primary key,
  organisation_id uuid not null references staff.organisations,
  during          daterange not null,
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  exclude using gist (organisation_id with =, during with &&)
);
comment on table staff.agreements is 'Signed legal addendum; without one an organisation sees nothing (E 6.4).';

create table staff.teams (
  id         uuid primary key,
  region_id  uuid not null references staff.regions,
  name       text not null,
  address    text not null default '',
  phone      text not null default '',
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now()
);

create table staff.areas (
  postcode4         text not null check (postcode4 ~ '^[1-9][0-9]{3}$'),
  region_id         uuid not null references staff.regions,
  municipality_code text not null references staff.municipalities,
  neighbourhood     text not null,
  team_id           uuid references staff.teams,
  primary key (region_id, postcode4)
);
comment on table staff.areas is 'Which team serves a postcode area; none: in the region, but nobody''s.';

create table staff.functions (
  code text primary key,
  role text not null,
  nl   text not null,
  en   text not null
);
comment on table staff.functions is 'Professions and posts, each with the role that decides what it may see.';
insert into staff.functions (code, role, nl, en) values
  ('psychiatrist', 'practitioner', 'psychiater', 'psychiatrist'),
  ('psychologist', 'practitioner', 'psycholoog', 'psychologist'),
  ('nurse-specialist', 'practitioner', 'verpleegkundig specialist', 'nurse specialist'),
  ('community-nurse', 'practitioner', 'sociaal-psychiatrisch verpleegkundige', 'community psychiatric nurse'),
  ('case-manager', 'practitioner', 'casemanager', 'case manager'),
  ('addiction-physician', 'practitioner', 'verslavingsarts', 'addiction physician'),
  ('addiction-worker', 'practitioner', 'VNN-medewerker', 'addiction care worker'),
  ('system-therapist', 'practitioner', 'systeemtherapeut', 'system therapist'),
  ('supported-living-worker', 'supporter', 'ambulant begeleider', 'supported-living worker'),
  ('ips-worker', 'supporter', 'IPS-trajectbegeleider', 'IPS worker'),
  ('peer-expert', 'peer', 'ervaringsdeskundige', 'peer expert'),
  ('social-worker', 'welfare', 'sociaal werker', 'social worker'),
  ('trainee', 'trainee', 'stagiair', 'trainee'),
  ('duty-desk', 'duty-desk', 'bureaudienst', 'duty desk'),
  ('secretary', 'secretariat', 'zorgsecretariaat', 'secretariat'),
  ('project-leader', 'project-leader', 'projectleider', 'project leader'),
  ('line-manager', 'line-manager', 'locatiemanager', 'line manager'),
  ('programme-manager', 'programme-manager', 'programmamanager', 'programme manager'),
  ('controller', 'controller', 'controller', 'controller'),
  ('wmo-consultant', 'wmo-consultant', 'Wmo-consulent', 'Wmo consultant'),
  ('steering-group-member', 'steering-group', 'lid stuurgroep', 'steering group member'),
  ('researcher', 'researcher', 'onderzoeker', 'researcher'),
  ('privacy-officer', 'privacy-officer', 'privacy officer', 'privacy officer'),
  ('administrator', 'administrator', 'functioneel beheerder', 'administrator');

create table staff.workers (
  id          uuid primary key,
  given_name  text not null,
  family_name text not null,
  email       text not null unique,
  phone       text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now()
);
comment on table staff.workers is 'A worker; the id is the person id that sessions and the log carry.';

-- Team null: a post in an organisation (privacy officer, administrator, controller ...).
create table staff.memberships (
  id              uuid primary key,
  team_id         uuid references staff.teams,
  person_id       uuid not null references staff.workers,
  organisation_id uuid not null references staff.organisations,
  function        text not null references staff.functions,
  role            text not null,
  during          daterange not null,
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now()
);
create index on staff.memberships (person_id);
create index on staff.memberships (team_id);

create trigger keep before insert or update on staff.regions for each row execute function access.keep();
create trigger keep before insert or update on staff.organisations for each row execute function access.keep();
create trigger keep before insert or update on staff.agreements for each row execute function access.keep();
create trigger keep before insert or update on staff.teams for each row execute function access.keep();
create trigger keep before insert or update on staff.workers for each row execute function access.keep();
create trigger keep before insert or update on staff.memberships for each row execute function access.keep();

call access.publish('staff.regions');
call access.publish('staff.municipalities');
call access.publish('staff.organisations');
call access.publish('staff.agreements');
call access.publish('staff.teams');
call access.publish('staff.areas');
call access.publish('staff.functions');
call access.publish('staff.workers');
call access.publish('staff.memberships');
grant select (id, name) on staff.regions to app;
grant select (code, region_id, name) on staff.municipalities to app;
grant select (id, region_id, name, kind, agb, version) on staff.organisations to app;
grant select (id, organisation_id, during, version) on staff.agreements to app;
grant select (id, region_id, name, address, phone, version) on staff.teams to app;
grant select (postcode4, region_id, municipality_code, neighbourhood, team_id) on staff.areas to app;
grant select (code, role, nl, en) on staff.functions to app;
grant select (id, given_name, family_name, email, phone, version) on staff.workers to app;
grant select (id, team_id, person_id, organisation_id, function, role, during, version) on staff.memberships to app;
grant select, insert, update on staff.regions, staff.municipalities, staff.organisations, staff.agreements, staff.teams,
  staff.areas, staff.functions, staff.workers, staff.memberships to gate;

-- Only an administrator changes the house; a first one is made by set-up, while there is no region yet.
create function staff.must_administer() returns void language plpgsql stable security definer set search_path = '' as $$
begin
  if access.acting_role() is distinct from 'administrator' then
    raise exception 'only an administrator' using errcode = '42501';
  end if;
end $$;

-- A right in words, for the line in the log about it.
create function staff.words_of(what text, whose text, during daterange) returns text language sql stable as $$
  select concat_ws(' ', what, whose, coalesce(lower(during)::text, '') || '/' || coalesce((upper(during) - 1)::text, '')) $$;

create function staff.words_of_post(m staff.memberships) returns text language plpgsql stable as $$
begin
  return staff.words_of('post', concat_ws(', ', (select w.given_name || ' ' || w.family_name from staff.workers w where w.id = m.person_id),
    (select f.nl from staff.functions f where f.code = m.function), (select o.name from staff.organisations o where o.id = m.organisation_id),
    (select t.name from staff.teams t where t.id = m.team_id)), m.during);
end $$;

create function staff.add_organisation(id uuid, region uuid, name text, kind text, agb text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  insert into staff.organisations (id, region_id, name, kind, agb) values (id, region, name, kind, agb);
end $$;

create function staff.sign_agreement(id uuid, organisation uuid, during daterange) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  insert into staff.agreements (id, organisation_id, during) values (id, organisation, during);
  perform access.note_right('C', organisation, staff.words_of('agreement', (select o.name from staff.organisations o where o.id = organisation), during));
end $$;

create function staff.end_agreement(agreement uuid, last_day date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  update staff.agreements a set during = daterange(least(lower(a.during), last_day + 1), last_day + 1) where a.id = agreement;
  perform access.note_right('D', a.organisation_id, staff.words_of('agreement', o.name, a.during))
  from staff.agreements a join staff.organisations o on o.id = a.organisation_id where a.id = agreement;
end $$;

create function staff.add_municipality(code text, region uuid, name text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  insert into staff.municipalities (code, region_id, name) values (code, region, name)
  on conflict on constraint municipalities_pkey do update set name = excluded.name;
end $$;

create function staff.add_team(id uuid, region uuid, name text, address text, phone text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  insert into staff.teams (id, region_id, name, address, phone) values (id, region, name, address, phone);
end $$;

create function staff.set_area(region uuid, postcode4 text, municipality text, neighbourhood text, team uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  insert into staff.areas (region_id, postcode4, municipality_code, neighbourhood, team_id)
  values (region, postcode4, municipality, neighbourhood, team)
  on conflict on constraint areas_pkey do update
    set municipality_code = excluded.municipality_code, neighbourhood = excluded.neighbourhood, team_id = excluded.team_id;
end $$;

create function staff.add_worker(id uuid, given_name text, family_name text, email text, phone text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  insert into staff.workers (id, given_name, family_name, email, phone) values (id, given_name, family_name, lower(email), phone);
  perform access.note_right('C', null, 'worker ' || given_name || ' ' || family_name);
end $$;

-- Nobody gives oneself a key to dossiers: an administrator who also works with clients asks another administrator.
create function staff.add_membership(id uuid, team uuid, person uuid, organisation uuid, function_code text, during daterange) returns void
language plpgsql security definer set search_path = '' as $$
declare role_of text := (select f.role from staff.functions f where f.code = function_code);
begin
  perform staff.must_administer();
  if role_of is null then raise exception 'no such function' using errcode = '23503'; end if;
  if person = access.actor() and exists (select from access.rules r where r.role = role_of) then
    raise exception 'not for oneself' using errcode = '42501';
  end if;
  insert into staff.memberships (id, team_id, person_id, organisation_id, function, role, during)
  values (id, team, person, organisation, function_code, role_of, during);
  perform access.note_right('C', m.organisation_id, staff.words_of_post(m)) from staff.memberships m where m.id = add_membership.id;
end $$;

create function staff.end_membership(membership uuid, last_day date) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  update staff.memberships m set during = daterange(least(lower(m.during), last_day + 1), last_day + 1) where m.id = membership;
  perform access.note_right('D', m.organisation_id, staff.words_of_post(m)) from staff.memberships m where m.id = membership;
  update access.sessions x set ended_at = pg_catalog.now() from staff.memberships m
  where m.id = membership and x.person_id = m.person_id and x.ended_at is null and not access.serves(x);
end $$;

-- The first administrator of an empty house; refused as soon as there is a region.
create function staff.set_up(region uuid, region_name text, organisation uuid, organisation_name text, organisation_kind text,
  person uuid, given_name text, family_name text, email text, membership uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  lock table staff.regions in share row exclusive mode;
  if exists (select from staff.regions) then raise exception 'already set up' using errcode = '42501'; end if;
  insert into staff.regions (id, name) values (region, region_name);
  insert into staff.organisations (id, region_id, name, kind) values (organisation, region, organisation_name, organisation_kind);
  insert into staff.workers (id, given_name, family_name, email) values (person, given_name, family_name, lower(email));
  insert into staff.memberships (id, person_id, organisation_id, function, role, during)
  values (membership, person, organisation, 'administrator', 'administrator', daterange(access.today(), null));
end $$;

create function staff.is_set_up() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from staff.regions) $$;

-- What a person may sign in as: a role in an organisation, with the teams it counts in.
create function staff.posts(person uuid) returns table (role text, organisation_id uuid, organisation text, functions text[], teams text[])
language sql stable security definer set search_path = '' as $$
  select m.role, m.organisation_id, o.name, array_agg(distinct m.function),
    coalesce(array_agg(distinct t.name) filter (where t.id is not null), '{}')
  from staff.memberships m join staff.organisations o on o.id = m.organisation_id left join staff.teams t on t.id = m.team_id
  where m.person_id = person and m.during @> access.today()
  group by m.role, m.organisation_id, o.name order by 1, 3 $$;

grant execute on function staff.must_administer, staff.words_of, staff.words_of_post to gate;
grant execute on function staff.add_organisation, staff.sign_agreement, staff.end_agreement, staff.add_municipality, staff.add_team, staff.set_area,
  staff.add_worker, staff.add_membership, staff.end_membership to app;
grant execute on function staff.set_up, staff.is_set_up, staff.posts to signin;

insert into access.rules (role, section, circle, by_relation, by_referral, by_consent, by_emergency, writes)
select 'practitioner', s, 'team', 'BW 7:457 lid 2', case when s in ('list', 'identity', 'referral', 'relatives', 'consent', 'reports') then 'BW 7:457 lid 2' end,
  'BW 7:457 lid 1, Wabvpz 15a', 'AVG 9 lid 2 c, BW 7:453', s <> 'list'
  from unnest(array['list', 'identity', 'referral', 'plan', 'crisis', 'medication', 'measures', 'reports', 'treatment', 'relatives', 'in-confidence', 'indications', 'consent']) s
union all select 'trainee', s, 'team', 'BW 7:457 lid 2', case when s in ('list', 'identity', 'referral') then 'BW 7:457 lid 2' end,
  'BW 7:457 lid 1, Wabvpz 15a', null, s in ('plan', 'reports')
  from unnest(array['list', 'identity', 'referral', 'plan', 'crisis', 'measures', 'reports', 'relatives']) s
union all select 'supporter', s, 'team', case when s in ('list', 'identity', 'referral', 'plan', 'crisis', 'indications', 'consent') then 'Wmo 5.1.2' end,
  case when s in ('list', 'identity', 'referral', 'consent') then 'Wmo 5.1.2' end, 'Wmo 5.3.3, AVG 9 lid 2 a', null,
  s in ('referral', 'plan', 'measures', 'reports', 'relatives', 'indications', 'consent', 'crisis')
  from unnest(array['list', 'identity', 'referral', 'plan', 'crisis', 'measures', 'reports', 'relatives', 'in-confidence', 'indications', 'consent']) s
union all select 'peer', s, 'team', case when s in ('list', 'identity', 'referral', 'plan', 'crisis', 'consent') then 'BW 7:457 lid 2' end,
  case when s in ('list', 'identity', 'referral', 'consent') then 'BW 7:457 lid 2' end, 'BW 7:457 lid 1', null, s in ('referral', 'plan', 'reports', 'consent')
  from unnest(array['list', 'identity', 'referral', 'plan', 'crisis', 'measures', 'reports', 'relatives', 'consent']) s
union all select 'welfare', s, 'team', null, null, 'AVG 9 lid 2 a', null, s in ('plan', 'reports')
  from unnest(array['list', 'identity', 'referral', 'plan', 'reports']) s
union all select 'duty-desk', s, 'team', 'BW 7:457 lid 2', null, 'BW 7:457 lid 1', 'AVG 9 lid 2 c, BW 7:453', false
  from unnest(array['list', 'crisis', 'medication']) s
union all select 'secretariat', s, 'team', 'BW 7:457 lid 2', case when s <> 'indications' then 'BW 7:457 lid 2' end, 'BW 7:457 lid 1', null, s <> 'list'
  from unnest(array['list', 'identity', 'referral', 'relatives', 'indications', 'consent']) s
union all select 'project-leader', 'list', 'team', 'BW 7:457 lid 2', 'BW 7:457 lid 2', 'BW 7:457 lid 1', null, false
union all select 'wmo-consultant', s, 'named', null, null, 'Wmo 5.2.5', null, s = 'indications'
  from unnest(array['list', 'identity', 'plan', 'indications']) s
union all select 'relative', s, 'named', null, null, 'BW 7:457 lid 1', null, false
  from unnest(array['list', 'identity', 'referral', 'plan', 'crisis', 'measures', 'reports', 'treatment', 'indications']) s
union all select 'representative', s, 'represented', 'BW 7:465', null, null, null, false
  from unnest(array['list', 'identity', 'referral', 'plan', 'crisis', 'medication', 'measures', 'reports', 'treatment', 'indications']) s
union all select 'client', s, 'self', 'BW 7:456, Wabvpz 15d, Wmo 5.3.2', null, null, null, s in ('plan', 'crisis', 'consent', 'notes')
  from unnest(array['list', 'identity', 'referral', 'plan', 'crisis', 'medication', 'measures', 'reports', 'treatment', 'relatives', 'indications', 'consent', 'log', 'notes']) s
union all select r, 'register', 'region', 'BW 7:457 lid 2', null, null, null, true from unnest(array['practitioner', 'secretariat']) r
union all select r, 'known', 'region', 'BW 7:457 lid 2', null, null, null, false from unnest(array['practitioner', 'secretariat', 'duty-desk']) r
union all select 'privacy-officer', 'log', 'any', 'AVG 39, NEN 7513', null, null, null, false;
