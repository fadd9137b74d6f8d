-- Files that came in, such as the referral letter. The bytes stand apart, so that a list never fetches them.
create schema documents;
grant usage on schema documents to app, gate;

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
