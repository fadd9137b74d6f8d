-- From aanmelding to intake: one row for each thing that happened, so that no clock is ever moved by editing a text.
create schema referral;
grant usage on schema referral to app, gate;

create table referral.referrals (
  id            uuid primary key,
  client_id     uuid not null references clients.clients,
  episode_id    uuid,
  team_id       uuid not null references staff.teams,
  received_on   date not null,
  source        text not null check (source in ('gp', 'poh', 'ggz', 'basic-ggz', 'crisis-service', 'vnn', 'supported-living',
                  'oggz', 'social-team', 'police', 'welfare', 'self', 'family', 'other')),
  referrer      text not null default '',
  referrer_phone text not null default '',
  reason        text not null default '',
  own_question  text not null default '',
  version       int not null default 1,
  written_by    uuid,
  written_at    timestamptz not null default access.now(),
  unique (id, client_id)
);
comment on column referral.referrals.own_question is 'The person''s own question (hulpvraag), in the own words.';
comment on column referral.referrals.received_on is 'Start of both waiting clocks. Only a mistake is corrected, and what it said before stays visible.';
call access.protect('referral.referrals', 'referral');
create index on referral.referrals (team_id, received_on);
grant select (id, client_id, team_id, received_on, source, referrer, referrer_phone, reason, own_question, version, written_by, written_at),
  insert (id, client_id, team_id, received_on, source, referrer, referrer_phone, reason, own_question),
  update (received_on, source, referrer, referrer_phone, reason, own_question) on referral.referrals to app;
grant select on referral.referrals to gate;

-- Foreign keys look past row policies: with the client in them, nothing about one hangs on a referral of another.
create table referral.triages (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  referral_id uuid not null unique,
  outcome     text not null check (outcome in ('waiting-list', 'redirect', 'consultation')),
  decided_on  date not null,
  together    text not null default '',
  reason      text not null default '',
  redirect_to text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  check (outcome <> 'redirect' or redirect_to <> ''),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
call access.protect('referral.triages', 'referral');
create index on referral.triages using hash (referral_id);
grant select (id, client_id, referral_id, outcome, decided_on, together, reason, redirect_to, version, written_by, written_at),
  insert (id, client_id, referral_id, outcome, decided_on, together, reason, redirect_to) on referral.triages to app;
grant select on referral.triages to gate;

create table referral.promises (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  referral_id uuid not null,
  promised_for date not null,
  person_id   uuid references staff.workers,
  what        text not null,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
comment on table referral.promises is 'The next contact that was promised to who waits; kept when an early contact on or after that day is written.';
call access.protect('referral.promises', 'referral');
grant select (id, client_id, referral_id, promised_for, person_id, what, version, written_at), insert (id, client_id, referral_id, promised_for, person_id, what) on referral.promises to app;
grant select on referral.promises to gate;

create table referral.early_contacts (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  referral_id uuid not null,
  happened_on date not null,
  way         text not null check (way in ('visit', 'phone', 'message', 'tried')),
  minutes     int not null check (minutes between 0 and 600),
  note        text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
comment on table referral.early_contacts is 'Voorzorg: contact before the intake; counted, paid or not (E, knelpunt 4).';
call access.protect('referral.early_contacts', 'referral');
grant select (id, client_id, referral_id, happened_on, way, minutes, note, version, written_by, written_at),
  insert (id, client_id, referral_id, happened_on, way, minutes, note) on referral.early_contacts to app;
grant select on referral.early_contacts to gate;

create table referral.intakes (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  referral_id uuid not null,
  appointment_id uuid not null unique,
  relative_invited text not null default '',
  why_again   text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
comment on table referral.intakes is 'A planned intake; a new plan is a new row, the latest counts, unless its appointment was cancelled. That it was held, its report says.';
comment on column referral.intakes.appointment_id is 'Moment, place, with whom and cancelling stand in the agenda and nowhere else.';
comment on column referral.intakes.why_again is 'Why the plan before this one was not kept.';
call access.protect('referral.intakes', 'referral');
grant select (id, client_id, referral_id, appointment_id, relative_invited, why_again, version, written_at),
  insert (id, client_id, referral_id, appointment_id, relative_invited, why_again) on referral.intakes to app;
grant select on referral.intakes to gate;

-- The four recovery questions (herstelondersteunende intake), written with the client; draft until signed. What a trainee
-- signed counts for the client once a practitioner signed it too.
create table referral.intake_reports (
  id           uuid primary key,
  client_id    uuid not null references clients.clients,
  episode_id   uuid,
  referral_id  uuid not null unique,
  held_on      date not null,
  what_happened text not null default '',
  vulnerability_and_strength text not null default '',
  where_to     text not null default '',
  what_needed  text not null default '',
  together     text not null check (together in ('with-client', 'read-by-client', 'not-yet')),
  relative_present text not null default '',
  signed_at    timestamptz,
  signed_by    uuid,
  signed_role  text,
  cosigned_by  uuid,
  cosigned_at  timestamptz,
  version      int not null default 1,
  written_by   uuid,
  written_at   timestamptz not null default access.now(),
  check ((cosigned_by is null) = (cosigned_at is null)),
  check (cosigned_at is null or signed_at is not null),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
-- The client shares it, or not, as "the referral and the intake"; the desk sees a referral, and of the team it is read by who
-- reads reports.
call access.protect('referral.intake_reports', 'reports', 'referral');
create policy "a report to who works here" on referral.intake_reports as restrictive for select to app
  using (client_id = any ((select access.opened('reports'))::uuid[]) or (select access.acting_role()) in ('client', 'relative', 'representative'));
create policy "a draft is not the client's" on referral.intake_reports as restrictive for select to app
  using ((signed_at is not null and (signed_role is distinct from 'trainee' or cosigned_at is not null)) or (select access.acting_role()) not in ('client', 'relative', 'representative'));
create policy "a signed report stays" on referral.intake_reports as restrictive for update to app
  using (signed_at is null or (signed_role = 'trainee' and cosigned_at is null))
  with check (cosigned_by is null or (signed_role = 'trainee' and cosigned_by = (select access.actor())
    and cosigned_by <> signed_by and (select access.acting_role()) = 'practitioner'));

-- Who signs, signs in the own name.
create function referral.sign_in_own_name() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'app' and old.signed_at is null and new.signed_at is not null then
    new.signed_by := access.actor();
    new.signed_role := access.acting_role();
  end if;
  return new;
end $$;
create trigger sign_in_own_name before update on referral.intake_reports for each row execute function referral.sign_in_own_name();
create trigger keep_signed before update on referral.intake_reports for each row execute function access.keep_signed();
create trigger date_signing before insert or update on referral.intake_reports for each row execute function access.date_signing();
grant select (id, client_id, referral_id, held_on, what_happened, vulnerability_and_strength, where_to, what_needed, together, relative_present, signed_at, signed_by, signed_role, cosigned_by, cosigned_at,
    version, written_by, written_at),
  insert (id, client_id, referral_id, held_on, what_happened, vulnerability_and_strength, where_to, what_needed, together, relative_present),
  update (held_on, what_happened, vulnerability_and_strength, where_to, what_needed, together, relative_present, signed_at, cosigned_by, cosigned_at) on referral.intake_reports to app;
grant select on referral.intake_reports to gate;

create table referral.wmo_contacts (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  referral_id uuid not null,
  involved_on date not null,
  who         text not null,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
comment on table referral.wmo_contacts is 'The municipal Wmo access was involved (C art. 3.1).';
call access.protect('referral.wmo_contacts', 'referral');
grant select (id, client_id, referral_id, involved_on, who, version, written_at), insert (id, client_id, referral_id, involved_on, who) on referral.wmo_contacts to app;
grant select on referral.wmo_contacts to gate;

create table referral.advice_talks (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  referral_id uuid not null,
  nth         int not null default 1 check (nth > 0),
  held_on     date not null,
  outcome     text not null check (outcome in ('in-care', 'temporary', 'consultation', 'elsewhere', 'not-now')),
  own_words   text not null default '',
  agreed      text not null default '',
  elsewhere   text not null default '',
  keep_contact text not null default '',
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  unique (referral_id, nth),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
comment on table referral.advice_talks is 'The adviesgesprek: after "not now" there can be another, and the latest counts. The number keeps two people from holding the same one.';
comment on column referral.advice_talks.keep_contact is 'not-now: how contact is kept with who wants no care (lijntje houden).';
call access.protect('referral.advice_talks', 'referral');
grant select (id, client_id, referral_id, nth, held_on, outcome, own_words, agreed, elsewhere, keep_contact, version, written_at),
  insert (id, client_id, referral_id, nth, held_on, outcome, own_words, agreed, elsewhere, keep_contact) on referral.advice_talks to app;
grant select on referral.advice_talks to gate;

-- Coming back: no new intake but one talk with three questions (E, knelpunt 7).
create table referral.return_talks (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  referral_id uuid not null unique,
  held_on     date not null,
  what_did_we text not null default '',
  how_rounded_off text not null default '',
  where_on    text not null default '',
  permission  text not null default 'no' check (permission in ('yes', 'no')),
  permission_by text not null default 'client' check (permission_by in ('client', 'representative')),
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  foreign key (referral_id, client_id) references referral.referrals (id, client_id)
);
comment on column referral.return_talks.permission is 'Whether the earlier story may open; what opens it is consent.reopenings.';
call access.protect('referral.return_talks', 'reports', 'referral');
create policy "a report to who works here" on referral.return_talks as restrictive for select to app
  using (client_id = any ((select access.opened('reports'))::uuid[]) or (select access.acting_role()) in ('client', 'relative', 'representative'));
grant select (id, client_id, referral_id, held_on, what_did_we, how_rounded_off, where_on, permission, permission_by, version, written_by, written_at),
  insert (id, client_id, referral_id, held_on, what_did_we, how_rounded_off, where_on, permission, permission_by) on referral.return_talks to app;
grant select on referral.return_talks to gate;

-- The inbox of a team: who was referred and has no triage yet. Returns exactly these columns, for a committed list line;
-- the referral's own columns only to whom the section "referral" is open.
create function referral.inbox() returns table (client_id uuid, referral_id uuid, team_id uuid, given_name text, infix text, family_name text,
  birth_date date, received_on date, source text, referrer text, own_question text, comes_back boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
declare today date := access.today();
begin
  return query
  select c.id, r.id, l.team_id, c.given_name, c.infix, c.family_name, c.birth_date, r.received_on,
    case when seen then r.source end, case when seen then r.referrer end, case when seen then r.own_question end,
    exists (select from care.periods p where p.client_id = c.id and p.episode_id <> r.episode_id)
  from access.listed() l
  join clients.clients c on c.client_id = l.client_id
  join referral.referrals r on r.client_id = l.client_id and r.team_id = l.team_id
  cross join lateral (select 'referral' = any (l.sections) and not r.id = any (l.hidden) as seen) s
  where not exists (select from referral.triages t where t.referral_id = r.id)
    and exists (select from care.periods p where p.client_id = c.id and p.team_id = l.team_id and p.episode_id = r.episode_id
      and p.phase = 'referral' and p.during @> today)
  order by r.received_on, r.id;
end $$;

-- The day on which the wait for the intake ended: that of its report, or of the advice talk that came instead. A date and no
-- content, so that whoever may not read reports sees the same clock; but of a row that is shielded from somebody no date either.
create function referral.held_on(client uuid, referral uuid, hidden uuid[]) returns date language sql stable security definer set search_path = '' as $$
  select least((select min(t.held_on) from referral.intake_reports t where t.client_id = client and t.referral_id = referral and not t.id = any (hidden)),
    (select min(t.held_on) from referral.advice_talks t where t.client_id = client and t.referral_id = referral and not t.id = any (hidden))) $$;
grant execute on function referral.held_on to gate;

create function referral.intake_held_on(client uuid, referral uuid) returns date language sql stable security definer set search_path = '' as $$
  select referral.held_on(client, referral, access.hidden()) where client = any (access.opened('referral')) $$;

-- Who was accepted and waits for the intake, or is kept in touch, with both clocks and the promised contact.
create function referral.waiting_list() returns table (client_id uuid, referral_id uuid, team_id uuid, given_name text, infix text, family_name text,
  received_on date, source text, own_question text, first_contact_on date, last_contact_on date, promised_for date, promise text,
  intake_at timestamptz, intake_cancelled boolean, intake_held_on date, comes_back boolean)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
declare today date := access.today();
begin
  return query
  select c.id, r.id, l.team_id, c.given_name, c.infix, c.family_name, r.received_on,
    case when seen then r.source end, case when seen then r.own_question end,
    e.first_on, e.last_on, p.promised_for, case when seen then p.what end, case when i.goes_on then i.starts_at end, coalesce(not i.goes_on, false),
    referral.held_on(r.client_id, r.id, l.hidden),
    exists (select from care.periods q where q.client_id = c.id and q.episode_id <> r.episode_id)
  from access.listed() l
  join clients.clients c on c.client_id = l.client_id
  join referral.referrals r on r.client_id = l.client_id and r.team_id = l.team_id
  join referral.triages t on t.referral_id = r.id and t.outcome = 'waiting-list'
  cross join lateral (select 'referral' = any (l.sections) and not r.id = any (l.hidden) as seen) s
  left join lateral (select min(happened_on) filter (where way <> 'tried') as first_on, max(happened_on) as last_on
    from referral.early_contacts e where e.client_id = r.client_id and e.referral_id = r.id and not e.id = any (l.hidden)) e on true
  -- The latest that was promised or planned, or nothing where that is shielded: never the one before it.
  left join lateral (select p.id, promised_for, what from referral.promises p where p.client_id = r.client_id and p.referral_id = r.id order by p.id desc limit 1) p
    on not p.id = any (l.hidden)
  left join lateral (select i.id, i.appointment_id, a.starts_at, not exists (select from agenda.cancellations x where x.appointment_id = a.id) as goes_on
    from referral.intakes i join agenda.appointments a on a.id = i.appointment_id
    where i.client_id = r.client_id and i.referral_id = r.id order by i.id desc limit 1) i on not array[i.id, i.appointment_id] && l.hidden
  where exists (select from care.periods q where q.client_id = c.id and q.team_id = l.team_id and q.episode_id = r.episode_id
      and q.phase = 'referral' and q.during @> today)
  order by r.received_on, r.id;
end $$;

-- What a referral said before somebody corrected it, oldest first: a day of receipt that moved stays visible.
create function referral.corrections(client uuid, referral uuid) returns table (received_on date, source text, referrer text,
  referrer_phone text, reason text, own_question text, corrected_at timestamptz, corrected_by text)
language sql stable security definer set search_path = '' as $$
  select (v.row ->> 'received_on')::date, v.row ->> 'source', v.row ->> 'referrer', v.row ->> 'referrer_phone', v.row ->> 'reason',
    v.row ->> 'own_question', v.replaced_at, concat_ws(' ', w.given_name, w.family_name)
  from referral.referrals r
  join history.versions v on v.table_name = 'referral.referrals' and v.row_id = r.id
  left join staff.workers w on w.id = v.replaced_by
  where r.id = referral and r.client_id = client and client = any (access.opened('referral'))
    and not coalesce(array[r.id, r.episode_id] && access.hidden(), false)
  order by v.version $$;

grant execute on function referral.inbox, referral.waiting_list, referral.corrections, referral.intake_held_on to app;
