-- Self-assessments of relevant agencies: question sets, rounds, what each agency returned, challenges, and actions to their end.
set local role safeguarding_owner;
--> statement-breakpoint
-- An edition of a question set, from db/rulesets/self-assessments. Once a round has used it, it stays as it is.
create table portal.assessment_sets (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  -- What its editions have in common: answers are carried forward within it.
  series text not null check (series ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  title text not null,
  short_title text not null,
  basis text not null,
  source text not null,
  note text not null,
  -- Whether somebody read our wording against the law and the guidance.
  wording_checked boolean not null,
  audits text[] not null default '{}' check (audits <@ array['section-11', 'section-175', 'section-157']),
  -- What an answer may be rated, best first: id, title, meaning, whether it counts as measured, whether it asks for an action.
  ratings jsonb not null,
  in_force_from date not null,
  file_sha256 portal.sha256 not null,
  unique (series, in_force_from)
);
create table portal.assessment_standards (
  set_id text not null references portal.assessment_sets,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  position integer not null,
  part text not null,
  title text not null,
  question text not null,
  good_looks_like text[] not null,
  evidence text not null,
  basis text not null,
  confidence text not null check (confidence in ('verified', 'to-verify')),
  primary key (set_id, id)
);
--> statement-breakpoint
-- One set, put to agencies for a period, by a day.
create table portal.assessment_rounds (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  set_id text not null references portal.assessment_sets,
  title text not null check (length(title) between 3 and 120),
  period_from date not null,
  period_to date not null,
  due_on date not null,
  issued_at timestamptz not null default access.clock(),
  issued_by uuid references portal.people,
  issued_office text not null,
  unique (id, partnership_id, set_id),
  constraint assessment_rounds_once unique (partnership_id, title),
  check (period_from <= period_to)
);
-- What one agency is asked to return in a round.
create table portal.assessment_returns (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  round_id uuid not null,
  set_id text not null,
  membership_id uuid not null,
  -- The day it was first due never changes; the day it is due now does, with a reason.
  first_due_on date not null,
  due_on date not null,
  issued_at timestamptz not null default access.clock(),
  issued_by uuid references portal.people,
  -- Asked after the round was issued.
  added_later boolean not null default false,
  status text not null default 'issued' check (status in ('issued', 'begun', 'submitted')),
  begun_at timestamptz,
  submitted_at timestamptz,
  submitted_by uuid references portal.people,
  submitted_office text,
  -- Entered by the partnership for an agency without an account.
  on_behalf boolean not null default false,
  declaration text,
  answers_sha256 portal.sha256,
  reminded_on date,
  revision integer not null default 1,
  constraint assessment_returns_once unique (round_id, membership_id),
  unique (id, partnership_id, membership_id, set_id),
  unique (id, partnership_id, membership_id),
  foreign key (round_id, partnership_id, set_id) references portal.assessment_rounds (id, partnership_id, set_id),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id),
  check ((status = 'submitted') = (submitted_at is not null) and (status = 'submitted') = (answers_sha256 is not null))
);
create index assessment_returns_membership on portal.assessment_returns (membership_id);
create index assessment_returns_partnership on portal.assessment_returns (partnership_id);
create table portal.assessment_extensions (
  return_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  number integer not null,
  due_before date not null,
  due_after date not null,
  reason text not null check (length(reason) between 3 and 500),
  moved_at timestamptz not null default access.clock(),
  moved_by uuid references portal.people,
  office text not null,
  primary key (return_id, number),
  foreign key (return_id, partnership_id, membership_id) references portal.assessment_returns (id, partnership_id, membership_id),
  check (due_before <> due_after)
);
-- What an agency says of one standard. Saved as it goes; closed once the return is submitted.
create table portal.assessment_answers (
  return_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  set_id text not null,
  standard_id text not null,
  evidence text check (length(evidence) between 1 and 5000),
  rating text check (rating ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  action text check (length(action) between 3 and 1000),
  action_owner text check (length(action_owner) between 2 and 120),
  action_due_on date,
  revision integer not null default 1,
  saved_at timestamptz not null default access.clock(),
  saved_by uuid references portal.people,
  saved_office text not null,
  on_behalf boolean not null default false,
  primary key (return_id, standard_id),
  foreign key (return_id, partnership_id, membership_id, set_id) references portal.assessment_returns (id, partnership_id, membership_id, set_id),
  foreign key (set_id, standard_id) references portal.assessment_standards (set_id, id)
);
create index assessment_answers_partnership on portal.assessment_answers (partnership_id);
--> statement-breakpoint
-- A return that somebody looks at closely: chosen by hand, or drawn by a seed that lets anybody draw it again.
create table portal.assessment_samples (
  return_id uuid primary key,
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  drawn text not null check (drawn in ('by-hand', 'at-random')),
  seed text check (length(seed) between 1 and 100),
  -- From how many it was drawn.
  drawn_from integer check (drawn_from > 0),
  sampled_at timestamptz not null default access.clock(),
  sampled_by uuid references portal.people,
  office text not null,
  foreign key (return_id, partnership_id, membership_id) references portal.assessment_returns (id, partnership_id, membership_id),
  check ((drawn = 'at-random') = (seed is not null) and (drawn = 'at-random') = (drawn_from is not null))
);
-- A question about what an agency said of one standard, until whoever asks accepts the answer.
create table portal.assessment_challenges (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  return_id uuid not null,
  membership_id uuid not null,
  set_id text not null,
  standard_id text not null,
  status text not null default 'asked' check (status in ('asked', 'answered', 'accepted')),
  asked_at timestamptz not null default access.clock(),
  asked_by uuid not null references portal.people,
  revision integer not null default 1,
  unique (id, partnership_id, membership_id),
  unique (id, return_id, standard_id),
  foreign key (return_id, partnership_id, membership_id, set_id) references portal.assessment_returns (id, partnership_id, membership_id, set_id),
  foreign key (set_id, standard_id) references portal.assessment_standards (set_id, id)
);
create unique index assessment_challenges_one_open on portal.assessment_challenges (return_id, standard_id) where status <> 'accepted';
create table portal.assessment_remarks (
  challenge_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('question', 'answer', 'acceptance')),
  text text not null check (length(text) between 3 and 3000),
  said_at timestamptz not null default access.clock(),
  said_by uuid references portal.people,
  office text not null,
  on_behalf boolean not null default false,
  primary key (challenge_id, number),
  foreign key (challenge_id, partnership_id, membership_id) references portal.assessment_challenges (id, partnership_id, membership_id)
);
-- How the challenger rates a standard in the end, beside the agency's own rating.
create table portal.assessment_moderations (
  challenge_id uuid primary key,
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  return_id uuid not null,
  standard_id text not null,
  rating text not null check (rating ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  moderated_at timestamptz not null default access.clock(),
  moderated_by uuid references portal.people,
  office text not null,
  foreign key (challenge_id, partnership_id, membership_id) references portal.assessment_challenges (id, partnership_id, membership_id),
  foreign key (challenge_id, return_id, standard_id) references portal.assessment_challenges (id, return_id, standard_id)
);
--> statement-breakpoint
-- What an agency undertakes to do, from its return or from a challenge, until somebody else closes it.
create table portal.assessment_actions (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  return_id uuid not null,
  membership_id uuid not null,
  set_id text not null,
  standard_id text not null,
  origin text not null check (origin in ('return', 'challenge')),
  what text not null check (length(what) between 3 and 1000),
  owner text not null check (length(owner) between 2 and 120),
  first_due_on date not null,
  due_on date not null,
  status text not null default 'open' check (status in ('open', 'proposed', 'closed')),
  proposed_by uuid references portal.people,
  closed_at timestamptz,
  closed_by uuid references portal.people,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  revision integer not null default 1,
  unique (id, partnership_id, membership_id),
  foreign key (return_id, partnership_id, membership_id, set_id) references portal.assessment_returns (id, partnership_id, membership_id, set_id),
  foreign key (set_id, standard_id) references portal.assessment_standards (set_id, id),
  check ((status = 'closed') = (closed_at is not null) and (status = 'closed') = (closed_by is not null) and (status = 'open' or proposed_by is not null)),
  constraint assessment_actions_closed_by_another check (closed_by is null or closed_by <> proposed_by)
);
create index assessment_actions_partnership on portal.assessment_actions (partnership_id, status);
create index assessment_actions_return on portal.assessment_actions (return_id);
-- Its story: progress, moves of the date, evidence that it is done, what more is asked.
create table portal.assessment_action_entries (
  action_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('recorded', 'progress', 'moved', 'proposed', 'more-asked', 'closed')),
  text text check (length(text) between 3 and 3000),
  due_before date,
  due_after date,
  said_at timestamptz not null default access.clock(),
  said_by uuid references portal.people,
  office text not null,
  on_behalf boolean not null default false,
  primary key (action_id, number),
  foreign key (action_id, partnership_id, membership_id) references portal.assessment_actions (id, partnership_id, membership_id),
  check ((kind = 'moved') = (due_before is not null) and (kind = 'moved') = (due_after is not null) and (text is not null or kind = 'recorded'))
);
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['assessment_rounds', 'assessment_returns', 'assessment_extensions', 'assessment_answers', 'assessment_samples', 'assessment_challenges',
      'assessment_remarks', 'assessment_moderations', 'assessment_actions', 'assessment_action_entries'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('create policy in_office on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()))', t);
    execute format('grant select, insert, update, delete on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    if t <> 'assessment_rounds' then
      execute format('create policy own on portal.%I for select to safeguarding_portal using (membership_id in (select portal.my_agency_memberships()))', t);
    end if;
  end loop;
  -- What an agency does itself: it answers, submits, and works on its actions. It samples, moderates and extends nothing.
  foreach t in array array['assessment_answers', 'assessment_remarks', 'assessment_actions', 'assessment_action_entries'] loop
    execute format('create policy own_adds on portal.%I for insert to safeguarding_portal with check (membership_id in (select portal.my_agency_memberships()))', t);
  end loop;
  foreach t in array array['assessment_returns', 'assessment_answers', 'assessment_challenges', 'assessment_actions'] loop
    execute format('create policy own_changes on portal.%I for update to safeguarding_portal using (membership_id in (select portal.my_agency_memberships())) with check (membership_id in (select portal.my_agency_memberships()))', t);
  end loop;
  -- Nobody samples, challenges or moderates the agency for which they speak.
  foreach t in array array['assessment_samples', 'assessment_challenges', 'assessment_moderations'] loop
    execute format('create policy not_own on portal.%I as restrictive for insert to safeguarding_portal with check (membership_id not in (select portal.my_agency_memberships()))', t);
  end loop;
end $$;
create policy own on portal.assessment_rounds for select to safeguarding_portal using (exists (select from portal.assessment_returns r where r.round_id = assessment_rounds.id));
grant select on portal.assessment_sets, portal.assessment_standards to safeguarding_portal, safeguarding_definer;
grant update (due_on, status, begun_at, submitted_at, submitted_by, submitted_office, on_behalf, declaration, answers_sha256, revision) on portal.assessment_returns to safeguarding_portal;
grant update (evidence, rating, action, action_owner, action_due_on, revision, saved_at, saved_by, saved_office, on_behalf) on portal.assessment_answers to safeguarding_portal;
grant update (status, revision) on portal.assessment_challenges to safeguarding_portal;
grant update (due_on, status, proposed_by, closed_at, closed_by, revision) on portal.assessment_actions to safeguarding_portal;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- What was submitted stays as it was.
create function portal.guard_assessment_answer() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if exists (select from portal.assessment_returns r where r.id = coalesce(new.return_id, old.return_id) and r.status = 'submitted') then
      raise exception 'the return is submitted' using errcode = 'check_violation', constraint = 'assessment_answers_open';
    end if;
    return coalesce(new, old);
  end $$;
create function portal.guard_assessment_return() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if old.status = 'submitted' then
      raise exception 'the return is submitted' using errcode = 'check_violation', constraint = 'assessment_returns_submitted';
    end if;
    if new.due_on <> old.due_on and access.me() is not null and new.partnership_id not in (select access.my_partnerships_in_office()) then
      raise exception 'an agency does not move its own date' using errcode = 'check_violation', constraint = 'assessment_returns_due';
    end if;
    return new;
  end $$;
-- An action is closed once, by somebody who does not speak for the agency.
create function portal.guard_assessment_action() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if old.status = 'closed' then
      raise exception 'the action is closed' using errcode = 'check_violation', constraint = 'assessment_actions_open';
    end if;
    if new.due_on <> old.due_on and access.me() is not null and new.partnership_id not in (select access.my_partnerships_in_office()) then
      raise exception 'an agency does not move its own date' using errcode = 'check_violation', constraint = 'assessment_actions_due';
    end if;
    if new.status = 'closed' and access.me() is not null and (old.status <> 'proposed' or new.closed_by is distinct from access.me() or new.membership_id in (select portal.my_agency_memberships())) then
      raise exception 'somebody else closes it' using errcode = 'check_violation', constraint = 'assessment_actions_closed_by_another';
    end if;
    return new;
  end $$;
-- The agencies of a partnership for which somebody speaks today who can sign in. For those who run the partnership.
create function portal.agencies_with_account(the_partnership uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct m.id from portal.agency_memberships m
      join portal.appointments a on a.partnership_id = m.partnership_id and a.post_id in (m.representative_post_id, m.deputy_post_id)
      join access.accounts c on c.person_id = a.person_id and c.suspended_at is null
    where m.partnership_id = the_partnership and the_partnership in (select access.my_partnerships_in_office())
      and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())
  $$;
-- Writes to those who speak for an agency two weeks before its return is due, once.
create function portal.remind_assessments() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare reminded integer; begin
    with due as (
      update portal.assessment_returns r set reminded_on = access.today()
      where r.status <> 'submitted' and r.reminded_on is null and r.due_on between access.today() and access.today() + 14 and r.issued_at < access.clock() - interval '1 day'
      returning r.id, r.partnership_id, r.membership_id, r.round_id, r.due_on)
    insert into portal.messages (id, person_id, partnership_id, kind, topic, content)
      select gen_random_uuid(), a.person_id, due.partnership_id, 'assessment-due', 'self-assessments',
        jsonb_build_object('kind', 'assessment-due', 'partnershipId', due.partnership_id, 'returnId', due.id, 'title', o.title, 'agency', g.legal_name, 'dueOn', due.due_on)
      from due join portal.assessment_rounds o on o.id = due.round_id join portal.agency_memberships m on m.id = due.membership_id join portal.agencies g on g.id = m.agency_id
        join portal.appointments a on a.partnership_id = m.partnership_id and a.post_id in (m.representative_post_id, m.deputy_post_id)
          and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today());
    get diagnostics reminded = row_count;
    return reminded;
  end $$;
do $$
declare f text; begin
  foreach f in array array['guard_assessment_answer()', 'guard_assessment_return()', 'guard_assessment_action()', 'agencies_with_account(uuid)', 'remind_assessments()'] loop
    execute format('alter function portal.%s owner to safeguarding_definer', f);
    execute format('revoke all on function portal.%s from public', f);
  end loop;
end $$;
grant execute on function portal.agencies_with_account(uuid) to safeguarding_portal;
grant execute on function portal.remind_assessments() to safeguarding_worker;
create trigger assessment_answers_guard before insert or update or delete on portal.assessment_answers for each row execute function portal.guard_assessment_answer();
create trigger assessment_returns_guard before update on portal.assessment_returns for each row execute function portal.guard_assessment_return();
create trigger assessment_actions_guard before update on portal.assessment_actions for each row execute function portal.guard_assessment_action();
