-- Roles, the clock, identifiers and name folding: what every later deed stands on.
-- keeper owns tables; gate owns the definer functions and appends to the log; signin makes sessions; jobs does what waits
-- after a commit (mail, cleaning up); app does all else.
-- Roles belong to the whole cluster, so they may be there already. Reasons: docs/decisions/0001-the-log-entry-is-the-key.md

do $$
declare name text;
begin
  foreach name in array array['keeper', 'gate', 'signin', 'jobs', 'app'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin', name);
    end if;
  end loop;
  execute format('revoke temporary on database %I from public', current_database());
  execute format('grant create on database %I to keeper', current_database());
end $$;
revoke create on schema public from public;

-- The web keeps statements planned under names (app/platform/server-dialect.ts); who cannot see a name cannot put another statement
-- under it for the next user of the connection. A large object is nobody's table: no line would tell of it.
revoke execute on function pg_prepared_statement() from public;
do $$
declare routine regprocedure;
begin
  for routine in select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace
      and (proname like 'lo\_%' or proname in ('loread', 'lowrite')) loop
    execute format('revoke execute on function %s from public', routine);
  end loop;
end $$;

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists btree_gist with schema public;

-- What ran, for an app that refuses an old schema. The ledger itself is the owner's.
grant select (name) on public.migrations to keeper with grant option;

set local role keeper;
alter default privileges revoke execute on functions from public;

create schema access;
grant usage on schema access to gate, signin, jobs, app;

-- What kind of database this is, written once when it is made. Only a demo or a test may move the clock.
create table access.installation (
  one     boolean primary key default true check (one),
  kind    text not null check (kind in ('real', 'demo', 'test')),
  made_at timestamptz not null default now()
);
comment on table access.installation is 'One row, written when an empty database is made; no role may change it.';
grant select on access.installation to gate;

create function access.kind() returns text language sql stable parallel safe security definer set search_path = '' as $$
  select kind from access.installation $$;

-- The moment that counts as now. A told history (demo, tests) sets it per transaction; elsewhere it is the real clock.
create function access.now() returns timestamptz language plpgsql stable parallel safe set search_path = '' as $$
declare told text := nullif(current_setting('access.told_at', true), '');
begin
  if told is not null and access.kind() in ('demo', 'test') then return told::timestamptz; end if;
  return pg_catalog.now();
end $$;

-- A day never hangs on the session's TimeZone, which the app could set.
create function access.today() returns date language sql stable parallel safe as $$
  select (access.now() at time zone 'Europe/Amsterdam')::date $$;

-- UUIDv7, ordered by time, so that log and indexes grow at one end. PostgreSQL 15 has no uuidv7().
create function access.uuid7() returns uuid language sql volatile as $$
  select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
    from 1 for 6), 52, 1), 53, 1), 'hex')::uuid $$;

-- Names as Dutch ears hear them: meijer = meyer = meier, jansen = janssen, vandenberg = van den Berg.
create function access.fold(name text) returns text language plpgsql immutable parallel safe set search_path = '' as $$
declare
  step text[];
  folded text := public.unaccent('public.unaccent', lower(left(coalesce(name, ''), 200)));
begin
  foreach step slice 1 in array array[
    ['\m(van|von|vd|v|d|de|den|der|het|ter|ten|te|in|op|la|le|el|al)\M|\mvan(den|der|de)(?=[a-z]{3})', ' '],
    ['[^a-z ]', ''],
    ['eij|ey|ei|ij|(?<=u)i|y', 'y'],
    ['sch\M|sz', 's'],
    ['ck|c(?=[aoukr])|q', 'k'],
    ['ph|v', 'f'],
    ['dt\M|th|d\M', 't'],
    ['ae', 'a'],
    ['(.)\1+', '\1'],
    [' +', ' ']]
  loop
    folded := regexp_replace(folded, step[1], step[2], 'g');
  end loop;
  return btrim(folded);
end $$;

create function access.applied() returns text[] language sql stable security definer set search_path = '' as $$
  select array_agg(name order by name) from public.migrations $$;
grant select (name) on public.migrations to gate;
grant execute on function access.applied to app, signin;
grant execute on function access.kind, access.now, access.today, access.uuid7, access.fold to gate, signin, app;
grant execute on function access.now, access.kind to jobs;
