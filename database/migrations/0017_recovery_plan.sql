-- The recovery plan (HOP): the client's own sentences. Nobody else writes in them: what a professional wants to change is a
-- proposal beside the sentence, which the client accepts, changes or declines, or which both agreed in a talk on a named day.
create schema recovery_plan;
grant usage on schema recovery_plan to app, gate;

-- Which parts a plan has, in words of the region; the newest of a region counts, and where there is none the product's own.
create table recovery_plan.templates (
  id         uuid primary key,
  region_id  uuid not null references staff.regions,
  number     int not null check (number > 0),
  parts      jsonb not null check (jsonb_typeof(parts) = 'array'),
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now(),
  unique (region_id, number)
);
comment on table recovery_plan.templates is 'A form of the plan, never changed once there: another form is another number.';

-- Signs and crisis agreements are for who may see "crisis" (the duty desk sees no more than those); all else is "plan".
create procedure recovery_plan.protect(target regclass) language plpgsql set search_path = '' as $$
begin
  call access.protect(target, 'plan');
  execute format('create policy "signs are of the crisis plan" on %s as restrictive for select to app using (section = ''plan'' or client_id = any ((select access.opened(''crisis''))::uuid[]))', target);
  execute format('create policy "who sees the crisis plan sees signs" on %s for select to app using (section = ''crisis'' and client_id = any ((select access.opened(''crisis''))::uuid[]) and not (array[id, episode_id] && (select access.hidden())::uuid[]))', target);
end $$;

-- A sentence of the client: an answer in the client's words, a goal, a step of a goal, a line of the crisis plan.
create table recovery_plan.entries (
  id            uuid primary key,
  client_id     uuid not null references clients.clients,
  episode_id    uuid,
  section       text not null default 'plan' check (section in ('plan', 'crisis')),
  kind          text not null check (kind in ('words', 'goal', 'step', 'sign')),
  part          text not null default '',
  goal_id       uuid,
  position      int not null default 0,
  body          text not null check (length(body) <= 8000),
  why           text not null default '',
  recovery_kind text check (recovery_kind in ('personal', 'medical', 'societal')),
  life_area     text,
  who           text not null default '',
  due_on        date,
  version       int not null default 1,
  written_by    uuid,
  written_at    timestamptz not null default access.now(),
  unique (id, client_id),
  foreign key (goal_id, client_id) references recovery_plan.entries (id, client_id),
  check ((kind = 'sign') = (section = 'crisis')),
  check ((kind = 'step') = (goal_id is not null)),
  check (kind = 'words' or body <> ''),
  check (kind = 'goal' or (recovery_kind is null and life_area is null)),
  check (kind = 'step' or (who = '' and due_on is null))
);
comment on column recovery_plan.entries.part is 'Of words: the part of the template; of a sign: colour and row, as "orange:i-do".';
comment on column recovery_plan.entries.recovery_kind is 'Personal, symptomatic/medical or societal recovery.';
call recovery_plan.protect('recovery_plan.entries');
create policy "only the client adds a sentence" on recovery_plan.entries as restrictive for insert to app
  with check ((select access.acting_role()) = 'client');
create policy "only the client changes a sentence" on recovery_plan.entries as restrictive for update to app
  using ((select access.acting_role()) = 'client');
create unique index on recovery_plan.entries (client_id, episode_id, part) nulls not distinct where kind = 'words';
grant select (id, client_id, episode_id, section, kind, part, goal_id, position, body, why, recovery_kind, life_area, who, due_on, version, written_by, written_at),
  insert (id, client_id, section, kind, part, goal_id, position, body, why, recovery_kind, life_area, who, due_on),
  update (position, body, why, recovery_kind, life_area, who, due_on) on recovery_plan.entries to app;
grant select, insert, update on recovery_plan.entries to gate;

-- What is written anew in a sentence of an earlier time is of now.
create function recovery_plan.written_now() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.episode_id := coalesce(care.current_episode(new.client_id), old.episode_id);
  return new;
end $$;
create trigger written_now before update of body on recovery_plan.entries for each row
  when (old.body is distinct from new.body) execute function recovery_plan.written_now();

-- How it went with a goal, a step or a line: reached, in part, let go (with why), or taken out.
create table recovery_plan.endings (
  id         uuid primary key,
  client_id  uuid not null references clients.clients,
  episode_id uuid,
  section    text not null default 'plan' check (section in ('plan', 'crisis')),
  entry_id   uuid not null unique,
  outcome    text not null check (outcome in ('reached', 'partly', 'let-go', 'removed')),
  words      text not null default '',
  ended_on   date not null,
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now(),
  foreign key (entry_id, client_id) references recovery_plan.entries (id, client_id)
);
call recovery_plan.protect('recovery_plan.endings');
create policy "only the client ends a sentence" on recovery_plan.endings as restrictive for insert to app
  with check ((select access.acting_role()) = 'client');
create policy "goes with its sentence" on recovery_plan.endings as restrictive for select to app
  using (not entry_id = any ((select access.hidden())::uuid[]));
grant select (id, client_id, section, entry_id, outcome, words, ended_on, written_by, written_at),
  insert (id, client_id, section, entry_id, outcome, words, ended_on) on recovery_plan.endings to app;
grant select, insert on recovery_plan.endings to gate;

-- What a professional would write, beside the sentence: a new one (entry_id null), another wording, or an ending.
create table recovery_plan.proposals (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  episode_id      uuid,
  section         text not null default 'plan' check (section in ('plan', 'crisis')),
  entry_id        uuid,
  base_version    int,
  kind            text not null check (kind in ('words', 'goal', 'step', 'sign')),
  part            text not null default '',
  goal_id         uuid,
  body            text not null check (length(body) <= 8000),
  why             text not null default '',
  recovery_kind   text check (recovery_kind in ('personal', 'medical', 'societal')),
  life_area       text,
  who             text not null default '',
  due_on          date,
  outcome         text check (outcome in ('reached', 'partly', 'let-go', 'removed')),
  reason          text not null default '',
  author_id       uuid not null default access.actor(),
  author_role     text not null default access.acting_role(),
  organisation_id uuid default access.acting_organisation(),
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  unique (id, client_id),
  foreign key (entry_id, client_id) references recovery_plan.entries (id, client_id),
  foreign key (goal_id, client_id) references recovery_plan.entries (id, client_id),
  check ((entry_id is null) = (base_version is null)),
  check (outcome is null or (entry_id is not null and kind <> 'words'))
);
comment on column recovery_plan.proposals.base_version is 'The version of the sentence that the author had before the eyes.';
call recovery_plan.protect('recovery_plan.proposals');
create policy "a crisis line for who writes crisis" on recovery_plan.proposals as restrictive for insert to app
  with check (section = 'plan' or client_id = any ((select access.writable('crisis'))::uuid[]));
create policy "goes with its sentence" on recovery_plan.proposals as restrictive for select to app
  using (entry_id is null or not entry_id = any ((select access.hidden())::uuid[]));
grant select (id, client_id, section, entry_id, base_version, kind, part, goal_id, body, why, recovery_kind, life_area, who, due_on, outcome, reason, author_id, author_role, organisation_id, written_at),
  insert (id, client_id, section, entry_id, base_version, kind, part, goal_id, body, why, recovery_kind, life_area, who, due_on, outcome, reason) on recovery_plan.proposals to app;
grant select on recovery_plan.proposals to gate;

-- What became of a proposal, once: by the client in the portal, agreed in a talk (by whom recorded, on which day), or
-- withdrawn by its author. "before" is what the sentence said, so that the client can take a talk back.
create table recovery_plan.decisions (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  section     text not null default 'plan' check (section in ('plan', 'crisis')),
  proposal_id uuid not null unique,
  outcome     text not null check (outcome in ('accepted', 'changed', 'declined', 'withdrawn')),
  talked_on   date,
  words       text not null default '',
  entry_id    uuid,
  before      jsonb,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  unique (id, client_id),
  foreign key (proposal_id, client_id) references recovery_plan.proposals (id, client_id),
  foreign key (entry_id, client_id) references recovery_plan.entries (id, client_id)
);
call recovery_plan.protect('recovery_plan.decisions');
create policy "the client decides, the author withdraws" on recovery_plan.decisions as restrictive for insert to app
  with check (talked_on is null and ((outcome <> 'withdrawn' and (select access.acting_role()) = 'client')
    or (outcome = 'withdrawn' and proposal_id in (select p.id from recovery_plan.proposals p where p.author_id = (select access.actor())))));
grant select (id, client_id, section, proposal_id, outcome, talked_on, words, entry_id, before, written_by, written_at),
  insert (id, client_id, section, proposal_id, outcome, words, entry_id) on recovery_plan.decisions to app;
grant select, insert on recovery_plan.decisions to gate;

-- The client takes back what was agreed in a talk; the sentence says again what it said before.
create table recovery_plan.take_backs (
  id          uuid primary key,
  client_id   uuid not null references clients.clients,
  episode_id  uuid,
  section     text not null default 'plan' check (section in ('plan', 'crisis')),
  decision_id uuid not null unique,
  version     int not null default 1,
  written_by  uuid,
  written_at  timestamptz not null default access.now(),
  foreign key (decision_id, client_id) references recovery_plan.decisions (id, client_id)
);
call recovery_plan.protect('recovery_plan.take_backs');
create policy "only the client takes back" on recovery_plan.take_backs as restrictive for insert to app
  with check ((select access.acting_role()) = 'client');
grant select (id, client_id, section, decision_id, written_at), insert (id, client_id, section, decision_id) on recovery_plan.take_backs to app;

-- Where both think differently, it stays beside the sentence, for both.
create table recovery_plan.remarks (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  episode_id      uuid,
  section         text not null default 'plan' check (section in ('plan', 'crisis')),
  entry_id        uuid not null,
  body            text not null check (body <> ''),
  author_id       uuid not null default access.actor(),
  author_role     text not null default access.acting_role(),
  organisation_id uuid default access.acting_organisation(),
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  foreign key (entry_id, client_id) references recovery_plan.entries (id, client_id)
);
call recovery_plan.protect('recovery_plan.remarks');
create policy "goes with its sentence" on recovery_plan.remarks as restrictive for select to app
  using (not entry_id = any ((select access.hidden())::uuid[]));
grant select (id, client_id, section, entry_id, body, author_id, author_role, organisation_id, written_at), insert (id, client_id, section, entry_id, body) on recovery_plan.remarks to app;

-- Beside the client's sentences: what the practitioner writes and signs. The client reads it and answers it; it never
-- alters the client's words (covenant 2.2g). Mandatory care stands apart.
create table recovery_plan.statements (
  id              uuid primary key,
  client_id       uuid not null references clients.clients,
  episode_id      uuid,
  kind            text not null check (kind in ('picture', 'treatment', 'risk', 'mandatory')),
  body            text not null check (body <> ''),
  author_id       uuid not null default access.actor(),
  organisation_id uuid default access.acting_organisation(),
  signed_at       timestamptz not null default access.now(),
  version         int not null default 1,
  written_by      uuid,
  written_at      timestamptz not null default access.now(),
  unique (id, client_id)
);
call access.protect('recovery_plan.statements', 'treatment');
create policy "a practitioner writes and signs" on recovery_plan.statements as restrictive for insert to app
  with check ((select access.acting_role()) = 'practitioner');
grant select (id, client_id, kind, body, author_id, organisation_id, signed_at), insert (id, client_id, kind, body) on recovery_plan.statements to app;

create table recovery_plan.answers (
  id           uuid primary key,
  client_id    uuid not null references clients.clients,
  episode_id   uuid,
  statement_id uuid not null,
  agrees       boolean not null,
  body         text not null default '',
  version      int not null default 1,
  written_by   uuid,
  written_at   timestamptz not null default access.now(),
  foreign key (statement_id, client_id) references recovery_plan.statements (id, client_id)
);
comment on table recovery_plan.answers is 'What the client says to a statement: adds to it, or disagrees.';
call access.protect('recovery_plan.answers', 'notes', 'treatment');
create policy "goes with its statement" on recovery_plan.answers as restrictive for select to app
  using (not statement_id = any ((select access.hidden())::uuid[]));
grant select (id, client_id, statement_id, agrees, body, written_at), insert (id, client_id, statement_id, agrees, body) on recovery_plan.answers to app;

-- A plan as it was agreed: the client says yes in the portal, or a worker records a talk, or why agreement is missing. What
-- it then said is kept by the database itself.
create table recovery_plan.agreements (
  id         uuid primary key,
  client_id  uuid not null references clients.clients,
  episode_id uuid,
  agreed_on  date not null,
  how        text not null check (how in ('portal', 'talk', 'missing')),
  present    text not null default '',
  reason     text not null default '',
  plan       jsonb not null default '[]',
  version    int not null default 1,
  written_by uuid,
  written_at timestamptz not null default access.now(),
  check (how <> 'missing' or reason <> '')
);
call access.protect('recovery_plan.agreements', 'plan');
create policy "the client agrees, a worker records" on recovery_plan.agreements as restrictive for insert to app
  with check ((how = 'portal') = ((select access.acting_role()) = 'client') and (select access.acting_role()) <> 'trainee');
grant select (id, client_id, agreed_on, how, present, reason, plan, written_by, written_at), insert (id, client_id, agreed_on, how, present, reason) on recovery_plan.agreements to app;

create function recovery_plan.keep_what_it_said() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.plan := coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'part', e.part, 'goalId', e.goal_id, 'position', e.position,
      'body', e.body, 'why', e.why, 'recoveryKind', e.recovery_kind, 'lifeArea', e.life_area, 'who', e.who, 'dueOn', e.due_on)
      order by e.kind, e.part, e.position, e.id)
    from recovery_plan.entries e where e.client_id = new.client_id and e.section = 'plan'
      and not exists (select from recovery_plan.endings n where n.entry_id = e.id and n.outcome = 'removed')), '[]');
  return new;
end $$;
create trigger keep_what_it_said before insert on recovery_plan.agreements for each row execute function recovery_plan.keep_what_it_said();

-- Agreed in a talk: the only way in which somebody else's session alters a sentence, with the day and who recorded it. Stale
-- when the client changed the sentence since it was proposed.
create function recovery_plan.agree_in_talk(decision uuid, proposal uuid, talked_on date, words text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  p recovery_plan.proposals;
  e recovery_plan.entries;
begin
  select * into p from recovery_plan.proposals where id = proposal;
  if p.id is null or not p.client_id = any (access.writable(p.section))
      or array[p.id, p.episode_id] && access.hidden()
      or exists (select from recovery_plan.entries x where x.id in (p.entry_id, p.goal_id) and array[x.id, x.episode_id] && access.hidden()) then
    raise exception 'no proposal here' using errcode = '42501';
  end if;
  if access.acting_role() in ('client', 'trainee') then raise exception 'a worker records a talk' using errcode = '42501'; end if;
  if talked_on > access.today() then raise exception 'a talk that was not yet' using errcode = '22023'; end if;
  if exists (select from recovery_plan.decisions d where d.proposal_id = p.id) then
    raise exception 'decided before' using errcode = '55000';
  end if;
  if p.entry_id is null then
    e.id := decision;
    insert into recovery_plan.entries (id, client_id, section, kind, part, goal_id, position, body, why, recovery_kind, life_area, who, due_on)
    values (e.id, p.client_id, p.section, p.kind, p.part, p.goal_id,
      (select coalesce(max(o.position), 0) + 1 from recovery_plan.entries o where o.client_id = p.client_id and o.kind = p.kind and o.goal_id is not distinct from p.goal_id),
      p.body, p.why, p.recovery_kind, p.life_area, p.who, p.due_on);
  else
    select * into e from recovery_plan.entries where id = p.entry_id for update;
    if e.version <> p.base_version then raise exception 'the client changed it since' using errcode = '55000'; end if;
    if p.outcome is null then
      update recovery_plan.entries set body = p.body, why = p.why, recovery_kind = p.recovery_kind, life_area = p.life_area, who = p.who, due_on = p.due_on
      where id = e.id;
    else
      insert into recovery_plan.endings (id, client_id, section, entry_id, outcome, words, ended_on)
      values (decision, p.client_id, p.section, e.id, p.outcome, agree_in_talk.words, agree_in_talk.talked_on);
    end if;
  end if;
  insert into recovery_plan.decisions (id, client_id, section, proposal_id, outcome, talked_on, words, entry_id, before)
  values (decision, p.client_id, p.section, p.id, 'accepted', agree_in_talk.talked_on, agree_in_talk.words, e.id,
    case when p.entry_id is not null then to_jsonb(e) end);
  return e.id;
end $$;
grant execute on function recovery_plan.agree_in_talk to app;

call access.publish('recovery_plan.templates');
grant select (id, region_id, number, parts, written_at) on recovery_plan.templates to app;
grant select on recovery_plan.statements, recovery_plan.agreements to gate;
