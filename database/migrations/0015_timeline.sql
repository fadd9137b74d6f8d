-- What happened to one client, as one story: each slice tells its own part, the dossier joins them. Every view reads as
-- whoever asks, so the row policies of the tables beneath decide; what is closed is simply not there. Moments have no
-- more than milliseconds, because the last of a page goes out to the browser and back.
create schema dossier;
grant usage on schema dossier to app, gate;

-- Where something of which only the day was written stands within that day: where it was recorded, if that was the same day;
-- else at noon. Of what was recorded at once the order of the path holds: so many milliseconds later. Without a search_path
-- of its own, so that the planner writes it out in the views.
create function dossier.moment(day date, recorded timestamptz, nth int) returns timestamptz language sql stable parallel safe as $$
  select case when (recorded at time zone 'Europe/Amsterdam')::date = day then date_trunc('milliseconds', recorded)
    else (day + time '12:00') at time zone 'Europe/Amsterdam' end + nth * interval '1 millisecond' $$;
grant execute on function dossier.moment to app;

create view care.public_timeline with (security_invoker = true) as
  -- A referral begins with its day, and everything else of that day came after it.
  select p.client_id, case p.phase when 'referral' then (lower(p.during) + time '00:00') at time zone 'Europe/Amsterdam' + interval '1 millisecond'
    else dossier.moment(lower(p.during), p.written_at, 9) end as at, 'care.period' as kind, p.id as row_id, null::uuid as person_id,
    jsonb_build_object('phase', p.phase, 'teamId', p.team_id, 'until', upper(p.during) - 1) as body
  from care.periods p where not isempty(p.during)
  union all
  select o.client_id, dossier.moment(o.left_on, o.written_at, 8), 'care.outflow', o.id, null,
    jsonb_build_object('destination', o.destination, 'reason', o.reason, 'ownWords', o.own_words, 'teamId', o.team_id)
  from care.outflows o
  union all
  select t.client_id, (t.talk_on + time '12:00') at time zone 'Europe/Amsterdam', 'care.temporary-offer', t.id, null,
    jsonb_build_object('endsOn', t.ends_on, 'reason', t.reason)
  from care.temporary_offers t;

create view referral.public_timeline with (security_invoker = true) as
  select r.client_id, (r.received_on + time '00:00') at time zone 'Europe/Amsterdam' as at, 'referral.received' as kind, r.id as row_id, r.written_by as person_id,
    jsonb_build_object('referralId', r.id, 'teamId', r.team_id, 'source', r.source, 'referrer', r.referrer, 'reason', r.reason, 'ownQuestion', r.own_question) as body
  from referral.referrals r
  union all
  select t.client_id, dossier.moment(t.decided_on, t.written_at, 1), 'referral.triage', t.id, t.written_by,
    jsonb_build_object('referralId', t.referral_id, 'outcome', t.outcome, 'together', t.together, 'reason', t.reason, 'redirectTo', t.redirect_to)
  from referral.triages t
  union all
  select p.client_id, date_trunc('milliseconds', p.written_at) + interval '2 milliseconds', 'referral.promise', p.id, p.person_id,
    jsonb_build_object('referralId', p.referral_id, 'promisedFor', p.promised_for, 'what', p.what)
  from referral.promises p
  union all
  select e.client_id, dossier.moment(e.happened_on, e.written_at, 3), 'referral.early-contact', e.id, e.written_by,
    jsonb_build_object('referralId', e.referral_id, 'way', e.way, 'minutes', e.minutes, 'note', e.note)
  from referral.early_contacts e
  union all
  select t.client_id, dossier.moment(t.held_on, coalesce(t.signed_at, t.written_at), 4), 'referral.intake-report', t.id, t.written_by,
    jsonb_build_object('referralId', t.referral_id, 'whatHappened', t.what_happened, 'vulnerabilityAndStrength', t.vulnerability_and_strength,
      'whereTo', t.where_to, 'whatNeeded', t.what_needed, 'together', t.together, 'relativePresent', t.relative_present, 'signedAt', t.signed_at)
  from referral.intake_reports t
  union all
  select w.client_id, dossier.moment(w.involved_on, w.written_at, 5), 'referral.wmo-contact', w.id, null,
    jsonb_build_object('referralId', w.referral_id, 'who', w.who)
  from referral.wmo_contacts w
  union all
  select t.client_id, dossier.moment(t.held_on, t.written_at, 6), 'referral.advice-talk', t.id, null,
    jsonb_build_object('referralId', t.referral_id, 'outcome', t.outcome, 'ownWords', t.own_words, 'agreed', t.agreed, 'elsewhere', t.elsewhere,
      'keepContact', t.keep_contact)
  from referral.advice_talks t
  union all
  select t.client_id, dossier.moment(t.held_on, t.written_at, 6), 'referral.return-talk', t.id, t.written_by,
    jsonb_build_object('referralId', t.referral_id, 'whatDidWe', t.what_did_we, 'howRoundedOff', t.how_rounded_off, 'whereOn', t.where_on)
  from referral.return_talks t;

create view agenda.public_timeline with (security_invoker = true) as
  select a.client_id, a.starts_at as at, 'agenda.' || a.kind as kind, a.id as row_id, a.person_id,
    jsonb_build_object('minutes', a.minutes, 'place', a.place, 'about', a.about, 'cancelledFor', x.cancelled_for, 'cancelReason', x.reason, 'cancelCause', x.cause,
      'movedTo', n.starts_at) as body
  from agenda.appointments a left join agenda.cancellations x on x.appointment_id = a.id and x.client_id = a.client_id
    left join agenda.appointments n on n.id = x.moved_to and n.client_id = a.client_id;

create view documents.public_timeline with (security_invoker = true) as
  select f.client_id, date_trunc('milliseconds', f.written_at) as at, 'documents.file' as kind, f.id as row_id, f.written_by as person_id,
    jsonb_build_object('fileKind', f.kind, 'name', f.name, 'mime', f.mime, 'size', f.size) as body
  from documents.files f;

create view instruments.public_timeline with (security_invoker = true) as
  select p.client_id, dossier.moment(p.talked_on, p.written_at, 7) as at, 'instruments.phase' as kind, p.id as row_id, p.written_by as person_id,
    jsonb_build_object('phase', p.phase, 'ownWords', p.own_words) as body
  from instruments.phases p;

create view contacts.public_timeline with (security_invoker = true) as
  select k.client_id, k.happened_at as at, 'contacts.' || k.kind as kind, k.id as row_id, k.author_id as person_id,
    jsonb_build_object('minutes', k.minutes, 'present', k.present, 'report', k.report, 'together', k.together, 'authorRole', k.author_role,
      'organisationId', k.organisation_id, 'signedAt', k.signed_at, 'cosignedBy', k.cosigned_by, 'cosignedAt', k.cosigned_at, 'version', k.version,
      'addenda', (select jsonb_agg(jsonb_build_object('id', a.id, 'body', a.body, 'by', concat_ws(' ', w.given_name, w.family_name), 'signedAt', a.signed_at) order by a.signed_at, a.id)
        from contacts.addenda a left join staff.workers w on w.id = a.author_id where a.contact_id = k.id and a.client_id = k.client_id),
      'note', case when n.id is not null then jsonb_build_object('id', n.id, 'body', n.body, 'version', n.version, 'writtenAt', n.written_at) end) as body
  from contacts.contacts k left join contacts.notes n on n.contact_id = k.id and n.client_id = k.client_id;

grant select on care.public_timeline, referral.public_timeline, agenda.public_timeline, documents.public_timeline, instruments.public_timeline,
  contacts.public_timeline to app;

create view dossier.public_timeline with (security_invoker = true) as
  select * from care.public_timeline
  union all select * from referral.public_timeline
  union all select * from agenda.public_timeline
  union all select * from documents.public_timeline
  union all select * from instruments.public_timeline
  union all select * from contacts.public_timeline;
grant select on dossier.public_timeline to app;
comment on view dossier.public_timeline is 'One client at a time: ask for a client_id, which reaches every table beneath.';

-- A page of the story. It runs as whoever asks, so the policies decide; as a function its plan is kept, because planning
-- fourteen tables with their policies costs as much as reading them.
create function dossier.events(client uuid, before_at timestamptz, before_id uuid, kinds text[], at_most int)
returns setof dossier.public_timeline language plpgsql stable security invoker set search_path = '' set plan_cache_mode = force_generic_plan rows 40 as $$
begin
  return query select e.* from dossier.public_timeline e
  where e.client_id = client and (before_at is null or (e.at, e.row_id) < (before_at, before_id)) and (kinds is null or e.kind = any (kinds))
  order by e.at desc, e.row_id desc limit at_most;
end $$;

-- What stands above and beside a story, however long it is: the latest phase, the latest referral (it has the client's own
-- question), and so many of the appointments to come.
create function dossier.key_events(client uuid, moment timestamptz, at_most int)
returns setof dossier.public_timeline language plpgsql stable security invoker set search_path = '' set plan_cache_mode = force_generic_plan rows 5 as $$
begin
  return query
  (select p.* from instruments.public_timeline p where p.client_id = client order by p.at desc, p.row_id desc limit 1)
  union all
  (select r.* from referral.public_timeline r where r.client_id = client and r.kind = 'referral.received' order by r.at desc, r.row_id desc limit 1)
  union all
  (select a.* from agenda.public_timeline a where a.client_id = client and a.at > moment and a.body ->> 'cancelledFor' is null
    order by a.at, a.row_id limit at_most);
end $$;
grant execute on function dossier.events, dossier.key_events to app;
