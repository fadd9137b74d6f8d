-- The phase of recovery: in the client's judgement, with a professional; not linear, and never "backward".
create schema instruments;
grant usage on schema instruments to app, gate;

create table instruments.phases (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  phase       int not null check (phase between 1 and 4),
  talked_on   date not null,
  own_words   text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now()
);
comment on table instruments.phases is 'Gagne''s four phases: 1 overwhelmed by, 2 struggling with, 3 living with, 4 living beyond.';
call access.protect('instruments.phases', 'measures');
create index on instruments.phases (client_id, talked_on);
grant select (id, client_id, phase, talked_on, own_words, version, written_by, written_at), insert (id, client_id, phase, talked_on, own_words) on instruments.phases to app;
grant select on instruments.phases to gate;
