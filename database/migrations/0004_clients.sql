-- Who the client is. Names and birth date stand apart from what only "identity" may see; what a search needs is folded.
-- A referral may lack a birth date, an address or a BSN: none of these blocks (homeless, secret address, interpreter).
create schema clients;
grant usage on schema clients to app, gate, signin;

create table clients.clients (
  id          uuid primary key,
  client_id   uuid generated always as (id) stored,
  episode_id  uuid,
  person_id   uuid unique,
  given_name  text not null,
  infix       text not null default '',
  family_name text not null,
  birth_date  date,
  name_key    text generated always as (access.fold(given_name || ' ' || infix || ' ' || family_name)) stored,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now()
);
comment on column clients.clients.person_id is 'Set when the client has an account of the own: the person that sessions and the log carry.';
call access.protect('clients.clients', 'identity', 'list');
create index on clients.clients (birth_date);
create index on clients.clients using gin (name_key public.gin_trgm_ops);
grant select (id, client_id, given_name, infix, family_name, birth_date, version), update (given_name, infix, family_name, birth_date) on clients.clients to app;
grant select (id, client_id, person_id, given_name, infix, family_name, birth_date, name_key),
  insert (id, given_name, infix, family_name, birth_date), update (person_id) on clients.clients to gate;

create table clients.details (
  id                  uuid primary key,
  client_id           uuid not null unique references clients.clients,
  episode_id          uuid,
  calling_name        text not null default '',
  gender              text not null default 'unknown' check (gender in ('female', 'male', 'other', 'unknown')),
  phone               text not null default '',
  phone_key           text generated always as (right(regexp_replace(phone, '[^0-9]', '', 'g'), 9)) stored,
  email               text not null default '',
  language            text not null default '',
  interpreter         text not null default '' check (interpreter in ('', 'language', 'sign')),
  gp                  text not null default '',
  gp_phone            text not null default '',
  insurer             text not null default '',
  insurance_number    text not null default '',
  bsn_cipher          bytea,
  bsn_key             bytea,
  version             int not null default 1,
  written_by          uuid,
  written_at          timestamptz not null default access.now()
);
comment on column clients.details.bsn_cipher is 'AES-256-GCM by the application; the key is not in the database.';
comment on column clients.details.bsn_key is 'Keyed hash, so that the same number can be recognised without being read.';
call access.protect('clients.details', 'identity');
create index on clients.details (phone_key) where phone_key <> '';
grant select (id, client_id, calling_name, gender, phone, email, language, interpreter, gp, gp_phone, insurer, insurance_number, bsn_cipher, version, written_at),
  insert (id, client_id, calling_name, gender, phone, email, language, interpreter, gp, gp_phone, insurer, insurance_number, bsn_cipher, bsn_key),
  update (calling_name, gender, phone, email, language, interpreter, gp, gp_phone, insurer, insurance_number, bsn_cipher, bsn_key) on clients.details to app;
grant select (id, client_id, phone_key) on clients.details to gate;

create table clients.addresses (
  id                uuid primary key,
  client_id         uuid not null references clients.clients,
  episode_id        uuid,
  kind              text not null check (kind in ('home', 'none', 'secret')),
  street            text not null default '',
  house_number      text not null default '',
  postcode          text not null default '',
  city              text not null default '',
  municipality_code text,
  during            daterange not null,
  version           int not null default 1,
  written_by        uuid,
  written_at        timestamptz not null default access.now(),
  exclude using gist (client_id with =, (during * '(,)'::daterange) with &&)
);
comment on column clients.addresses.kind is 'none: no address of the own; secret: never in a list, a letter or a message.';
call access.protect('clients.addresses', 'identity');
grant select (id, client_id, kind, street, house_number, postcode, city, municipality_code, during, version),
  insert (id, client_id, kind, street, house_number, postcode, city, municipality_code, during),
  update (kind, street, house_number, postcode, city, municipality_code, during) on clients.addresses to app;
grant select on clients.addresses to gate;

create table clients.relatives (
  id            uuid primary key,
  client_id     uuid not null references clients.clients,
  episode_id    uuid,
  person_id     uuid,
  name          text not null,
  relation      text not null,
  phone         text not null default '',
  email         text not null default '',
  may_know      text not null default '',
  call_in_crisis boolean not null default false,
  during        daterange not null default daterange(null, null),
  version       int not null default 1,
  written_by    uuid,
  written_at    timestamptz not null default access.now()
);
comment on column clients.relatives.may_know is 'What may be shared with this relative, in the client''s words (E bijlage 4).';
comment on column clients.relatives.during is 'As long as the client names this person; before that and after it nothing is shared.';
call access.protect('clients.relatives', 'relatives');
create index on clients.relatives (person_id) where person_id is not null;
grant select (id, client_id, name, relation, phone, email, may_know, call_in_crisis, during, version),
  insert (id, client_id, name, relation, phone, email, may_know, call_in_crisis, during),
  update (name, relation, phone, email, may_know, call_in_crisis, during) on clients.relatives to app;
grant select, update (person_id) on clients.relatives to gate;

-- A key: who represents sees as the client does, within the scope.
create table clients.representatives (
  id         uuid primary key,
  client_id  uuid not null references clients.clients,
  episode_id uuid,
  person_id  uuid,
  name       text not null,
  kind       text not null check (kind in ('mentor', 'curator', 'bewindvoerder', 'proxy')),
  scope      text not null check (scope in ('care', 'money', 'both')),
  phone      text not null default '',
  email      text not null default '',
  during     daterange not null,
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now()
);
call access.protect('clients.representatives', 'identity');
create index on clients.representatives (person_id);
grant select (id, client_id, name, kind, scope, phone, email, during, version),
  insert (id, client_id, name, kind, scope, phone, email, during), update (name, kind, scope, phone, email, during) on clients.representatives to app;
grant select, update (person_id) on clients.representatives to gate;

create table clients.deaths (
  id         uuid primary key,
  client_id  uuid not null unique references clients.clients,
  episode_id uuid,
  died_on    date not null,
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now()
);
call access.protect('clients.deaths', 'identity');
comment on table clients.deaths is 'Written by care.end_by_death alone, which also ends the care.';
grant select (id, client_id, died_on) on clients.deaths to app;
grant select, insert (id, client_id, died_on) on clients.deaths to gate;

-- Search before create. Own teams: by (part of) a name as it sounds, a birth date or a telephone number. Region-wide only
-- to answer "is this person known already?": birth date with name, a telephone number, or a nearly exact full name; what
-- comes back then is a team, not a person. Every search is a line, also one without a hit; thirty region-wide an hour.
create function access.search(token text, name text, birth date, phone text, purpose text, region_wide boolean, ticket text default null)
returns text language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off
  set pg_trgm.word_similarity_threshold = 0.6 set pg_trgm.similarity_threshold = 0.75 as $$
declare
  s access.sessions := access.session_of(token);
  e record;
  key text := access.fold(name);
  digits text := right(regexp_replace(coalesce(phone, ''), '[^0-9]', '', 'g'), 9);
  today date := access.today();
  mine uuid[];
  ours uuid[];
  my_regions uuid[];
  asked text := left(case when region_wide then 'region ' else 'own ' end || concat_ws(' ', nullif(name, ''), birth, nullif(digits, '')), 300);
  wide boolean := region_wide and exists (select from access.rules r where r.role = s.role and r.section = 'known');
begin
  select * into e from access.enter(s, ticket);
  if length(key) < 2 and birth is null and length(digits) < 9 then
    raise exception 'two letters, a birth date or a telephone number' using errcode = '22023';
  end if;
  -- Two at once would both count the lines of before.
  if region_wide then perform pg_advisory_xact_lock(hashtextextended('search ' || s.person_id, 0)); end if;
  if region_wide and (select count(distinct (l.request, l.query)) from access.log l where l.person_id = s.person_id and l.event = 'search' and l.granted
      and l.query like 'region %' and l.at > pg_catalog.now() - interval '1 hour') >= 30 then
    insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, purpose, query)
    values (e.request, access.era(), 'search', 'R', false, s.id, s.person_id, s.role, s.organisation_id, purpose, asked);
    return null;
  end if;
  mine := array(select m.team_id from staff.memberships m where m.person_id = s.person_id and m.role = s.role
    and m.organisation_id = s.organisation_id and m.during @> today and m.team_id is not null);
  ours := array(select distinct p.client_id from care.periods p where p.team_id = any (mine));
  my_regions := array(select distinct t.region_id from staff.teams t where t.id = any (mine));
  with scope as materialized (
    -- Own teams first, then the name: left to itself the planner walks everybody, or everybody's trigram index.
    select c.id, c.name_key, c.birth_date from unnest(ours) o join clients.clients c on c.client_id = o),
  own as materialized (
    select c.id, public.word_similarity(key, c.name_key) as likeness from scope c where (birth is null or c.birth_date = birth)
      and (key = '' or c.name_key like '%' || key || '%' or key operator(public.<%) c.name_key)
      and (digits = '' or exists (select from clients.details d where d.client_id = c.id and d.phone_key = digits))
    order by likeness desc limit 500),
  near as materialized (
    -- The limit is for the planner: it takes % for one row in a hundred, and then hashes the whole region.
    (select c.id from clients.clients c where wide and birth is null and length(key) > 3 and c.name_key operator(public.%) key
      order by public.similarity(c.name_key, key) desc limit 50)
    union (select c.id from clients.clients c where wide and birth is not null and length(key) > 3 and c.birth_date = birth
      and public.similarity(c.name_key, key) > 0.3 limit 50)
    union (select d.client_id from clients.details d where wide and length(digits) = 9 and d.phone_key = digits and d.phone_key <> '' limit 50)),
  -- Who is shielded takes no place among the twenty, or a missing one would tell.
  cards as (select d.client_id from access.decide(s, array(select id from own), false, array['list']) d
    join own o on o.id = d.client_id order by o.likeness desc limit 20),
  shown as (
    select client_id, 'card' as part from cards
    union all
    select n.id, 'known' from near n
    where not exists (select from cards k where k.client_id = n.id)
      and exists (select from care.periods p join staff.teams t on t.id = p.team_id where p.client_id = n.id and t.region_id = any (my_regions))
      -- Not to whom the client shielded from, with the own team: a colleague may not learn that one is a client.
      and not exists (select from consent.grants g where g.client_id = n.id and not g.allows and g.during @> today and g.ended_at is null
        and coalesce(g.section, 'list') = 'list'
        and (g.person_id = s.person_id or g.team_id = any (mine) or g.organisation_id = s.organisation_id)))
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, sections, purpose, query)
  select e.request, access.era(), 'search', 'R', true, s.id, s.person_id, s.role, s.organisation_id, f.client_id,
    case when f.part is null then '{}' else array[f.part] end, purpose, asked
  from (select 1) one left join (select * from shown limit 25) f on true;
  return e.pass;
end $$;

-- What a search found: a card for one's own clients, for others no more than a team's name. Only of who left care, and
-- lives, an id comes along, so that the person can be referred again; it opens nothing.
create function clients.found() returns table (client_id uuid, given_name text, infix text, family_name text, birth_date date, team text, phase text, left_on date,
  team_phone text)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
#variable_conflict use_column
declare
  t access.ticket := access.mine();
  today date := access.today();
  cards uuid[];
  known uuid[];
begin
  select array_agg(l.client_id) filter (where l.sections = '{card}'), array_agg(l.client_id) filter (where l.sections = '{known}')
  into cards, known from access.log l where l.request = t.request and l.event = 'search'
    and l.xact is distinct from pg_current_xact_id_if_assigned();
  return query
  select c.id, c.given_name, c.infix, c.family_name, c.birth_date, m.name, p.phase, case when p.during @> today then null else upper(p.during) - 1 end, m.phone
  from clients.clients c
  join lateral (select p.team_id, p.phase, p.during from care.periods p where p.client_id = c.id order by lower(p.during) desc nulls last, p.id desc limit 1) p on true
  join staff.teams m on m.id = p.team_id where c.id = any (cards)
  union all
  select distinct case when not p.during @> today and not exists (select from clients.deaths d where d.client_id = p.client_id) then p.client_id end, null, null, null, null::date, m.name,
    case when p.during @> today then p.phase else 'left' end, null::date, m.phone
  from care.periods p join staff.teams m on m.id = p.team_id
  where p.client_id = any (known) and p.id = (select q.id from care.periods q where q.client_id = p.client_id order by lower(q.during) desc nulls last, q.id desc limit 1);
end $$;
grant execute on function access.search, clients.found to app;
