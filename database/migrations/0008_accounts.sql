-- How a person proves who it is: tables of the sign-in library (better-auth 1.7.6: password, second factor), reached by
-- the role signin alone, and our own lock-out. Its user id is the person id. Real sessions are access.sessions.
create schema accounts;
grant usage on schema accounts to signin, gate, app, jobs;

create table accounts.users (
  id                 uuid primary key,
  name               text not null,
  email              text not null unique check (email = lower(email)),
  email_verified     boolean not null default false,
  image              text,
  two_factor_enabled boolean not null default false,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now()
);

create table accounts.auth_sessions (
  id         uuid primary key,
  token      text not null unique,
  user_id    uuid not null references accounts.users on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table accounts.auth_sessions is 'Stays empty: the library''s own sessions live in memory, for one call.';
create index on accounts.auth_sessions (user_id);

-- The OAuth columns stay empty, but the library's schema check insists on them.
create table accounts.credentials (
  id                       uuid primary key,
  account_id               text not null,
  provider_id              text not null,
  user_id                  uuid not null references accounts.users on delete cascade,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index on accounts.credentials (user_id);

create table accounts.verifications (
  id         uuid primary key,
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on accounts.verifications (identifier);
create index on accounts.verifications (value);

create table accounts.second_factors (
  id                        uuid primary key,
  user_id                   uuid not null unique references accounts.users on delete cascade,
  secret                    text not null,
  backup_codes              text not null,
  verified                  boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until              timestamptz
);

-- Whose password was made by somebody else and handed over: no session begins before they choose one of their own. By whom,
-- where it came in place of one that was forgotten.
create table accounts.start_passwords (
  user_id   uuid primary key references accounts.users on delete cascade,
  handed_by uuid
);

-- The newest TOTP step each person has spent: the library would accept a code again within its window.
create table accounts.used_codes (
  user_id   uuid primary key references accounts.users on delete cascade,
  code_step bigint not null
);

-- Wrong passwords by e-mail address, known or not, so that an answer tells nothing.
create table accounts.attempts (
  email_hash bytea not null,
  at         timestamptz not null default now()
);
create index on accounts.attempts (email_hash, at);

-- A step of signing in travels in a sealed cookie; whoever kept a copy cannot take the same step twice.
create table accounts.spent_steps (
  id uuid primary key,
  at timestamptz not null default now()
);

-- What somebody sent when the session had ended: sealed by the application, one for each person, until the same person
-- has signed in again.
create table accounts.kept_forms (
  id         uuid primary key,
  person_id  uuid not null unique,
  sealed     bytea not null check (length(sealed) <= 200000),
  kept_until timestamptz not null
);

do $$
declare target text;
begin
  foreach target in array array['users', 'auth_sessions', 'credentials', 'verifications', 'second_factors', 'used_codes', 'start_passwords', 'attempts', 'spent_steps', 'kept_forms'] loop
    execute format('alter table accounts.%I enable row level security', target);
    execute format('alter table accounts.%I force row level security', target);
    execute format('create policy "sign-in alone" on accounts.%I for all to signin using (true) with check (true)', target);
  end loop;
end $$;
grant select, insert, update on accounts.users, accounts.credentials to signin;
grant select, insert, update, delete on accounts.auth_sessions, accounts.second_factors, accounts.used_codes to signin;
grant select, insert, delete on accounts.verifications, accounts.attempts, accounts.spent_steps, accounts.kept_forms,
  accounts.start_passwords to signin;

-- Who a person is, for the choice of a role: the client's own dossier, or one in which the person is a relative or representative.
create function accounts.sides(person uuid) returns table (role text) language sql stable security definer set search_path = '' as $$
  select 'client' from clients.clients c where c.person_id = person
  union select 'relative' from clients.relatives r where r.person_id = person and r.during @> access.today()
  union select 'representative' from clients.representatives r where r.person_id = person and r.during @> access.today() $$;

-- Who had an account beside a dossier, after it was taken away: what they did keeps its name.
create table history.holders (
  id        uuid primary key default access.uuid7(),
  client_id uuid not null references clients.clients,
  person_id uuid not null,
  kind      text not null check (kind in ('client', 'relative', 'representative')),
  name      text not null,
  ended_by  uuid,
  ended_at  timestamptz not null default access.now()
);
create index on history.holders (person_id);
create index on history.holders (client_id);
alter table history.holders enable row level security;
alter table history.holders force row level security;
create policy "the gate keeps" on history.holders for all to gate using (true) with check (true);
grant select, insert on history.holders to gate;

-- A name to greet with, whoever it is.
create function accounts.name_of(person uuid) returns text language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce(
    (select w.given_name || ' ' || w.family_name from staff.workers w where w.id = person),
    (select concat_ws(' ', c.given_name, nullif(c.infix, ''), c.family_name) from clients.clients c where c.person_id = person),
    (select min(r.name) from clients.relatives r where r.person_id = person),
    (select min(r.name) from clients.representatives r where r.person_id = person),
    (select h.name from history.holders h where h.person_id = person order by h.id desc limit 1));
end $$;

-- Whose dossier a relative or representative may ask for. Who keeps everything from this person (a refusal of no section by
-- name, so of all) is not told of either.
create function accounts.beside() returns table (client_id uuid, given_name text) language sql stable security definer set search_path = '' as $$
  with beside as materialized (
    select r.client_id from clients.relatives r where r.person_id = access.actor() and access.acting_role() = 'relative' and r.during @> access.today()
    union select r.client_id from clients.representatives r where r.person_id = access.actor() and access.acting_role() = 'representative' and r.during @> access.today())
  select c.id, c.given_name from clients.clients c join beside b on b.client_id = c.id
  where not c.id = any (access.refused_to(access.session(), array(select o.client_id from beside o), array['every section'])) $$;

-- An administrator who gives a worker an account, or takes a second factor away, first leaves a line in each house that this
-- person works for.
create function accounts.note_account(person uuid, action text, what text) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  perform access.note_right(action, x.organisation_id, what || ' ' || accounts.name_of(person))
  from (select distinct m.organisation_id from staff.memberships m where m.person_id = person and m.during @> access.today()
    union select null where not exists (select from staff.memberships m where m.person_id = person and m.during @> access.today())) x;
end $$;

-- An account with a start password, in one transaction with what it is for; false when the person or the address has one.
create policy "the gate opens" on accounts.users for insert to gate with check (true);
create policy "the gate opens" on accounts.credentials for insert to gate with check (true);
create policy "the gate opens" on accounts.start_passwords for insert to gate with check (true);
grant insert on accounts.users, accounts.credentials, accounts.start_passwords to gate;
create function accounts.insert_account(person uuid, name text, email text, hash text) returns boolean language plpgsql as $$
begin
  insert into accounts.users (id, name, email) values (person, name, lower(email)) on conflict do nothing;
  if not found then return false; end if;
  insert into accounts.credentials (id, user_id, account_id, provider_id, password) values (access.uuid7(), person, person, 'credential', hash);
  insert into accounts.start_passwords (user_id) values (person);
  return true;
end $$;

create function accounts.open_account(person uuid, hash text) returns boolean language plpgsql security definer set search_path = '' as $$
declare w staff.workers := (select w from staff.workers w where w.id = person);
begin
  perform staff.must_administer();
  if w.id is null then raise exception 'not a worker' using errcode = '42501'; end if;
  if not accounts.insert_account(person, accounts.name_of(person), w.email, hash) then return false; end if;
  perform accounts.note_account(person, 'C', 'account');
  return true;
end $$;

-- Joins an account to the client, relative or representative it belongs to. Nobody hands out a key to what is closed to
-- themselves, nor makes one for themselves or a colleague of the team: so it takes sight of the plan, nothing that the client
-- shields from the giver, and an outsider. A line tells.
create function accounts.link(client uuid, kind text, row_id uuid, person uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not (client = any (access.writable('identity')) and client = any (access.opened('plan'))) then
    raise exception 'no right' using errcode = '42501';
  end if;
  if consent.keeps_something(client) then
    raise exception 'not a key to what is shielded from oneself' using errcode = '42501';
  end if;
  if person = access.actor() or exists (select from staff.memberships m join care.periods p on p.team_id = m.team_id
      where m.person_id = person and p.client_id = client and m.during @> access.today() and p.during @> access.today()) then
    raise exception 'not a key for the team itself' using errcode = '42501';
  end if;
  if kind = 'client' then update clients.clients c set person_id = person where c.id = client and c.person_id is null;
  elsif kind = 'relative' then update clients.relatives r set person_id = person where r.id = row_id and r.client_id = client and r.person_id is null;
  elsif kind = 'representative' then update clients.representatives r set person_id = person where r.id = row_id and r.client_id = client and r.person_id is null;
  end if;
  if not found then raise exception 'nobody here without an account' using errcode = '23503'; end if;
  perform access.note_right('C', null, 'account ' || accounts.name_of(person), client);
end $$;

-- Hands over access: the link and the account it leads to, both or neither. Of these addresses the first that is free.
create function accounts.give_access(client uuid, kind text, row_id uuid, person uuid, name text, emails text[], hash text) returns text
language plpgsql security definer set search_path = '' as $$
declare email text;
begin
  perform accounts.link(client, kind, row_id, person);
  foreach email in array emails loop
    if accounts.insert_account(person, name, email, hash) then return email; end if;
  end loop;
  raise exception 'no address was free';
end $$;

-- Takes that account away again, from this dossier alone; who then has no other one of this kind is signed out at once.
create function accounts.unlink(client uuid, kind text, row_id uuid) returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid;
  named text;
begin
  select h.person_id, h.name into who, named from accounts.holders(client) h where h.kind = unlink.kind and h.row_id = unlink.row_id;
  if who is null or not client = any (access.writable('identity')) then raise exception 'no right' using errcode = '42501'; end if;
  if kind = 'client' then update clients.clients c set person_id = null where c.id = client;
  elsif kind = 'relative' then update clients.relatives r set person_id = null where r.id = row_id;
  elsif kind = 'representative' then update clients.representatives r set person_id = null where r.id = row_id;
  end if;
  insert into history.holders (client_id, person_id, kind, name, ended_by) values (client, who, kind, named, access.actor());
  perform access.note_right('D', null, 'account ' || named, client);
  if not exists (select from accounts.sides(who) s where s.role = unlink.kind) then
    update access.sessions s set ended_at = pg_catalog.now() where s.person_id = who and s.role = unlink.kind and s.ended_at is null;
  end if;
end $$;

-- Does whoever asks hand out access to this opened dossier? Not while the client shields something from them.
create function accounts.may_link(client uuid) returns boolean language plpgsql stable security definer set search_path = '' as $$
begin
  return client = any (access.opened('plan')) and not consent.keeps_something(client);
end $$;

-- Who may have an account beside this dossier: the client, relatives and representatives of today, with the account they have.
create function accounts.holders(client uuid) returns table (kind text, row_id uuid, name text, person_id uuid)
language sql stable security definer set search_path = '' as $$
  select 'client', c.id, concat_ws(' ', c.given_name, nullif(c.infix, ''), c.family_name), c.person_id
  from clients.clients c
  where c.id = client and client = any (access.opened('identity'))
  union all
  select 'relative', r.id, r.name, r.person_id from clients.relatives r
  where r.client_id = client and client = any (access.opened('relatives')) and (r.during @> access.today() or r.person_id is not null)
    and not coalesce(array[r.id, r.episode_id] && access.hidden(), false)
  union all
  select 'representative', r.id, r.name, r.person_id from clients.representatives r
  where r.client_id = client and client = any (access.opened('identity')) and (r.during @> access.today() or r.person_id is not null)
    and not coalesce(array[r.id, r.episode_id] && access.hidden(), false) $$;

-- Whose session it was, when it ended by itself within half a day: by rest or by age, not by leaving or from elsewhere.
create function accounts.whose_was(token text) returns uuid language sql stable security definer set search_path = '' as $$
  select s.person_id from access.sessions s
  where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.ended_at is null and not access.alive(s)
    and least(s.expires_at, s.seen_at + s.idle) > pg_catalog.now() - interval '12 h' $$;

-- A telephone that is lost: an administrator takes the second factor of a worker away, which ends every session. The
-- worker makes a new one after the password. Nobody does this to the own account: that would be a way past it.
create table accounts.factor_resets (
  id        uuid primary key default access.uuid7(),
  person_id uuid not null,
  reset_by  uuid not null,
  reset_at  timestamptz not null default access.now()
);
create index on accounts.factor_resets (person_id);
alter table accounts.factor_resets enable row level security;
alter table accounts.factor_resets force row level security;
create policy "the gate keeps" on accounts.factor_resets for all to gate using (true) with check (true);
grant select, insert on accounts.factor_resets to gate;
create policy "the gate resets" on accounts.second_factors for all to gate using (true);
create policy "the gate resets" on accounts.used_codes for all to gate using (true);
create policy "the gate resets" on accounts.verifications for all to gate using (true);
create policy "the gate resets" on accounts.users for update to gate using (true);
grant select (user_id), delete on accounts.second_factors, accounts.used_codes to gate;
grant select (value), delete on accounts.verifications to gate;
grant select (id), update (two_factor_enabled) on accounts.users to gate;

create function accounts.reset_factor(person uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform staff.must_administer();
  if person = access.actor() or not exists (select from staff.workers w where w.id = person) then
    raise exception 'not a worker, or oneself' using errcode = '42501';
  end if;
  if exists (select from accounts.start_passwords p where p.user_id = person and p.handed_by = access.actor()) then
    raise exception 'both by one' using errcode = '42501';
  end if;
  update accounts.users u set two_factor_enabled = false where u.id = person;
  if not found then raise exception 'no account' using errcode = '42501'; end if;
  delete from accounts.second_factors f where f.user_id = person;
  delete from accounts.used_codes c where c.user_id = person;
  delete from accounts.verifications v where v.value = person::text;
  update access.sessions s set ended_at = pg_catalog.now() where s.person_id = person and s.ended_at is null;
  insert into accounts.factor_resets (person_id, reset_by) values (person, access.actor());
  perform accounts.note_account(person, 'D', 'factor');
end $$;

-- A password that is forgotten: whoever may hand over an account hands over a new start password. Every session ends; the
-- second factor is asked as before, and nobody takes that away as well: who hands a password over cannot come in with it. Never
-- a way into one's own account.
create policy "the gate resets" on accounts.credentials for all to gate using (true);
create policy "the gate resets" on accounts.start_passwords for all to gate using (true);
grant select (user_id, provider_id), update (password, updated_at) on accounts.credentials to gate;
grant select (user_id, handed_by), update (handed_by) on accounts.start_passwords to gate;
grant select (verified) on accounts.second_factors to gate;
create function accounts.replace_password(person uuid, hash text) returns void language plpgsql as $$
begin
  if person = access.actor() then raise exception 'oneself' using errcode = '42501'; end if;
  update accounts.credentials c set password = hash, updated_at = pg_catalog.now() where c.user_id = person and c.provider_id = 'credential';
  if not found then raise exception 'no account' using errcode = '42501'; end if;
  insert into accounts.start_passwords (user_id, handed_by) values (person, access.actor())
    on conflict (user_id) do update set handed_by = excluded.handed_by;
  delete from accounts.verifications v where v.value = person::text;
  update access.sessions s set ended_at = pg_catalog.now() where s.person_id = person and s.ended_at is null;
end $$;

create function accounts.new_worker_password(person uuid, hash text) returns void language plpgsql security definer set search_path = '' as $$
begin
  perform accounts.note_account(person, 'C', 'password');
  if not exists (select from staff.workers w where w.id = person) then raise exception 'not a worker' using errcode = '42501'; end if;
  if exists (select from accounts.factor_resets r where r.person_id = person and r.reset_by = access.actor())
    and not exists (select from accounts.second_factors f where f.user_id = person and f.verified) then
    raise exception 'both by one' using errcode = '42501';
  end if;
  perform accounts.replace_password(person, hash);
end $$;

-- Beside a dossier: with the right by which the account was handed over, and of an account that leads nowhere else.
create function accounts.new_portal_password(client uuid, kind text, row_id uuid, hash text) returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid;
  named text;
begin
  select h.person_id, h.name into who, named from accounts.holders(client) h
    where h.kind = new_portal_password.kind and h.row_id = new_portal_password.row_id;
  if who is null or consent.keeps_something(client)
    or not (client = any (access.writable('identity')) and client = any (access.opened('plan'))) then
    raise exception 'no right' using errcode = '42501';
  end if;
  if exists (select from staff.workers w where w.id = who)
    or (select count(*) from clients.clients c where c.person_id = who) + (select count(*) from clients.relatives r where r.person_id = who)
      + (select count(*) from clients.representatives r where r.person_id = who) > 1 then
    raise exception 'an account that leads elsewhere too' using errcode = '42501';
  end if;
  perform accounts.replace_password(who, hash);
  perform access.note_right('C', null, 'password ' || named, client);
end $$;
grant execute on function accounts.replace_password to gate;
grant execute on function accounts.new_worker_password, accounts.new_portal_password to app;

create function accounts.factor_resets_of(person uuid) returns table (reset_at timestamptz, by_name text)
language sql stable security definer set search_path = '' as $$
  select r.reset_at, accounts.name_of(r.reset_by) from accounts.factor_resets r
  where r.person_id = person and access.acting_role() = 'administrator' order by r.id desc $$;
grant execute on function accounts.reset_factor, accounts.factor_resets_of to app;

-- A form that nobody came back for in time.
create policy "the gate clears" on accounts.kept_forms for all to gate using (true);
grant select (kept_until), delete on accounts.kept_forms to gate;
create function accounts.clear_kept_forms() returns int language plpgsql security definer set search_path = '' as $$
declare n int;
begin
  delete from accounts.kept_forms k where k.kept_until < pg_catalog.now();
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function accounts.clear_kept_forms to jobs;

grant execute on function accounts.name_of, accounts.insert_account, accounts.note_account, accounts.link to gate;
grant execute on function accounts.sides, accounts.name_of, accounts.whose_was to signin;
grant execute on function accounts.open_account, accounts.give_access, accounts.beside, accounts.link, accounts.unlink, accounts.may_link, accounts.holders to app;

-- First word of every request: the session keeps alive, and says whose it is: name, function, organisation, teams, and the
-- client's own id where the person is a client.
create function accounts.arrive(token text) returns table (session_id uuid, person_id uuid, name text, role text, functions text[],
  organisation_id uuid, organisation text, team_ids uuid[], teams text[], own_client uuid, region text)
language plpgsql security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  s access.sessions := access.session_of(token);
  today date := access.today();
begin
  perform access.arrive(token);
  return query
  select s.id, s.person_id, accounts.name_of(s.person_id), s.role,
    coalesce(array_agg(distinct m.function) filter (where m.id is not null), '{}'), s.organisation_id, min(o.name),
    coalesce(array_agg(t.id order by t.name) filter (where t.id is not null), '{}'),
    coalesce(array_agg(t.name order by t.name) filter (where t.id is not null), '{}'),
    case when s.role = 'client' then (select c.id from clients.clients c where c.person_id = s.person_id) end,
    coalesce((array_agg(g.name order by t.name) filter (where t.id is not null))[1], min(h.name), '')
  from (select 1) one
  left join staff.memberships m on m.person_id = s.person_id and m.role = s.role and m.organisation_id = s.organisation_id and m.during @> today
  left join staff.teams t on t.id = m.team_id
  left join staff.regions g on g.id = t.region_id
  left join staff.organisations o on o.id = s.organisation_id
  left join staff.regions h on h.id = o.region_id;
end $$;
grant execute on function accounts.arrive to app;

-- The cast of a demo, each one click away from the sign-in page. Stays empty in a real database.
create table accounts.demo_people (
  slug            text primary key check (slug ~ '^[a-z0-9-]+$'),
  person_id       uuid not null,
  name            text not null,
  role            text not null,
  organisation_id uuid,
  organisation    text,
  team            text,
  about           text not null default '',
  sort            int not null
);
alter table accounts.demo_people enable row level security;
alter table accounts.demo_people force row level security;
create policy "shown before signing in" on accounts.demo_people for select to signin using ((select access.kind()) in ('demo', 'test'));
create policy "the gate adds" on accounts.demo_people for insert to gate with check (true);
grant select (slug, person_id, name, role, organisation_id, organisation, team, about, sort) on accounts.demo_people to signin;
grant insert on accounts.demo_people to gate;

create function accounts.add_demo_person(slug text, person uuid, name text, role text, organisation uuid, organisation_name text, team text, about text, sort int) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if access.kind() not in ('demo', 'test') then raise exception 'not a demo' using errcode = '42501'; end if;
  insert into accounts.demo_people (slug, person_id, name, role, organisation_id, organisation, team, about, sort)
  values (slug, person, name, role, organisation, organisation_name, team, about, sort);
end $$;
grant execute on function accounts.add_demo_person to signin;
