-- Files that came in, such as the referral letter. The bytes stand apart, so that a list never fetches them. Letters that
-- leave by e-mail: a row of the act itself, which the role jobs takes from the outbox after the commit.
create schema documents;
grant usage on schema documents to app, gate, jobs;

create table documents.files (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  kind        text not null check (kind in ('referral-letter', 'letter', 'other')),
  name        text not null,
  mime        text not null check (mime in ('application/pdf', 'image/png', 'image/jpeg')),
  size        int not null check (size between 1 and 10485760),
  sha256      bytea not null,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  unique (id, client_id)
);
comment on column documents.files.mime is 'Told by the content, never by the name or the browser.';
call access.protect('documents.files', 'referral');
grant select (id, client_id, kind, name, mime, size, version, written_by, written_at), insert (id, client_id, kind, name, mime, size, sha256) on documents.files to app;
grant select on documents.files to gate;

create table documents.contents (
  id         uuid primary key,
  client_id  uuid not null references clients.clients,
  episode_id uuid,
  bytes      bytea not null,
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now(),
  foreign key (id, client_id) references documents.files (id, client_id)
);
call access.protect('documents.contents', 'referral');
grant select (id, client_id, bytes), insert (id, client_id, bytes) on documents.contents to app;

create table documents.mails (
  id           uuid primary key,
  client_id    uuid not null references clients.clients,
  episode_id   uuid,
  about        uuid not null,
  recipient    text not null check (recipient in ('client', 'relative')),
  relative_id  uuid,
  address      text not null default '' check (address <> ''),
  subject      text not null check (length(subject) between 1 and 200 and subject !~ '[[:cntrl:]]'),
  body         text not null check (length(body) between 1 and 20000),
  organisation_id uuid,
  version      int not null default 1,
  written_by   uuid,
  written_at   timestamptz not null default access.now(),
  check ((recipient = 'relative') = (relative_id is not null)),
  unique (id, client_id)
);
comment on column documents.mails.about is 'What the letter belongs to: the referral of which it invites to the intake.';
comment on column documents.mails.organisation_id is 'Of whoever sent it: whose privacy officer reads the line of the job.';
call access.protect('documents.mails', 'referral');
grant select (id, client_id, about, recipient, relative_id, address, subject, body, written_by, written_at),
  insert (id, client_id, about, recipient, relative_id, subject, body) on documents.mails to app;
grant select on documents.mails to gate;

-- What became of each try.
create table documents.dispatches (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  mail_id     uuid not null,
  outcome     text not null check (outcome in ('sent', 'kept', 'postponed', 'failed')),
  why         text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  foreign key (mail_id, client_id) references documents.mails (id, client_id)
);
comment on column documents.dispatches.outcome is 'kept: a demo sends nothing; postponed: tried in vain, will be tried again; failed: given up.';
call access.protect('documents.dispatches', 'referral');
create policy "goes with its mail" on documents.dispatches as restrictive for select to app
  using (not mail_id = any ((select access.hidden())::uuid[]));
create index on documents.dispatches (mail_id);
grant select (id, client_id, mail_id, outcome, why, written_at) on documents.dispatches to app;
grant select, insert on documents.dispatches to gate;

-- What still has to leave. No client in it and no key to one: a number, and when it is its turn.
create table documents.outbox (
  mail_id  uuid primary key,
  attempts int not null default 0,
  due_at   timestamptz not null default access.now(),
  taken    xid8
);
comment on column documents.outbox.taken is 'The transaction that took it; a later one may read the letter until due_at, when it is offered again.';
create index on documents.outbox (due_at);
alter table documents.outbox enable row level security;
alter table documents.outbox force row level security;
create policy "the gate queues" on documents.outbox for all to gate using (true) with check (true);
grant select, insert, delete, update (attempts, due_at, taken) on documents.outbox to gate;

-- The application names a person, never an address: that is looked up here.
grant select (email) on clients.details to gate;
create function documents.address_mail() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.organisation_id := access.acting_organisation();
  new.address := coalesce(case new.recipient
    when 'client' then (select d.email from clients.details d where d.client_id = new.client_id)
    else (select r.email from clients.relatives r where r.id = new.relative_id and r.client_id = new.client_id
      and r.during @> access.today() and r.client_id = any (access.opened('relatives'))) end, '');
  return new;
end $$;
create trigger address before insert on documents.mails for each row execute function documents.address_mail();

create function documents.queue_mail() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into documents.outbox (mail_id) values (new.id);
  return new;
end $$;
create trigger queue after insert on documents.mails for each row execute function documents.queue_mail();

-- A letter of days ago may be about a day that is over.
create function documents.too_late() returns timestamptz language sql stable as $$ select access.now() - interval '3 days' $$;
grant execute on function documents.too_late to gate;

-- Step 1 of the job, committed: a line in the log for each letter, and ten minutes to send it. Nobody is behind this line
-- (person and session are zero): who wrote the letter has a line already.
create function documents.take_mails(at_most int) returns uuid[] language plpgsql security definer set search_path = '' as $$
declare
  nobody uuid := '00000000-0000-0000-0000-000000000000';
  mails uuid[];
begin
  with due as (select o.mail_id from documents.outbox o join documents.mails m on m.id = o.mail_id
    where o.due_at <= access.now() and m.written_at > documents.too_late() order by o.due_at limit at_most for update of o skip locked),
  taken as (update documents.outbox o set attempts = o.attempts + 1, due_at = access.now() + interval '10 min', taken = pg_current_xact_id()
    from due where o.mail_id = due.mail_id returning o.mail_id),
  line as (insert into access.log (request, era, event, action, granted, session_id, person_id, role, organisation_id, client_id, sections, purpose, query)
    select access.uuid7(), access.era(), 'job', 'E', true, nobody, nobody, 'job', m.organisation_id, m.client_id, array['referral'], 'job', 'mail'
    from taken t join documents.mails m on m.id = t.mail_id)
  select coalesce(array_agg(t.mail_id order by t.mail_id), '{}') into mails from taken t;
  return mails;
end $$;

create function documents.taken() returns uuid[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(o.mail_id), '{}') from documents.outbox o
  where o.taken is not null and o.taken is distinct from pg_current_xact_id_if_assigned() and o.due_at > access.now() $$;

-- Step 2: the letters that an earlier transaction took, and no other row of any client.
create policy "taken by the job" on documents.mails for select to jobs using (id = any ((select documents.taken())::uuid[]));
grant select (id, address, subject, body) on documents.mails to jobs;

create function documents.attempts_of(mail uuid) returns int language sql stable security definer set search_path = '' as $$
  select o.attempts from documents.outbox o where o.mail_id = mail and mail = any (documents.taken()) $$;

-- Step 3: what became of it. Postponed is offered again after some minutes.
create function documents.settle_mail(mail uuid, outcome text, why text, minutes int) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not mail = any (documents.taken()) then raise exception 'not taken' using errcode = '42501'; end if;
  insert into documents.dispatches (id, client_id, mail_id, outcome, why)
  select access.uuid7(), m.client_id, m.id, settle_mail.outcome, settle_mail.why from documents.mails m where m.id = mail;
  if outcome = 'postponed' then
    update documents.outbox o set due_at = access.now() + make_interval(mins => minutes), taken = null where o.mail_id = mail;
  else
    delete from documents.outbox o where o.mail_id = mail;
  end if;
end $$;
-- What waited too long, because there was no mail server or nobody ran the job, is given up.
create function documents.give_up_mails() returns int language plpgsql security definer set search_path = '' as $$
declare n int;
begin
  with late as (delete from documents.outbox o using documents.mails m
    where m.id = o.mail_id and m.written_at <= documents.too_late() and o.due_at <= access.now() returning m.id, m.client_id)
  insert into documents.dispatches (id, client_id, mail_id, outcome, why) select access.uuid7(), l.client_id, l.id, 'failed', 'too-late' from late l;
  get diagnostics n = row_count;
  return n;
end $$;
grant execute on function documents.give_up_mails to jobs;
grant execute on function documents.take_mails, documents.taken, documents.attempts_of, documents.settle_mail to jobs;
