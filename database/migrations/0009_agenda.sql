-- Appointments of clients with workers. A section of its own, so that whoever supports someone may plan, and the
-- secretariat too, without seeing more.
create schema agenda;
grant usage on schema agenda to app, gate;

create table agenda.appointments (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  starts_at   timestamptz not null,
  minutes     int not null check (minutes between 5 and 480),
  kind        text not null check (kind in ('visit', 'office', 'phone', 'video', 'intake', 'talk')),
  place       text not null default '',
  person_id   uuid not null references staff.workers,
  about       text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  unique (id, client_id)
);
call access.protect('agenda.appointments', 'agenda');
create index on agenda.appointments (client_id, starts_at);
create index on agenda.appointments (person_id, starts_at);
grant select (id, client_id, starts_at, minutes, kind, place, person_id, about, version, written_by, written_at),
  insert (id, client_id, starts_at, minutes, kind, place, person_id, about),
  update (starts_at, minutes, kind, place, person_id, about) on agenda.appointments to app;
grant select on agenda.appointments to gate;

create table agenda.cancellations (
  id             uuid primary key,
  client_id      uuid not null references clients.clients,
  episode_id     uuid,
  appointment_id uuid not null unique,
  cancelled_for  text not null check (cancelled_for in ('client', 'team')),
  reason         text not null default '',
  cause          text check (cause in ('planned-again', 'already-held', 'care-ended')),
  moved_to       uuid,
  version        int not null default 1,
  written_by     uuid,
  written_at     timestamptz not null default access.now(),
  check (cause is null or reason = ''),
  check (moved_to is null or cause = 'planned-again'),
  foreign key (moved_to, client_id) references agenda.appointments (id, client_id),
  foreign key (appointment_id, client_id) references agenda.appointments (id, client_id)
);
call access.protect('agenda.cancellations', 'agenda');
create policy "goes with its appointment" on agenda.cancellations as restrictive for select to app
  using (not appointment_id = any ((select access.hidden())::uuid[]));
comment on column agenda.cancellations.cause is 'What made it needless, where nobody cancelled by hand; each reader has the words in the own language.';
comment on column agenda.cancellations.moved_to is 'The appointment that was planned instead.';
grant select (id, client_id, appointment_id, cancelled_for, reason, cause, moved_to, written_at),
  insert (id, client_id, appointment_id, cancelled_for, reason, cause, moved_to) on agenda.cancellations to app;
grant select, insert (id, client_id, episode_id, appointment_id, cancelled_for, cause) on agenda.cancellations to gate;

-- The intake of a referral is an appointment: its moment has one home.
alter table referral.intakes add foreign key (appointment_id, client_id) references agenda.appointments (id, client_id);
create policy "goes with its appointment" on referral.intakes as restrictive for select to app
  using (not appointment_id = any ((select access.hidden())::uuid[]));

-- The appointments of the opened team lists between two days, cancelled ones too.
create function agenda.of_teams(from_day date, until_day date) returns table (id uuid, client_id uuid, given_name text, infix text, family_name text,
  starts_at timestamptz, minutes int, kind text, place text, person_id uuid, person text, about text, cancelled_for text,
  cause text, moved_to timestamptz)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
begin
  return query
  select a.id, c.id, c.given_name, c.infix, c.family_name, a.starts_at, a.minutes, a.kind, a.place, a.person_id,
    w.given_name || ' ' || w.family_name, a.about, x.cancelled_for, x.cause, n.starts_at
  from access.listed() l
  join clients.clients c on c.client_id = l.client_id
  join agenda.appointments a on a.client_id = l.client_id
    and a.starts_at >= (from_day::timestamp at time zone 'Europe/Amsterdam') and a.starts_at < ((until_day + 1)::timestamp at time zone 'Europe/Amsterdam')
  join staff.workers w on w.id = a.person_id
  left join agenda.cancellations x on x.appointment_id = a.id
  left join agenda.appointments n on n.id = x.moved_to
  where 'agenda' = any (l.sections) and not a.id = any (l.hidden) and not coalesce(a.episode_id = any (l.hidden), false)
  order by a.starts_at, a.id;
end $$;

-- Who can meet this client: the workers of the client's teams, and whoever elsewhere has a part in the care.
create function agenda.workers_around(client uuid) returns table (person_id uuid, person text, nl text, en text)
language sql stable security definer set search_path = '' as $$
  select w.id, w.given_name || ' ' || w.family_name, string_agg(distinct f.nl, ', '), string_agg(distinct f.en, ', ')
  from staff.memberships m
  join staff.workers w on w.id = m.person_id
  join staff.functions f on f.code = m.function
  where client = any (access.opened('agenda')) and m.during @> access.today()
    and f.role in ('practitioner', 'trainee', 'supporter', 'peer', 'welfare')
    and (m.team_id in (select p.team_id from care.periods p where p.client_id = client and p.during @> access.today())
      or exists (select from care.assignments a where a.client_id = client and a.person_id = m.person_id
        and a.organisation_id = m.organisation_id and a.during @> access.today()))
  group by w.id order by (w.given_name || ' ' || w.family_name) collate "und-x-icu", w.id $$;
-- Has this worker another appointment at that moment? Yes or no and nothing more: with whom is not for everybody who plans.
create function agenda.is_taken(client uuid, appointment uuid, person uuid, starts timestamptz, lasts int) returns boolean
language sql stable security definer set search_path = '' as $$
  select client = any (access.opened('agenda')) and exists (select from agenda.appointments a
    where a.person_id = person and a.id <> appointment
      and a.starts_at < starts + make_interval(mins => lasts) and a.starts_at > starts - interval '8 hours'
      and a.starts_at + make_interval(mins => a.minutes) > starts
      and not exists (select from agenda.cancellations x where x.appointment_id = a.id)) $$;
grant execute on function agenda.is_taken, agenda.of_teams, agenda.workers_around to app;

insert into access.rules (role, section, circle, by_relation, by_referral, by_consent, writes)
select r, 'agenda', 'team', 'BW 7:457 lid 2', 'BW 7:457 lid 2', 'BW 7:457 lid 1', true from unnest(array['practitioner', 'trainee', 'supporter', 'peer', 'secretariat']) r
union all select 'welfare', 'agenda', 'team', null, null, 'AVG 9 lid 2 a', true
union all select 'client', 'agenda', 'self', 'BW 7:456', null, null, false
union all select 'relative', 'agenda', 'named', null, null, 'BW 7:457 lid 1', false
union all select 'representative', 'agenda', 'represented', 'BW 7:465', null, null, false;
