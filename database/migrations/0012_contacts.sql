-- What happened in a contact. Draft until signed: before that only the writer sees it, and never the client. A trainee's
-- report counts for the client once a colleague signed it too.
create schema contacts;
grant usage on schema contacts to app, gate;

create table contacts.contacts (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  episode_id      uuid,
  happened_at     timestamptz not null,
  kind            text not null check (kind in ('visit', 'office', 'phone', 'video', 'message', 'tried')),
  minutes         int not null check (minutes between 0 and 600),
  travel_minutes  int not null default 0 check (travel_minutes between 0 and 600),
  present         text not null default '',
  report          text not null default '',
  together        boolean not null default false,
  author_id       uuid not null default access.actor(),
  author_role     text not null default access.acting_role(),
  organisation_id uuid default access.acting_organisation(),
  signed_at       timestamptz,
  cosigned_by     uuid,
  cosigned_at     timestamptz,
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  unique (id, client_id),
  check ((cosigned_by is null) = (cosigned_at is null)),
  check (cosigned_at is null or signed_at is not null)
);
comment on column contacts.contacts.together is 'Written together with the client, at the visit.';
call access.protect('contacts.contacts', 'reports');
create policy "a draft is the writer's" on contacts.contacts as restrictive for select to app
  using (author_id = (select access.actor()) or (signed_at is not null
    and (author_role <> 'trainee' or cosigned_at is not null or (select access.acting_role()) not in ('client', 'relative', 'representative'))));
-- The author's draft also stands here: an update without "where" reads nothing, so no select policy guards it. A
-- practitioner co-signs in the own name, a colleague's report.
create policy "a signed report stays" on contacts.contacts as restrictive for update to app
  using ((signed_at is null and author_id = (select access.actor()))
    or (signed_at is not null and author_role = 'trainee' and cosigned_at is null))
  with check (cosigned_by is null or (author_role = 'trainee' and cosigned_by = (select access.actor())
    and cosigned_by <> author_id and (select access.acting_role()) = 'practitioner'));
-- Whoever supports someone writes down what happened, also where others' reports need the client's consent (Wmo 5.1.2):
-- own-reports is the right to write, and to see what one wrote oneself.
create policy "own reports for adding" on contacts.contacts for insert to app
  with check (author_id = (select access.actor()) and client_id = any ((select access.writable('own-reports'))::uuid[]));
create policy "own reports for reading" on contacts.contacts for select to app
  using (author_id = (select access.actor()) and client_id = any ((select access.opened('own-reports'))::uuid[])
    and not (array[id, episode_id] && (select access.hidden())::uuid[]));
create policy "own reports for changing" on contacts.contacts for update to app
  using (author_id = (select access.actor()) and client_id = any ((select access.writable('own-reports'))::uuid[])
    and not (array[id, episode_id] && (select access.hidden())::uuid[]))
  with check (author_id = (select access.actor()) and client_id = any ((select access.writable('own-reports'))::uuid[]));

create trigger keep_signed before update on contacts.contacts for each row execute function access.keep_signed();
create trigger date_signing before insert or update on contacts.contacts for each row execute function access.date_signing();
create index on contacts.contacts (client_id, happened_at);
create index on contacts.contacts (author_id, happened_at) where signed_at is null;
grant select (id, client_id, happened_at, kind, minutes, travel_minutes, present, report, together, author_id, author_role, organisation_id,
    signed_at, cosigned_by, cosigned_at, version, written_by, written_at),
  insert (id, client_id, happened_at, kind, minutes, travel_minutes, present, report, together, signed_at),
  update (happened_at, kind, minutes, travel_minutes, present, report, together, signed_at, cosigned_by, cosigned_at) on contacts.contacts to app;
grant select on contacts.contacts to gate;

-- The client's own note beside a report: one, which the client may change.
create table contacts.notes (
  id         uuid primary key,
  client_id  uuid not null references clients.clients,
  episode_id uuid,
  contact_id uuid not null unique,
  body       text not null,
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now(),
  foreign key (contact_id, client_id) references contacts.contacts (id, client_id)
);
call access.protect('contacts.notes', 'notes', 'reports');
-- Looked up by contact alone: by client, each contact of a long story would walk all its notes.
drop index contacts.notes_client_id_idx;
create index on contacts.notes using hash (contact_id);
grant select (id, client_id, contact_id, body, version, written_by, written_at), insert (id, client_id, contact_id, body), update (body) on contacts.notes to app;

-- What was learnt after a report was signed: the report stays, this stands under it, signed by who wrote it. A trainee's
-- words would need a second signature, so a trainee asks a colleague.
create table contacts.addenda (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  episode_id      uuid,
  contact_id      uuid not null,
  body            text not null,
  author_id       uuid not null default access.actor(),
  organisation_id uuid default access.acting_organisation(),
  signed_at       timestamptz not null default access.now(),
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  foreign key (contact_id, client_id) references contacts.contacts (id, client_id)
);
call access.protect('contacts.addenda', 'reports');
drop index contacts.addenda_client_id_idx;
create index on contacts.addenda using hash (contact_id);
create policy "goes with its report" on contacts.addenda as restrictive for select to app
  using (not contact_id = any ((select access.hidden())::uuid[]));
create policy "a trainee asks a colleague" on contacts.addenda as restrictive for insert to app
  with check ((select access.acting_role()) <> 'trainee');
create policy "own reports for adding" on contacts.addenda for insert to app
  with check (client_id = any ((select access.writable('own-reports'))::uuid[]));
create policy "own reports for reading" on contacts.addenda for select to app
  using (author_id = (select access.actor()) and client_id = any ((select access.opened('own-reports'))::uuid[])
    and not (array[id, episode_id] && (select access.hidden())::uuid[]));
grant select (id, client_id, contact_id, body, author_id, organisation_id, signed_at), insert (id, client_id, contact_id, body) on contacts.addenda to app;

-- Only under a report that is finished, and that whoever adds to it reads.
create function contacts.only_under_signed() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from contacts.contacts k where k.id = new.contact_id and k.client_id = new.client_id
      and k.signed_at is not null and (k.author_role <> 'trainee' or k.cosigned_at is not null)) then
    raise exception 'no finished report to add to' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger only_under_signed before insert on contacts.addenda for each row execute function contacts.only_under_signed();

create policy "goes with its report" on contacts.notes as restrictive for select to app
  using (not contact_id = any ((select access.hidden())::uuid[]));

-- What a third party told in confidence: a section of its own, which no client is granted.
create table contacts.confidences (
  id         uuid primary key,
  client_id  uuid not null references clients.clients,
  episode_id uuid,
  told_on    date not null,
  told_by    text not null,
  body       text not null,
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now()
);
call access.protect('contacts.confidences', 'in-confidence');
grant select (id, client_id, told_on, told_by, body, version, written_by, written_at), insert (id, client_id, told_on, told_by, body) on contacts.confidences to app;

-- One's own drafts and, for who may co-sign, the reports of trainees in the opened teams.
create function contacts.unsigned() returns table (id uuid, client_id uuid, given_name text, infix text, family_name text, happened_at timestamptz, kind text, mine boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
declare
  me uuid := access.actor();
  my_role text := access.acting_role();
begin
  return query
  select k.id, c.id, c.given_name, c.infix, c.family_name, k.happened_at, k.kind, k.author_id = me
  from access.listed() l
  join clients.clients c on c.client_id = l.client_id
  join contacts.contacts k on k.client_id = l.client_id
  where not k.id = any (l.hidden) and not coalesce(k.episode_id = any (l.hidden), false)
    and ((k.signed_at is null and k.author_id = me and l.sections && array['reports', 'own-reports'])
      or (k.author_role = 'trainee' and k.signed_at is not null and k.cosigned_at is null
        and my_role = 'practitioner' and 'reports' = any (l.sections)))
  order by k.happened_at;
end $$;

-- The contacts of today that one wrote oneself, draft or signed, with whom and when: an appointment at that time then asks for
-- none. No content, and one's own deed; only beside the agenda.
create function contacts.written_today() returns table (client_id uuid, happened_at timestamptz)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
declare
  me uuid := access.actor();
  day timestamptz := access.today()::timestamp at time zone 'Europe/Amsterdam';
begin
  return query
  select l.client_id, k.happened_at
  from access.listed() l
  join contacts.contacts k on k.client_id = l.client_id and k.happened_at >= day
  where k.author_id = me and 'agenda' = any (l.sections)
    and not k.id = any (l.hidden) and not coalesce(k.episode_id = any (l.hidden), false);
end $$;

-- May whoever asks write a report about an opened client? The gate tells what is writable only where something is written.
create function contacts.may_report(client uuid) returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select from access.rules r where r.role = access.acting_role() and r.section in ('reports', 'own-reports')
    and r.writes and client = any (access.opened(r.section))) $$;
grant execute on function contacts.unsigned, contacts.written_today, contacts.may_report to app;

insert into access.rules (role, section, circle, by_relation, by_consent, writes) values
  ('supporter', 'own-reports', 'team', 'Wmo 5.1.2', 'Wmo 5.1.2', true),
  ('peer', 'own-reports', 'team', 'BW 7:457 lid 2', 'BW 7:457 lid 2', true);
