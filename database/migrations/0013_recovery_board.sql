-- The herstelbord: the team's clients by phase, with their own question and how long it was quiet. Each column only to
-- whom its section is open; "sees" says which are, so that the page never calls unseen what is not there.
create schema recovery_board;
grant usage on schema recovery_board to app, gate;

-- A phase begins with the first talk that named it since another phase; "previous" is that other one.
create function recovery_board.board() returns table (client_id uuid, team_id uuid, given_name text, infix text, family_name text, care_phase text,
  last_day date, phase int, phase_since date, previous_phase int, own_question text, last_contact_on date, organisations int, shared boolean,
  ends_on date, mine boolean, sees text[])
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan
  set enable_hashjoin = off set enable_mergejoin = off set join_collapse_limit = 1 as $$
#variable_conflict use_column
declare
  today date := access.today();
  me uuid := access.actor();
begin
  return query
  select c.id, l.team_id, c.given_name, c.infix, c.family_name, p.phase, p.last_day,
    f.phase, s.since, b.phase, case when 'referral' = any (l.sections) then r.own_question end,
    k.last_on, i.organisations, i.shared, case when 'referral' = any (l.sections) then o.ends_on end,
    coalesce(k.author_id = me, false) or exists (select from care.assignments a
      where a.client_id = c.id and a.person_id = me and a.during @> today),
    l.sections
  from access.listed() l
  join clients.clients c on c.client_id = l.client_id
  join lateral (select p.phase, p.episode_id, upper(p.during) - 1 as last_day from care.periods p
    where p.client_id = c.id and p.team_id = l.team_id and p.during @> today and p.phase in ('care', 'aftercare')) p on true
  left join lateral (select x.id, x.phase, x.talked_on from instruments.phases x where x.client_id = c.id and 'measures' = any (l.sections)
    and not x.id = any (l.hidden) and not coalesce(x.episode_id = any (l.hidden), false) order by x.talked_on desc, x.id desc limit 1) f on true
  left join lateral (select x.id, x.phase, x.talked_on from instruments.phases x where x.client_id = c.id and x.phase <> f.phase
    and not x.id = any (l.hidden) and not coalesce(x.episode_id = any (l.hidden), false) order by x.talked_on desc, x.id desc limit 1) b on true
  left join lateral (select min(x.talked_on) as since from instruments.phases x where x.client_id = c.id and x.phase = f.phase
    and (b.id is null or (x.talked_on, x.id) > (b.talked_on, b.id))
    and not x.id = any (l.hidden) and not coalesce(x.episode_id = any (l.hidden), false)) s on true
  left join lateral (select r.own_question from referral.referrals r where r.client_id = c.id
      and not r.id = any (l.hidden) and not coalesce(r.episode_id = any (l.hidden), false) order by r.received_on desc, r.id desc limit 1) r on true
  left join lateral (select (k.happened_at at time zone 'Europe/Amsterdam')::date as last_on, k.author_id from contacts.contacts k
    where k.client_id = c.id and 'reports' = any (l.sections) and k.signed_at is not null and k.kind <> 'tried'
      and not k.id = any (l.hidden) and not coalesce(k.episode_id = any (l.hidden), false) order by k.happened_at desc, k.id desc limit 1) k on true
  left join lateral (select count(*)::int as organisations, count(*) filter (where g.kind <> 'welfare') > 1 as shared
    from care.involvements i join staff.organisations g on g.id = i.organisation_id
    where i.client_id = c.id and i.during @> today and not i.id = any (l.hidden)) i on true
  left join lateral (select o.ends_on from care.temporary_offers o where o.client_id = c.id
      and o.episode_id = p.episode_id and not o.id = any (l.hidden) order by o.id desc limit 1) o on true
  order by k.last_on nulls first, c.id;
end $$;

-- Who referred to the opened teams in the last half year, as counts; of who is shielded from the asker, none.
create function recovery_board.referred_by() returns table (source text, people int)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  today date := access.today();
  teams uuid[] := care.opened_teams();
begin
  return query
  with came as materialized (select r.id, r.client_id, r.source from referral.referrals r
    where r.team_id = any (teams) and r.received_on > today - interval '6 months' and r.received_on <= today)
  select r.source, count(distinct r.client_id)::int from came r
  where not r.client_id = any ((select access.refused_to(access.session(), array(select c.client_id from came c), array['list', 'referral']))::uuid[])
    and not r.id = any ((select access.shielded_from(access.session(), array(select c.client_id from came c)))::uuid[])
  group by r.source;
end $$;
grant execute on function recovery_board.board, recovery_board.referred_by to app;
