-- Spreadsheets of client tracking in: a file is staged and checked in batches, and committed in one short transaction.
-- Staged rows are personal data of people who are perhaps no client yet: only who made the import sees them, for a
-- committed list line with purpose "import"; they are emptied when the rows are read in. Undoing takes back what is untouched.
create schema imports;
grant usage on schema imports to app, gate, jobs;

create table imports.batches (
  id           uuid primary key,
  kind         text not null check (kind in ('tracking')),
  team_id      uuid not null references staff.teams,
  maker        uuid not null,
  file_name    text not null check (length(file_name) <= 200),
  sha256       bytea not null,
  sheets       text[] not null default '{}',
  headings     text[] not null,
  line_count   int not null check (line_count between 1 and 20000),
  columns      jsonb,
  found        jsonb,
  codes        jsonb,
  matched_at   timestamptz,
  version      int not null default 1,
  written_by   uuid,
  written_at   timestamptz not null default access.now()
);
comment on column imports.batches.sheets is 'Of a workbook: the sheet that was read, then the others.';
comment on column imports.batches.columns is 'Which field each column is; null until somebody chose.';
comment on column imports.batches.found is 'The different values in columns that hold codes; codes says what each means.';
create index on imports.batches (team_id);

-- The cells as read are sealed by the application: before the columns are chosen nobody knows which one holds a BSN.
create table imports.rows (
  batch_id   uuid not null references imports.batches on delete cascade,
  line       int not null,
  raw        bytea,
  record     jsonb,
  name       text,
  name_key   text generated always as (access.fold(name)) stored,
  birth_date date,
  bsn_key    bytea,
  key        bytea,
  problems   jsonb not null default '[]',
  blocked    boolean not null default false,
  checked_at timestamptz,
  candidates uuid[] not null default '{}',
  twin       int,
  seen       boolean not null default false,
  known      boolean not null default false,
  known_xact xid8,
  asked      text,
  choice     text check (choice in ('new', 'same', 'skip')),
  same_as    uuid,
  chosen     boolean not null default false,
  client_id  uuid,
  episode_id uuid,
  made       smallint,
  outcome    text check (outcome in ('created', 'same', 'skipped', 'blocked', 'seen', 'undone', 'left')),
  primary key (batch_id, line),
  check (choice is distinct from 'same' or same_as = any (candidates)),
  check (not blocked or choice is null)
);
comment on column imports.rows.key is 'Keyed hash of what the row says: the same row read twice changes nothing.';
comment on column imports.rows.known is 'Known in the region outside the list of the team; a warning, never a name.';
comment on column imports.rows.asked is 'The name and birth date that the region was asked for; the same again is no new question.';
create index on imports.rows (client_id);
create index on imports.rows (key);

create table imports.commits (
  batch_id     uuid primary key references imports.batches,
  committed_by uuid not null,
  committed_at timestamptz not null default access.now(),
  created      int not null,
  same         int not null,
  skipped      int not null,
  blocked      int not null,
  seen         int not null
);

create table imports.undos (
  batch_id    uuid primary key references imports.batches,
  undone_by   uuid not null,
  undone_at   timestamptz not null default access.now(),
  finished_at timestamptz
);

create table imports.remembered (
  team_id uuid not null references staff.teams,
  kind    text not null check (kind in ('tracking')),
  columns jsonb not null default '{}',
  codes   jsonb not null default '{}',
  primary key (team_id, kind)
);
comment on table imports.remembered is 'How this team''s headings and values were read before.';

create trigger keep before insert or update on imports.batches for each row execute function access.keep();

-- Teams in which whoever asks is secretary today.
create function imports.teams() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
declare s access.sessions := access.session();
begin
  if s.role is distinct from 'secretariat' then return '{}'; end if;
  return coalesce((select array_agg(distinct m.team_id) from staff.memberships m
    where m.person_id = s.person_id and m.team_id is not null and access.has_team(s, m.team_id)), '{}');
end $$;

-- Own imports of the team whose list this request opened for importing.
create function imports.opened() returns uuid[] language plpgsql stable security definer set search_path = '' as $$
declare t access.ticket := access.mine();
begin
  if t.request is null then return '{}'; end if;
  return coalesce((select array_agg(distinct b.id) from access.log l join imports.batches b on b.team_id = l.team_id
    where l.request = t.request and l.granted and l.event = 'list' and l.purpose = 'import' and l.role = 'secretariat'
      and l.person_id = b.maker and l.xact is distinct from pg_current_xact_id_if_assigned()), '{}');
end $$;

alter table imports.batches enable row level security;
alter table imports.batches force row level security;
create policy "the secretaries of the team" on imports.batches for select to app using (team_id = any ((select imports.teams())::uuid[]));
create policy "a secretary makes" on imports.batches for insert to app
  with check (team_id = any ((select imports.teams())::uuid[]) and maker = (select access.actor()));
create policy "the maker chooses" on imports.batches for update to app using (id = any ((select imports.opened())::uuid[]));
create policy "the gate decides" on imports.batches for all to gate using (true) with check (true);
grant select (id, kind, team_id, maker, file_name, sha256, sheets, headings, line_count, columns, found, codes, matched_at, version, written_at),
  insert (id, kind, team_id, maker, file_name, sha256, sheets, headings, line_count), update (columns, found, codes, matched_at) on imports.batches to app;
grant select, update (matched_at), delete on imports.batches to gate;

alter table imports.rows enable row level security;
alter table imports.rows force row level security;
create policy "the maker" on imports.rows for all to app using (batch_id = any ((select imports.opened())::uuid[]))
  with check (batch_id = any ((select imports.opened())::uuid[]));
create policy "the gate decides" on imports.rows for all to gate using (true) with check (true);
grant select (batch_id, line, raw, problems, blocked, checked_at, candidates, twin, seen, choice, same_as, outcome),
  insert (batch_id, line, raw),
  update (record, name, birth_date, bsn_key, key, problems, blocked, checked_at, choice, same_as, chosen) on imports.rows to app;
grant select, update, delete on imports.rows to gate;

alter table imports.commits enable row level security;
alter table imports.commits force row level security;
create policy "the secretaries of the team" on imports.commits for select to app using
  (batch_id in (select b.id from imports.batches b where b.team_id = any ((select imports.teams())::uuid[])));
create policy "the gate decides" on imports.commits for all to gate using (true) with check (true);
grant select (batch_id, committed_by, committed_at, created, same, skipped, blocked, seen) on imports.commits to app;
grant select, insert on imports.commits to gate;

alter table imports.undos enable row level security;
alter table imports.undos force row level security;
create policy "the secretaries of the team" on imports.undos for select to app using
  (batch_id in (select b.id from imports.batches b where b.team_id = any ((select imports.teams())::uuid[])));
create policy "the gate decides" on imports.undos for all to gate using (true) with check (true);
grant select (batch_id, undone_by, undone_at, finished_at) on imports.undos to app;
grant select, insert, update (finished_at) on imports.undos to gate;

alter table imports.remembered enable row level security;
alter table imports.remembered force row level security;
create policy "the secretaries of the team" on imports.remembered for all to app
  using (team_id = any ((select imports.teams())::uuid[])) with check (team_id = any ((select imports.teams())::uuid[]));
grant select (team_id, kind, columns, codes), insert (team_id, kind, columns, codes), update (columns, codes) on imports.remembered to app;

-- The batch, locked, when this request may import: a secretary who may register, of this team, whose list line for
-- importing is committed. Nobody else learns whether it is there.
create function imports.must_import(batch uuid, only_maker boolean) returns imports.batches
language plpgsql security definer set search_path = '' as $$
declare
  t access.ticket := access.mine();
  s access.sessions := access.session();
  b imports.batches;
begin
  select * into b from imports.batches x where x.id = batch and x.team_id = any (imports.teams())
    and (x.maker = s.person_id or not only_maker) for update;
  if b.id is null or not exists (select from access.rules r where r.role = s.role and r.section = 'register')
    or not exists (select from access.log l where l.request = t.request and l.team_id = b.team_id and l.granted
      and l.event = 'list' and l.purpose = 'import' and l.xact is distinct from pg_current_xact_id_if_assigned()) then
    raise exception 'no right to import' using errcode = '42501';
  end if;
  return b;
end $$;

-- Who is there already. Own clients are those of the opened list, by name as it sounds and birth date, or by BSN: they are
-- offered. Elsewhere in the region only an exact name with the birth date counts, and says no more than "known"; each
-- such hit is a line. What a person chose stays.
create function imports.match(batch uuid) returns int language plpgsql security definer set search_path = ''
  set plan_cache_mode = force_custom_plan as $$
declare
  b imports.batches := imports.must_import(batch, true);
  s access.sessions := access.session();
begin
  if exists (select from imports.commits c where c.batch_id = b.id) then return 0; end if;
  if b.codes is null or exists (select from imports.rows r where r.batch_id = b.id and r.checked_at is null) then
    raise exception 'not checked yet' using errcode = '55000';
  end if;
  perform imports.match_own(b);
  perform imports.match_known(b, s);
  update imports.rows r set
    seen = exists (select from imports.rows e join imports.commits c on c.batch_id = e.batch_id join imports.batches o on o.id = e.batch_id
      where e.key = r.key and o.team_id = b.team_id and e.outcome in ('created', 'same', 'left')),
    twin = f.first
  from (select line, nullif(min(line) over (partition by name_key, birth_date), line) as first
    from imports.rows where batch_id = b.id and not blocked) f
  where r.batch_id = b.id and r.line = f.line;
  update imports.rows r set same_as = null, choice = case
      when r.blocked then null
      when r.seen then 'skip'
      when cardinality(r.candidates) = 0 and r.twin is null then 'new' end
  where r.batch_id = b.id and not r.chosen;
  update imports.batches x set matched_at = access.now() where x.id = b.id;
  return (select count(*) from imports.rows r where r.batch_id = b.id and r.choice is null and not r.blocked);
end $$;

create function imports.match_own(b imports.batches) returns void language sql security definer set search_path = '' as $$
  with own as materialized (
    select c.id, c.name_key, c.birth_date, case when 'identity' = any (l.sections) then d.bsn_key end as bsn_key
    from access.listed() l join clients.clients c on c.client_id = l.client_id left join clients.details d on d.client_id = c.id
    where l.team_id = b.team_id),
  staged as materialized (
    select line, name_key, birth_date, bsn_key from imports.rows where batch_id = b.id and not blocked),
  hits as (
    select r.line, o.id from staged r join own o on o.name_key = r.name_key
    where o.birth_date = r.birth_date or o.birth_date is null or r.birth_date is null
    union select r.line, o.id from staged r join own o on o.birth_date = r.birth_date and public.similarity(o.name_key, r.name_key) > 0.4
    union select r.line, o.id from staged r join own o on o.bsn_key = r.bsn_key),
  grouped as (select r.line, coalesce(array_agg(h.id order by h.id) filter (where h.id is not null), '{}') as ids
    from staged r left join hits h on h.line = r.line group by r.line)
  update imports.rows r set candidates = g.ids,
    chosen = r.chosen and (r.same_as is null or r.same_as = any (g.ids)),
    choice = case when r.same_as is null or r.same_as = any (g.ids) then r.choice end,
    same_as = case when r.same_as = any (g.ids) then r.same_as end
  from grouped g where r.batch_id = b.id and r.line = g.line and r.candidates <> g.ids $$;

-- Of whom the region is asked: whom the own list does not have, with a name and a birth date.
create function imports.is_question(r imports.rows) returns boolean language sql immutable parallel safe as $$
  select not r.blocked and cardinality(r.candidates) = 0 and r.birth_date is not null and r.name_key <> '' $$;

-- A file asks of each line whether the region knows this person. Every asking is a line with its number, also when nobody
-- was known, and at most 20,000 questions in a day are answered (the longest file); more are refused, with their line.
create function imports.ask_region(b imports.batches, s access.sessions) returns boolean language plpgsql security definer set search_path = '' as $$
declare
  n int;
  before bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('search ' || s.person_id, 0));
  update imports.rows r set asked = concat_ws(' ', r.name_key, r.birth_date), known = false
  where r.batch_id = b.id and imports.is_question(r)
    and r.asked is distinct from concat_ws(' ', r.name_key, r.birth_date);
  get diagnostics n = row_count;
  if n = 0 then return true; end if;
  before := coalesce((select sum(substring(l.query from '^region inlezen ([0-9]{1,6})$')::int) from access.log l
    where l.person_id = s.person_id and l.event = 'search' and l.granted and l.purpose = 'import'
      and l.query like 'region inlezen %' and l.at > pg_catalog.now() - interval '1 day'), 0);
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, purpose, query)
  values ((access.mine()).request, access.era(), 'search', 'R', before + n <= 20000, s.id, s.person_id, s.role, s.organisation_id, 'import', 'region inlezen ' || n);
  return before + n <= 20000;
end $$;

create function imports.match_known(b imports.batches, s access.sessions) returns void language plpgsql security definer set search_path = '' as $$
declare
  t access.ticket := access.mine();
  today date := access.today();
begin
  if not imports.ask_region(b, s) then
    -- Not answered is asked again another day.
    update imports.rows r set asked = null, known = false where r.batch_id = b.id;
    return;
  end if;
  with elsewhere as materialized (
    select r.line, c.id from imports.rows r join clients.clients c on c.birth_date = r.birth_date and c.name_key = r.name_key
    where r.batch_id = b.id and not r.blocked and cardinality(r.candidates) = 0
      and exists (select from care.periods p join staff.teams m on m.id = p.team_id join staff.teams own on own.id = b.team_id
        where p.client_id = c.id and m.region_id = own.region_id)
      -- Not to whom the client shielded from: a colleague may not learn that one is a client.
      and not exists (select from consent.grants g where g.client_id = c.id and not g.allows and g.during @> today and g.ended_at is null
        and coalesce(g.section, 'list') = 'list'
        and (g.person_id = s.person_id or g.team_id = b.team_id or g.organisation_id = s.organisation_id))),
  told as (
    insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, sections, purpose, query)
    select distinct t.request, access.era(), 'search', 'R', true, s.id, s.person_id, s.role, s.organisation_id, e.id, array['known'], 'import', 'inlezen'
    from elsewhere e)
  update imports.rows r set known = r.line in (select e.line from elsewhere e), known_xact = pg_current_xact_id()
  where r.batch_id = b.id and (r.known or r.line in (select e.line from elsewhere e));
end $$;

-- Lines of an import for the page that shows them; a warning "known" only once its line in the log is committed.
create function imports.preview(batch uuid, part text, from_row int, at_most int) returns table (line int, raw bytea, problems jsonb,
  blocked boolean, twin int, seen boolean, known boolean, choice text, same_as uuid, outcome text, candidates jsonb)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
begin
  if not batch = any (imports.opened()) then return; end if;
  return query
  with page as materialized (select r.* from imports.rows r where r.batch_id = batch and case part
      when 'open' then r.choice is null and not r.blocked and r.outcome is null
      when 'doubles' then cardinality(r.candidates) > 0 or r.twin is not null or r.known
      when 'blocked' then r.blocked
      when 'problems' then jsonb_array_length(r.problems) > 0
      when 'seen' then r.seen
      when 'left' then r.outcome = 'left'
      else true end
    order by r.line offset from_row limit least(at_most, 20000)),
  mine as materialized (select l.client_id from access.listed() l where exists (select from page p where cardinality(p.candidates) > 0))
  select p.line, p.raw, p.problems, p.blocked, p.twin, p.seen,
    p.known and p.known_xact is distinct from pg_current_xact_id_if_assigned(), p.choice, p.same_as, p.outcome,
    (select jsonb_agg(jsonb_build_object('id', c.id, 'givenName', c.given_name, 'infix', c.infix, 'familyName', c.family_name, 'birthDate', c.birth_date) order by c.id)
      from clients.clients c where c.id = any (p.candidates) and c.id in (select m.client_id from mine m))
  from page p order by p.line;
end $$;

-- How many lines stand where; of so many unasked ones the region was not asked, because the day's questions were used up.
create function imports.tally(batch uuid) returns table (checked int, open int, fresh int, same int, skipped int, seen int, blocked int, problems int, doubles int, unasked int)
language sql stable security definer set search_path = '' as $$
  select count(r.checked_at)::int, count(*) filter (where r.choice is null and not r.blocked)::int, count(*) filter (where r.choice = 'new')::int,
    count(*) filter (where r.choice = 'same')::int, count(*) filter (where r.choice = 'skip' and not r.seen)::int,
    count(*) filter (where r.choice = 'skip' and r.seen)::int, count(*) filter (where r.blocked)::int,
    count(*) filter (where jsonb_array_length(r.problems) > 0)::int,
    count(*) filter (where cardinality(r.candidates) > 0 or r.twin is not null or r.known)::int,
    count(*) filter (where imports.is_question(r) and r.asked is null and b.matched_at is not null)::int
  from imports.rows r join imports.batches b on b.id = r.batch_id where r.batch_id = batch and batch = any (imports.opened()) $$;

-- Throws away what was staged and never read in.
create function imports.discard(batch uuid) returns void language plpgsql security definer set search_path = '' as $$
declare b imports.batches := imports.must_import(batch, true);
begin
  if exists (select from imports.commits c where c.batch_id = b.id) then
    raise exception 'already read in' using errcode = '23505';
  end if;
  delete from imports.batches x where x.id = b.id;
end $$;

-- What nobody touched for a fortnight and never read in is thrown away: people who are perhaps no client.
create function imports.clear_stale() returns int language plpgsql security definer set search_path = '' as $$
declare n int;
begin
  delete from imports.batches b where b.written_at < access.now() - interval '14 days'
    and not exists (select from imports.commits c where c.batch_id = b.id);
  get diagnostics n = row_count;
  return n;
end $$;

grant select, insert on clients.clients, clients.details, clients.addresses, care.outflows, referral.referrals, referral.triages, instruments.phases to gate;
grant delete on clients.clients, clients.details, clients.addresses, clients.deaths, care.periods, care.involvements, care.assignments, care.outflows,
  referral.referrals, referral.triages, instruments.phases to gate;
-- Stamping a row costs a look at ticket and session. The gate, which reads in ten thousand people at once, says itself who
-- wrote; the application has no right to that column, so every row of its own is stamped as before.
do $$
declare
  target text[];
begin
  foreach target slice 1 in array array[
    ['clients.clients', 'identity'], ['clients.details', 'identity'], ['clients.addresses', 'identity'], ['care.periods', 'list'],
    ['care.involvements', 'list'], ['care.assignments', 'list'], ['care.outflows', 'referral'], ['referral.referrals', 'referral'],
    ['referral.triages', 'referral'], ['instruments.phases', 'measures']]
  loop
    execute format('drop trigger stamp on %s', target[1]);
    execute format('create trigger stamp before update on %s for each row execute function access.stamp(%L)', target[1], target[2]);
    execute format('create trigger stamp_new before insert on %s for each row when (new.written_by is null) execute function access.stamp(%L)', target[1], target[2]);
  end loop;
end $$;

-- What the import made in the file of each person, and whether somebody changed it since.
create function imports.rows_of(ids uuid[]) returns table (client_id uuid, number int, changed boolean)
language sql stable security definer set search_path = '' as $$
  select a.client_id, count(*)::int, max(a.version) > 1 from (
    select c.client_id, c.version from clients.clients c where c.id = any (ids)
    union all select d.client_id, d.version from clients.details d where d.client_id = any (ids)
    union all select x.client_id, x.version from clients.addresses x where x.client_id = any (ids)
    union all select x.client_id, x.version from clients.deaths x where x.client_id = any (ids)
    union all select x.client_id, x.version from care.periods x where x.client_id = any (ids)
    union all select x.client_id, x.version from care.involvements x where x.client_id = any (ids)
    union all select x.client_id, x.version from care.assignments x where x.client_id = any (ids)
    union all select x.client_id, x.version from care.outflows x where x.client_id = any (ids)
    union all select x.client_id, x.version from referral.referrals x where x.client_id = any (ids)
    union all select x.client_id, x.version from referral.triages x where x.client_id = any (ids)
    union all select x.client_id, x.version from instruments.phases x where x.client_id = any (ids)) a
  group by a.client_id $$;

-- Reads in what was chosen, all or nothing: one line in the log for each person, and the staged rows are emptied.
create function imports.commit(batch uuid) returns imports.commits language plpgsql security definer set search_path = ''
  set plan_cache_mode = force_custom_plan as $$
declare
  b imports.batches := imports.must_import(batch, true);
  done imports.commits;
begin
  select * into done from imports.commits c where c.batch_id = b.id;
  if done.batch_id is not null then return done; end if;
  -- Two secretaries with the same file: the second waits here, and finds the rows of the first.
  perform 1 from staff.teams m where m.id = b.team_id for update;
  if b.matched_at is null or exists (select from imports.rows r where r.batch_id = b.id
      and (r.checked_at is null or r.choice is null and not r.blocked)) then
    raise exception 'not decided yet' using errcode = '55000';
  end if;
  update imports.rows r set outcome = o.outcome, client_id = case when o.outcome = 'created' then access.uuid7() end,
    episode_id = case when o.outcome = 'created' then access.uuid7() end
  from (select x.line, case when x.blocked then 'blocked' when x.choice = 'same' then 'same'
      when x.choice = 'skip' then case when x.seen then 'seen' else 'skipped' end
      when exists (select from imports.rows e join imports.batches f on f.id = e.batch_id
        where e.key = x.key and e.outcome in ('created', 'same', 'left') and f.team_id = b.team_id and f.id <> b.id) then 'seen'
      else 'created' end as outcome
    from imports.rows x where x.batch_id = b.id) o
  where r.batch_id = b.id and r.line = o.line;
  perform imports.write_clients(b.id);
  perform imports.write_care(b.id, b.team_id);
  perform imports.write_lines(b.id);
  update imports.rows r set made = n.number, raw = null, record = null, name = null, birth_date = null, bsn_key = null
  from imports.rows x left join imports.rows_of(array(select c.client_id from imports.rows c where c.batch_id = b.id and c.outcome = 'created')) n
    on n.client_id = x.client_id
  where r.batch_id = b.id and x.batch_id = b.id and x.line = r.line;
  insert into imports.commits (batch_id, committed_by, created, same, skipped, blocked, seen)
  select b.id, access.actor(), count(*) filter (where r.outcome = 'created'), count(*) filter (where r.outcome = 'same'),
    count(*) filter (where r.outcome = 'skipped'), count(*) filter (where r.outcome = 'blocked'), count(*) filter (where r.outcome = 'seen')
  from imports.rows r where r.batch_id = b.id returning * into done;
  return done;
end $$;

-- Who the person is.
create function imports.write_clients(batch uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid := access.actor();
  moment timestamptz := access.now();
begin
  insert into clients.clients (id, given_name, infix, family_name, birth_date, written_by, written_at)
  select r.client_id, r.record ->> 'givenName', r.record ->> 'infix', r.record ->> 'familyName', r.birth_date, who, moment
  from imports.rows r where r.batch_id = batch and r.outcome = 'created';
  insert into clients.details (id, client_id, gender, phone, email, gp, insurer, bsn_cipher, bsn_key, written_by, written_at)
  select access.uuid7(), r.client_id, r.record ->> 'gender', r.record ->> 'phone', r.record ->> 'email', r.record ->> 'gp', r.record ->> 'insurer',
    decode(r.record ->> 'bsnCipher', 'hex'), r.bsn_key, who, moment
  from imports.rows r where r.batch_id = batch and r.outcome = 'created';
  insert into clients.addresses (id, client_id, kind, street, house_number, postcode, city, during, written_by, written_at)
  select access.uuid7(), r.client_id, 'home', a.street, a."houseNumber", a.postcode, a.city, daterange(a."from", null), who, moment
  from imports.rows r cross join jsonb_to_record(r.record -> 'address') as a (street text, "houseNumber" text, postcode text, city text, "from" date)
  where r.batch_id = batch and r.outcome = 'created' and jsonb_typeof(r.record -> 'address') = 'object';
end $$;

-- What happened to the person so far: referral, periods of care, who takes part, phase of recovery, leaving.
create function imports.write_care(batch uuid, team uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid := access.actor();
  moment timestamptz := access.now();
begin
  insert into care.periods (id, client_id, episode_id, team_id, phase, during, written_by, written_at)
  select access.uuid7(), r.client_id, r.episode_id, team, p.phase, daterange(p."from", p.until), who, moment
  from imports.rows r cross join jsonb_to_recordset(r.record -> 'periods') as p (phase text, "from" date, until date)
  where r.batch_id = batch and r.outcome = 'created';
  insert into referral.referrals (id, client_id, episode_id, team_id, received_on, source, referrer, own_question, written_by, written_at)
  select access.uuid7(), r.client_id, r.episode_id, team, a."receivedOn", a.source, a.referrer, a."ownQuestion", who, moment
  from imports.rows r cross join jsonb_to_record(r.record -> 'referral') as a ("receivedOn" date, source text, referrer text, "ownQuestion" text)
  where r.batch_id = batch and r.outcome = 'created' and jsonb_typeof(r.record -> 'referral') = 'object';
  insert into referral.triages (id, client_id, episode_id, referral_id, outcome, decided_on, reason, written_by, written_at)
  select access.uuid7(), r.client_id, r.episode_id, f.id, 'waiting-list', f.received_on, r.record ->> 'triage', who, moment
  from imports.rows r join referral.referrals f on f.client_id = r.client_id
  where r.batch_id = batch and r.outcome = 'created' and r.record ->> 'triage' is not null;
  insert into care.involvements (id, client_id, episode_id, organisation_id, during, written_by, written_at)
  select access.uuid7(), r.client_id, r.episode_id, o.id, daterange(i."from", i.until), who, moment
  from imports.rows r cross join jsonb_to_recordset(r.record -> 'involvements') as i (organisation uuid, "from" date, until date)
  join staff.organisations o on o.id = i.organisation join staff.teams m on m.id = team and m.region_id = o.region_id
  where r.batch_id = batch and r.outcome = 'created';
  insert into care.assignments (id, client_id, episode_id, person_id, organisation_id, part, during, written_by, written_at)
  select access.uuid7(), r.client_id, r.episode_id, w.person_id, w.organisation_id, a.part, daterange(a."from", a.until), who, moment
  from imports.rows r cross join jsonb_to_recordset(r.record -> 'assignments') as a (person uuid, part text, "from" date, until date)
  join lateral (select m.person_id, m.organisation_id from staff.memberships m
    where m.person_id = a.person and m.team_id = team and m.during @> access.today() order by m.id limit 1) w on true
  where r.batch_id = batch and r.outcome = 'created';
  insert into instruments.phases (id, client_id, episode_id, phase, talked_on, written_by, written_at)
  select access.uuid7(), r.client_id, r.episode_id, a.phase, a."talkedOn", who, moment
  from imports.rows r cross join jsonb_to_record(r.record -> 'recovery') as a (phase int, "talkedOn" date)
  where r.batch_id = batch and r.outcome = 'created' and jsonb_typeof(r.record -> 'recovery') = 'object';
  insert into care.outflows (id, client_id, episode_id, team_id, left_on, destination, written_by, written_at)
  select access.uuid7(), r.client_id, r.episode_id, team, a."leftOn", a.destination, who, moment
  from imports.rows r cross join jsonb_to_record(r.record -> 'outflow') as a ("leftOn" date, destination text)
  where r.batch_id = batch and r.outcome = 'created' and jsonb_typeof(r.record -> 'outflow') = 'object';
  perform care.end_by_death(access.uuid7(), r.client_id, (r.record -> 'outflow' ->> 'leftOn')::date)
  from imports.rows r where r.batch_id = batch and r.outcome = 'created' and r.record -> 'outflow' ->> 'destination' = 'died';
end $$;

-- One line for each person; it opens nothing, because the import reads nothing back.
create function imports.write_lines(batch uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  t access.ticket := access.mine();
  s access.sessions := access.session();
begin
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, basis, purpose)
  select t.request, access.era(), 'register', 'C', true, s.id, s.person_id, s.role, s.organisation_id, r.client_id, array[a.by_relation], 'import'
  from imports.rows r join access.rules a on a.role = s.role and a.section = 'register'
  where r.batch_id = batch and r.outcome = 'created';
end $$;

-- Takes back at most so many people of an import; says how many are left to do. A person in whose file anybody wrote since
-- stays, and is listed. Of what goes, history keeps the row.
create function imports.undo(batch uuid, at_most int) returns int language plpgsql security definer set search_path = ''
  set plan_cache_mode = force_custom_plan as $$
declare
  b imports.batches := imports.must_import(batch, false);
  ids uuid[];
  one uuid;
begin
  if not exists (select from imports.commits c where c.batch_id = b.id) then raise exception 'not read in' using errcode = '55000'; end if;
  insert into imports.undos (batch_id, undone_by) values (b.id, access.actor()) on conflict do nothing;
  ids := array(select r.client_id from imports.rows r where r.batch_id = b.id and r.outcome = 'created' order by r.line limit least(at_most, 500));
  perform 1 from clients.clients c where c.id = any (ids) order by c.id for update;
  update imports.rows r set outcome = 'left' from imports.rows_of(ids) n
  where r.batch_id = b.id and r.client_id = n.client_id and (n.changed or n.number <> r.made);
  ids := array(select r.client_id from imports.rows r where r.batch_id = b.id and r.client_id = any (ids) and r.outcome = 'created');
  begin
    perform imports.remove(b.id, ids);
  exception when foreign_key_violation then
    foreach one in array ids loop
      begin
        perform imports.remove(b.id, array[one]);
      exception when foreign_key_violation then
        update imports.rows r set outcome = 'left' where r.batch_id = b.id and r.client_id = one;
      end;
    end loop;
  end;
  update imports.undos u set finished_at = access.now() where u.batch_id = b.id and u.finished_at is null
    and not exists (select from imports.rows r where r.batch_id = b.id and r.outcome = 'created');
  return (select count(*) from imports.rows r where r.batch_id = b.id and r.outcome = 'created');
end $$;

create function imports.remove(batch uuid, ids uuid[]) returns void language plpgsql security definer set search_path = '' as $$
declare
  t access.ticket := access.mine();
  s access.sessions := access.session();
  target text[];
begin
  foreach target slice 1 in array array[
    ['instruments.phases', 'measures'], ['care.outflows', 'referral'], ['care.assignments', 'list'], ['care.involvements', 'list'],
    ['referral.triages', 'referral'], ['referral.referrals', 'referral'], ['care.periods', 'list'], ['clients.deaths', 'identity'],
    ['clients.addresses', 'identity'], ['clients.details', 'identity'], ['clients.clients', 'identity']]
  loop
    execute format('with gone as (delete from %s x where x.client_id = any ($1) and x.version = 1 returning x.*)
      insert into history.versions (table_name, row_id, version, client_id, section, row, replaced_at, replaced_by)
      select %L, g.id, g.version, g.client_id, %L, to_jsonb(g), access.now(), $2 from gone g', target[1], target[1], target[2])
    using ids, s.person_id;
  end loop;
  insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, basis, purpose, reason)
  select t.request, access.era(), 'many', 'D', true, s.id, s.person_id, s.role, s.organisation_id, i, array[a.by_relation], 'import', 'import undone'
  from unnest(ids) i join access.rules a on a.role = s.role and a.section = 'register';
  update imports.rows r set outcome = 'undone', client_id = null where r.batch_id = batch and r.client_id = any (ids);
end $$;

-- Who stayed when an import was undone: the line, and the person when that is a client of the opened list.
create function imports.left_in_place(batch uuid) returns table (line int, client_id uuid, given_name text, infix text, family_name text)
language sql stable security definer set search_path = '' as $$
  select r.line, c.id, c.given_name, c.infix, c.family_name
  from imports.batches b join imports.rows r on r.batch_id = b.id and r.outcome = 'left'
  left join access.listed() l on l.client_id = r.client_id and l.team_id = b.team_id left join clients.clients c on c.client_id = l.client_id
  where b.id = batch and b.team_id = any (imports.teams()) order by r.line $$;

grant execute on function imports.must_import, imports.match_own, imports.match_known, imports.is_question, imports.ask_region, imports.write_clients, imports.write_care, imports.write_lines,
  imports.rows_of, imports.remove to gate;
grant execute on function imports.teams, imports.opened, imports.match, imports.preview, imports.tally, imports.discard, imports.commit, imports.undo,
  imports.left_in_place to app;
grant execute on function imports.clear_stale to jobs;
