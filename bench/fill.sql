-- A country of invented people, set-based, for a database that the bench made itself: triggers and row policies are off
-- (owner), so what a trigger would write stands here. :clients and :lines are numbers. Rows land in the order in which
-- they would have come in, so that the rows of one person lie as far apart as in real life.
create schema bench;

create function bench.uuid(at timestamptz, what text) returns uuid language sql immutable parallel safe as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(what), 1, 3) || '8' || substr(md5(what), 5, 15))::uuid $$;

-- A number from 0 up to "below", the same every time.
create function bench.chance(n bigint, salt bigint, below int) returns int language sql immutable parallel safe as $$
  select (((hashint8extended(n, salt) % below) + below) % below)::int $$;

create function bench.pick(words text[], number int) returns text language sql immutable parallel safe as $$
  select words[1 + number % cardinality(words)] $$;

create function bench.noon(day date) returns timestamptz language sql stable as $$ select (day + time '12:00') at time zone 'Europe/Amsterdam' $$;

create table bench.words as select
  array['Noor','Karim','Joost','Ineke','Wim','Fatma','Henk','Sanne','Daan','Mieke','Ruben','Anouk','Tjeerd','Hilda','Yusuf','Lotte','Gerrit','Aaltje',
    'Mohamed','Sietske','Kees','Petra','Bas','Esra','Jan','Trijntje','Omar','Wietske','Arjan','Femke','Roelof','Jantje','Stefan','Marloes','Harm','Geesje',
    'Erik','Nadia','Lammert','Carla','Sven','Hennie','Maarten','Roos','Dirk','Willemien','Thijs','Selma','Albert','Grietje','Niels','Annelies','Pieter',
    'Hanna','Jan-Willem','Anna-Maria','Sjoerd','Renate','Johannes','Bianca','Marcel','Wilma','Robin','Kim','Jeroen','Patricia','Ahmed','Samira'] as given,
  array['Veld','Ooster','Haver','Kamp','Broek','Nijen','Wester','Hof','Schuil','War','Bruin','Zand','Meijer','Ros','Lin','Berk','Elzen','Graven','Heide',
    'Kerk','Klooster','Lange','Maar','Noorder','Over','Poel','Rietz','Smeden','Toren','Uiter','Vliet','Wolters','Zuider','Achter','Brug','Dijk','Eiken',
    'Fries','Groen','Hage'] as front,
  array['huizen','ma','kamp','ing','stra','loo','huis','horst','berg','veen','man','steeg','brink','sema','inga','mans','hof','waard','donk','koop'] as back,
  array['','','','','','','','van','van der','de','van den','ten'] as infixes,
  array['Wil weer slapen zonder bang te zijn.','Weer onder de mensen komen, maar niet te snel.','Rust in mijn hoofd en in mijn huis.',
    'Mijn dochter weer zien.','Iets doen met mijn handen, liefst buiten.','Minder drinken en mijn post openen.'] as questions,
  array['Zag er moe uit, maar was blij met het bezoek.','We spraken over de afgelopen week en over wat goed ging.','De buurvrouw komt elke dinsdag langs en dat helpt.',
    'Slapen gaat beter sinds de wandeling in de avond vast is.','De brief van de gemeente hebben we samen gelezen en beantwoord.',
    'Volgende keer kijken we naar het plan en naar de daginvulling.','Er is zorg over de huur; de afspraak met de bewindvoerder staat.',
    'De spanning was hoog in het begin en zakte toen we buiten liepen.'] as sentences;

-- Who there is. The first three teams have exactly 200 people in care or aftercare, ten in the inbox and seventeen
-- waiting; every other team has 200 people in all.
create unlogged table bench.people as
with numbered as (
  select n, case when n < 681 then n / 227 else 3 + (n - 681) / 200 end as team, case when n < 681 then n % 227 else (n - 681) % 200 end as place
  from generate_series(0, :clients - 1) n),
stood as (
  select n, team, place,
    case when place < 10 then 'inbox' when place < 27 then 'waiting' when place < 35 then 'aftercare'
      when team >= 3 and place < 50 then 'left' else 'care' end as state
  from numbered),
came as (
  select s.*, access.today() - case state when 'inbox' then bench.chance(n, 1, 20) when 'waiting' then 20 + bench.chance(n, 1, 100)
      else 130 + bench.chance(n, 1, 1400) end as received
  from stood s)
select n, team, place, state, received, received + 50 + bench.chance(n, 2, 60) as care_from,
  n % 20 = 7 and state <> 'inbox' as came_back,
  bench.uuid(bench.noon(received), 'client ' || n) as id, bench.uuid(bench.noon(received), 'episode ' || n) as episode,
  bench.uuid(bench.noon(received), 'referral ' || n) as referral
from came;

create unlogged table bench.teams as
select t.team, t.team / 50 as region, bench.uuid('2020-01-01', 'team ' || t.team) as id from (select distinct team from bench.people) t;

create unlogged table bench.workers as
select t.team, w.place, bench.uuid('2020-02-01', 'worker ' || t.team || ' ' || w.place) as id, t.id as team_id, f.role, f.code as function,
  bench.uuid('2020-01-01', w.house || ' ' || t.region) as organisation
from bench.teams t
cross join (values (1, 'secretary', 'ggz'), (2, 'community-nurse', 'ggz'), (3, 'psychiatrist', 'ggz'), (4, 'case-manager', 'ggz'), (5, 'nurse-specialist', 'ggz'),
  (6, 'addiction-worker', 'vnn'), (7, 'supported-living-worker', 'living'), (8, 'supported-living-worker', 'living'), (9, 'ips-worker', 'living'),
  (10, 'peer-expert', 'ggz'), (11, 'social-worker', 'welfare'), (12, 'project-leader', 'ggz')) w(place, code, house)
join staff.functions f on f.code = w.code;
create index on bench.workers (team, place);
create index on bench.people (n);
analyze bench.people;
analyze bench.workers;

-- ------------------------------------------------------------------ the house
insert into staff.regions (id, name) select bench.uuid('2020-01-01', 'region ' || r), 'Regio ' || r from (select distinct region as r from bench.teams) t;
insert into staff.organisations (id, region_id, name, kind)
select bench.uuid('2020-01-01', o.house || ' ' || r), bench.uuid('2020-01-01', 'region ' || r), initcap(o.house) || ' ' || r, o.kind
from (select distinct region as r from bench.teams) t
cross join (values ('ggz', 'mental-health'), ('vnn', 'addiction'), ('living', 'supported-living'), ('welfare', 'welfare')) o(house, kind);
insert into staff.agreements (id, organisation_id, during) select bench.uuid('2020-01-02', 'agreement ' || o.id), o.id, '[2020-01-01,)' from staff.organisations o;
insert into staff.teams (id, region_id, name) select t.id, bench.uuid('2020-01-01', 'region ' || t.region), 'Team ' || t.team from bench.teams t;
insert into staff.workers (id, given_name, family_name, email)
select x.id, bench.pick(w.given, x.team * 12 + x.place), bench.pick(w.front, x.team) || bench.pick(w.back, x.place), 'w' || x.place || '.t' || x.team || '@bench.example'
from bench.workers x cross join bench.words w;
insert into staff.memberships (id, team_id, person_id, organisation_id, function, role, during)
select bench.uuid('2020-02-02', 'membership ' || x.id), x.team_id, x.id, x.organisation, x.function, x.role, '[2020-02-01,)' from bench.workers x;
insert into access.sessions (token_hash, person_id, role, organisation_id, idle, expires_at, ended_at)
select sha256(convert_to(x.id::text, 'UTF8')), x.id, x.role, x.organisation, '30 min', now(), now() from bench.workers x;

-- ------------------------------------------------------------------ who the client is
insert into clients.clients (id, given_name, infix, family_name, birth_date, written_at)
select p.id, bench.pick(w.given, bench.chance(p.n, 3, 68)), bench.pick(w.infixes, bench.chance(p.n, 4, 12)),
  bench.pick(w.front, least(bench.chance(p.n, 5, 40), bench.chance(p.n, 6, 40))) || bench.pick(w.back, least(bench.chance(p.n, 7, 20), bench.chance(p.n, 8, 20))),
  date '1940-01-01' + bench.chance(p.n, 9, 24000), bench.noon(p.received)
from bench.people p cross join bench.words w order by p.id;
insert into clients.details (id, client_id, gender, phone, email, gp, gp_phone, insurer, insurance_number, written_at)
select bench.uuid(bench.noon(p.received), 'details ' || p.n), p.id, (array['female', 'male', 'unknown'])[1 + bench.chance(p.n, 10, 3)],
  '06-' || (10000000 + bench.chance(p.n, 11, 89999999)), '', 'Huisartsenpraktijk ' || bench.chance(p.n, 12, 400), '0592-' || bench.chance(p.n, 12, 400) + 100000,
  'Zorgverzekeraar', bench.chance(p.n, 13, 99999999)::text, bench.noon(p.received)
from bench.people p order by p.id;
insert into clients.addresses (id, client_id, kind, street, house_number, postcode, city, during, written_at)
select bench.uuid(bench.noon(p.received), 'address ' || p.n), p.id, 'home', bench.pick(w.front, bench.chance(p.n, 14, 40)) || 'straat', (1 + bench.chance(p.n, 15, 200))::text,
  1000 + bench.chance(p.n, 16, 8999) || ' AB', 'Assen', daterange(p.received, null), bench.noon(p.received)
from bench.people p cross join bench.words w order by p.id;
insert into clients.relatives (id, client_id, name, relation, phone, written_at)
select bench.uuid(bench.noon(p.received), 'relative ' || p.n), p.id, bench.pick(w.given, bench.chance(p.n, 17, 68)), bench.pick(array['zus', 'broer', 'moeder', 'partner'], bench.chance(p.n, 18, 4)),
  '06-' || (10000000 + bench.chance(p.n, 19, 89999999)), bench.noon(p.received)
from bench.people p cross join bench.words w order by p.id;
insert into clients.deaths (id, client_id, died_on)
select bench.uuid(bench.noon(p.received), 'death ' || p.n), p.id, access.today() - 10 from bench.people p where p.state = 'left' and bench.chance(p.n, 20, 15) = 0;

-- ------------------------------------------------------------------ care
insert into care.periods (id, client_id, episode_id, team_id, phase, during, written_at)
select bench.uuid(bench.noon(x.from_day), 'period ' || x.phase || x.episode), x.id, x.episode, t.id, x.phase, daterange(x.from_day, x.until_day), bench.noon(x.from_day)
from (
  select p.id, p.team, p.episode, 'referral' as phase, p.received as from_day, case when p.state not in ('inbox', 'waiting') then p.care_from end as until_day from bench.people p
  union all select p.id, p.team, p.episode, 'care', p.care_from, case p.state when 'care' then null when 'left' then access.today() - 15 else access.today() - 18 end
    from bench.people p where p.state in ('care', 'aftercare', 'left')
  union all select p.id, p.team, p.episode, 'aftercare', access.today() - 18, null from bench.people p where p.state = 'aftercare'
  union all select p.id, p.team, bench.uuid(bench.noon(p.received - 900), 'earlier ' || p.n), 'care', p.received - 900, p.received - 400 from bench.people p where p.came_back) x
join bench.teams t on t.team = x.team order by x.from_day, x.id;
insert into care.involvements (id, client_id, episode_id, organisation_id, during, written_at)
select bench.uuid(bench.noon(p.care_from), 'involvement ' || x.place || ' ' || p.n), p.id, p.episode, x.organisation,
  daterange(p.care_from, case when p.state = 'left' then access.today() - 15 end), bench.noon(p.care_from)
from bench.people p join bench.workers x on x.team = p.team and (x.place = 2 or x.place = 6 and p.n % 5 = 1 or x.place = 7 and p.n % 5 in (1, 2, 3))
where p.state in ('care', 'aftercare', 'left') order by p.care_from, p.id;
insert into care.assignments (id, client_id, episode_id, person_id, organisation_id, part, during, written_at)
select bench.uuid(bench.noon(p.care_from), 'assignment ' || p.n), p.id, p.episode, x.id, x.organisation, 'case-manager',
  daterange(p.care_from, case when p.state = 'left' then access.today() - 15 end), bench.noon(p.care_from)
from bench.people p join bench.workers x on x.team = p.team and x.place = 2 + p.n % 4
where p.state in ('care', 'aftercare', 'left') order by p.care_from, p.id;
insert into care.outflows (id, client_id, episode_id, team_id, left_on, destination, own_words, written_at)
select bench.uuid(bench.noon(access.today() - 18), 'outflow ' || p.n), p.id, p.episode, t.id, access.today() - 18, bench.pick(array['gp', 'poh', 'basic-ggz'], p.n), 'Het gaat goed zo.', bench.noon(access.today() - 18)
from bench.people p join bench.teams t on t.team = p.team where p.state in ('left', 'aftercare') order by p.id;

-- ------------------------------------------------------------------ from referral to intake
insert into referral.referrals (id, client_id, episode_id, team_id, received_on, source, referrer, referrer_phone, reason, own_question, written_by, written_at)
select p.referral, p.id, p.episode, t.id, p.received, bench.pick(array['gp', 'gp', 'poh', 'social-team', 'self', 'oggz', 'police'], bench.chance(p.n, 21, 7)), 'Praktijk ' || bench.chance(p.n, 12, 400), '0592-123456',
  bench.pick(w.sentences, p.n) || ' ' || bench.pick(w.sentences, p.n + 3), bench.pick(w.questions, p.n), s.id, bench.noon(p.received)
from bench.people p join bench.teams t on t.team = p.team join bench.workers s on s.team = p.team and s.place = 1 cross join bench.words w order by p.id;
insert into referral.triages (id, client_id, episode_id, referral_id, outcome, decided_on, together, reason, written_by, written_at)
select bench.uuid(bench.noon(p.received + 5), 'triage ' || p.n), p.id, p.episode, p.referral, 'waiting-list', p.received + 5, '', bench.pick(w.sentences, p.n + 1), x.id, bench.noon(p.received + 5)
from bench.people p join bench.workers x on x.team = p.team and x.place = 2 cross join bench.words w where p.state <> 'inbox' order by p.received, p.id;
insert into referral.promises (id, client_id, episode_id, referral_id, promised_for, person_id, what, written_by, written_at)
select bench.uuid(bench.noon(p.received + 5), 'promise ' || p.n), p.id, p.episode, p.referral, p.received + 12 + bench.chance(p.n, 22, 20), x.id, 'bellen hoe het gaat', x.id, bench.noon(p.received + 5)
from bench.people p join bench.workers x on x.team = p.team and x.place = 2 where p.state <> 'inbox' order by p.received, p.id;
insert into referral.early_contacts (id, client_id, episode_id, referral_id, happened_on, way, minutes, note, written_by, written_at)
select bench.uuid(bench.noon(p.received + 12), 'early ' || p.n), p.id, p.episode, p.referral, p.received + 12, bench.pick(array['phone', 'visit', 'tried'], p.n), 15, bench.pick(w.sentences, p.n + 2), x.id, bench.noon(p.received + 12)
from bench.people p join bench.workers x on x.team = p.team and x.place = 2 cross join bench.words w where p.state <> 'inbox' order by p.received, p.id;
insert into agenda.appointments (id, client_id, episode_id, starts_at, minutes, kind, place, person_id, written_by, written_at)
select bench.uuid(bench.noon(p.received + 20), 'at intake ' || p.n), p.id, p.episode, bench.noon(p.received + 45), 60, 'intake', 'thuis', x.id, x.id, bench.noon(p.received + 20)
from bench.people p join bench.workers x on x.team = p.team and x.place = 3 where p.state in ('care', 'aftercare', 'left') or p.state = 'waiting' and p.n % 3 = 0 order by p.received, p.id;
insert into referral.intakes (id, client_id, episode_id, referral_id, appointment_id, written_by, written_at)
select bench.uuid(bench.noon(p.received + 20), 'intake ' || p.n), p.id, p.episode, p.referral, bench.uuid(bench.noon(p.received + 20), 'at intake ' || p.n), x.id, bench.noon(p.received + 20)
from bench.people p join bench.workers x on x.team = p.team and x.place = 3 where p.state in ('care', 'aftercare', 'left') or p.state = 'waiting' and p.n % 3 = 0 order by p.received, p.id;
insert into referral.intake_reports (id, client_id, episode_id, referral_id, held_on, what_happened, vulnerability_and_strength, where_to, what_needed, together, signed_at, written_by, written_at)
select bench.uuid(bench.noon(p.received + 45), 'report ' || p.n), p.id, p.episode, p.referral, p.received + 45, bench.pick(w.sentences, p.n) || ' ' || bench.pick(w.sentences, p.n + 1),
  bench.pick(w.sentences, p.n + 2) || ' ' || bench.pick(w.sentences, p.n + 3), bench.pick(w.sentences, p.n + 4), bench.pick(w.sentences, p.n + 5), 'with-client', bench.noon(p.received + 46), x.id, bench.noon(p.received + 45)
from bench.people p join bench.workers x on x.team = p.team and x.place = 3 cross join bench.words w where p.state in ('care', 'aftercare', 'left') order by p.received, p.id;
insert into referral.advice_talks (id, client_id, episode_id, referral_id, held_on, outcome, own_words, agreed, written_by, written_at)
select bench.uuid(bench.noon(p.care_from), 'talk ' || p.n), p.id, p.episode, p.referral, p.care_from, 'in-care', bench.pick(w.questions, p.n + 1), bench.pick(w.sentences, p.n + 6), x.id, bench.noon(p.care_from)
from bench.people p join bench.workers x on x.team = p.team and x.place = 3 cross join bench.words w where p.state in ('care', 'aftercare', 'left') order by p.care_from, p.id;

-- ------------------------------------------------------------------ what happens in care
insert into instruments.phases (id, client_id, episode_id, phase, talked_on, own_words, written_by, written_at)
select bench.uuid(bench.noon(x.on_day), 'phase ' || x.k || ' ' || p.n), p.id, p.episode, 1 + (p.n + x.k) % 4, x.on_day, bench.pick(w.questions, p.n + x.k), s.id, bench.noon(x.on_day)
from bench.people p cross join generate_series(0, 1) k
cross join lateral (select k, p.care_from + k * 60 as on_day) x join bench.workers s on s.team = p.team and s.place = 2 + p.n % 4 cross join bench.words w
where p.state in ('care', 'aftercare', 'left') and x.on_day <= access.today() order by x.on_day, p.id;
insert into contacts.contacts (id, client_id, episode_id, happened_at, kind, minutes, present, report, together, author_id, author_role, organisation_id, signed_at, written_by, written_at)
select bench.uuid(x.at, 'contact ' || x.k || ' ' || x.n), x.id, x.episode, x.at, bench.pick(array['visit', 'office', 'phone', 'message', 'tried'], x.n + x.k), 15 * (1 + x.k % 4), '',
  (select string_agg(bench.pick(w.sentences, x.n + x.k * 3 + i), ' ') from generate_series(1, 4 + x.k % 6) i), x.k % 7 = 0, s.id, s.role, s.organisation,
  case when bench.chance(x.n, 100 + x.k, 200) > 0 then x.at + interval '2 h' end, s.id, x.at
from (
  select p.n, p.id, p.episode, p.team, k, bench.noon(p.care_from) + (access.today() - p.care_from) * interval '1 day' * (bench.chance(p.n, 30 + k, 1000) / 1000.0)
    + interval '1 min' * bench.chance(p.n, 600 + k, 300) as at
  from bench.people p cross join lateral generate_series(1, case p.n when 100 then 500 else 4 + p.n % 10 end) k where p.state in ('care', 'aftercare', 'left')
  order by 6, p.id) x
join bench.workers s on s.team = x.team and s.place = 2 + (x.n + x.k) % 8 cross join bench.words w;
insert into contacts.notes (id, client_id, episode_id, contact_id, body, written_at)
select bench.uuid(k.happened_at, 'note ' || k.id), k.client_id, k.episode_id, k.id, 'Zo heb ik het ook gezien.', k.happened_at from contacts.contacts k where hashint8extended(extract(epoch from k.happened_at)::bigint, 1) % 25 = 0;
insert into contacts.confidences (id, client_id, episode_id, told_on, told_by, body, written_at)
select bench.uuid(bench.noon(p.care_from), 'confidence ' || p.n), p.id, p.episode, p.care_from, 'zus', bench.pick(w.sentences, p.n), bench.noon(p.care_from)
from bench.people p cross join bench.words w where p.n % 20 = 3 and p.state = 'care' order by p.care_from;
insert into agenda.appointments (id, client_id, episode_id, starts_at, minutes, kind, place, person_id, about, written_by, written_at)
select bench.uuid(x.at - interval '9 days', 'appointment ' || x.k || ' ' || x.n), x.id, x.episode, x.at, 45, bench.pick(array['visit', 'office', 'phone'], x.n), 'thuis', s.id, '', s.id, x.at - interval '9 days'
from (select p.n, p.id, p.episode, p.team, k, bench.noon(access.today() - 20 * k + 10 + bench.chance(p.n, 40 + k, 10)) as at
  from bench.people p cross join generate_series(0, 1) k where p.state in ('care', 'aftercare') order by 6, p.id) x
join bench.workers s on s.team = x.team and s.place = 2 + (x.n + x.k) % 8;
insert into agenda.cancellations (id, client_id, episode_id, appointment_id, cancelled_for, reason, written_at)
select bench.uuid(a.starts_at, 'cancellation ' || a.id), a.client_id, a.episode_id, a.id, 'client', 'ziek', a.starts_at from agenda.appointments a
where a.kind <> 'intake' and a.starts_at < now() and hashint8extended(extract(epoch from a.written_at)::bigint, 2) % 10 = 0;

-- ------------------------------------------------------------------ the client's word
insert into consent.grants (id, client_id, section, organisation_id, allows, during, given_by, recorded_at)
select bench.uuid(bench.noon(p.care_from), 'grant ' || x.place || x.section || p.n), p.id, x.section, s.organisation, true, daterange(p.care_from, null), 'client', bench.noon(p.care_from)
from bench.people p join (values (7, 'reports'), (7, 'measures'), (10, 'reports'), (11, 'list')) x(place, section) on bench.chance(p.n, 50 + x.place, 4) = 0
join bench.workers s on s.team = p.team and s.place = x.place where p.state in ('care', 'aftercare') order by p.care_from, p.id;
insert into consent.grants (id, client_id, section, person_id, allows, during, given_by, recorded_at)
select bench.uuid(bench.noon(p.care_from), 'shield ' || p.n), p.id, null, s.id, false, daterange(p.care_from, null), 'client', bench.noon(p.care_from)
from bench.people p join bench.workers s on s.team = p.team and s.place = 4 + p.n % 6 where p.n >= 681 and bench.chance(p.n, 60, 100) = 0 and p.state = 'care' order by p.care_from, p.id;
insert into consent.shielded_rows (id, client_id, row_id, person_id, during)
select bench.uuid(now(), 'row ' || k.id), k.client_id, k.id, s.id, daterange(access.today() - 9, null)
from contacts.contacts k join bench.people p on p.id = k.client_id join bench.workers s on s.team = p.team and s.place = 8
where p.n >= 681 and hashint8extended(extract(epoch from k.happened_at)::bigint, 3) % 400 = 0;

-- ------------------------------------------------------------------ who looked: lines of the log, as many as asked for
insert into access.log (id, request, era, at, moment, event, granted, session_id, person_id, role, organisation_id, client_id, team_id, sections, basis, purpose)
select bench.uuid(x.at, 'line ' || x.k), bench.uuid(x.at, 'request ' || x.k), 1, x.at, x.at, case when x.k % 40 = 0 then 'list' else 'dossier' end, true,
  s.id, s.id, s.role, s.organisation, case when x.k % 40 > 0 then p.id end, case when x.k % 40 = 0 then s.team_id end,
  case when x.k % 40 = 0 then '{list,referral,measures,reports}' else '{agenda,consent,crisis,identity,list,measures,plan,referral,relatives,reports}' end::text[],
  '{BW 7:457 lid 2}', 'care'
from (select k, now() - interval '10 min' - interval '1 day' * ((:lines - k) * 400.0 / nullif(:lines, 0)) as at from generate_series(1, :lines) k) x
join bench.people p on p.n = bench.chance(x.k, 70, :clients)
join bench.workers s on s.team = p.team and s.place = 1 + bench.chance(x.k, 71, 11)
order by x.k;

drop schema bench cascade;
