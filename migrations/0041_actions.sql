-- Actions: what somebody undertakes to do, wherever it comes from, until somebody else closes it. Those of self-assessments move here.
set local role safeguarding_owner;
--> statement-breakpoint
-- Where it comes from is `origin`, and the column of that origin names the very one. A later origin adds its column here, with
-- a constraint of its own like actions_of_assessment: as an action has one origin, at most one of them is ever set.
create table portal.actions (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  -- 'own' is an action that was recorded by itself.
  origin text not null default 'own' check (origin ~ '^[a-z][a-z-]{2,29}$'),
  return_id uuid,
  -- The standard of the return, and whether a challenge asked for it or the agency itself said so.
  standard_id text,
  from_challenge boolean not null default false,
  what text not null check (length(what) between 3 and 1000),
  -- Whose it is in words, by post and never by name; and the post of the partnership or the agency of its register, if it is one's.
  owner text not null check (length(owner) between 2 and 250),
  owner_post_id uuid,
  membership_id uuid,
  -- The day it was first due never changes; the day it is due now does, with a reason.
  original_due_on date not null,
  due_on date not null,
  -- From here on it is written by its story alone.
  state text not null default 'open' check (state in ('open', 'proposed-done', 'closed')),
  proposed_by uuid references portal.people,
  closed_at timestamptz,
  closed_by uuid references portal.people,
  -- How many entries its story has.
  revision integer not null default 0,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  unique (id, partnership_id),
  constraint actions_of_assessment check ((origin = 'assessment') = (return_id is not null) and (return_id is null) = (standard_id is null) and (return_id is null or membership_id is not null) and (return_id is not null or not from_challenge)),
  constraint actions_one_owner check (num_nonnulls(owner_post_id, membership_id) <= 1),
  constraint actions_closed_by_another check (closed_by is null or closed_by <> proposed_by),
  check ((state = 'closed') = (closed_at is not null) and (state = 'closed') = (closed_by is not null) and (state = 'open') = (proposed_by is null)),
  foreign key (return_id, partnership_id, membership_id) references portal.assessment_returns (id, partnership_id, membership_id),
  foreign key (return_id, standard_id) references portal.assessment_answers (return_id, standard_id),
  foreign key (owner_post_id, partnership_id) references portal.posts (id, partnership_id),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id)
);
create index actions_partnership on portal.actions (partnership_id, state, due_on);
create index actions_return on portal.actions (return_id, standard_id) where return_id is not null;
create index actions_membership on portal.actions (membership_id) where membership_id is not null;
create index actions_owner on portal.actions (owner_post_id) where owner_post_id is not null;
-- The story of an action, one thing after another; never changed.
create table portal.action_entries (
  action_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  kind text not null check (kind in ('recorded', 'progress', 'moved', 'owner-changed', 'proposed', 'more-asked', 'closed')),
  text text check (length(text) between 3 and 3000),
  due_before date,
  due_after date,
  owner_before text,
  owner_after text check (length(owner_after) between 2 and 250),
  owner_post_id uuid,
  membership_id uuid,
  said_at timestamptz not null default access.clock(),
  said_by uuid references portal.people,
  office text not null check (length(office) between 2 and 400),
  -- Said for an owner who cannot say it here.
  on_behalf boolean not null default false,
  constraint action_entries_number_key primary key (action_id, number),
  foreign key (action_id, partnership_id) references portal.actions (id, partnership_id),
  check ((kind = 'moved') = (due_before is not null) and (kind = 'moved') = (due_after is not null)),
  check (due_before <> due_after),
  check ((kind = 'owner-changed') = (owner_before is not null) and (kind = 'owner-changed') = (owner_after is not null)),
  check (kind = 'owner-changed' or num_nonnulls(owner_post_id, membership_id) = 0),
  check (text is not null or kind = 'recorded')
);
create index action_entries_partnership on portal.action_entries (partnership_id);
--> statement-breakpoint
-- Those of self-assessments move, each with its id and its story. Their owner reads the tables whole for that.
alter table portal.assessment_actions no force row level security;
alter table portal.assessment_action_entries no force row level security;
insert into portal.actions (id, partnership_id, origin, return_id, standard_id, from_challenge, what, owner, membership_id, original_due_on, due_on, state, proposed_by, closed_at, closed_by, revision, recorded_at, recorded_by)
  select id, partnership_id, 'assessment', return_id, standard_id, origin = 'challenge', what, owner, membership_id, first_due_on, due_on, case status when 'proposed' then 'proposed-done' else status end,
    proposed_by, closed_at, closed_by, (select count(*) from portal.assessment_action_entries e where e.action_id = a.id), recorded_at, recorded_by
  from portal.assessment_actions a;
insert into portal.action_entries (action_id, partnership_id, number, kind, text, due_before, due_after, said_at, said_by, office, on_behalf)
  select action_id, partnership_id, number, kind, text, due_before, due_after, said_at, said_by, office, on_behalf from portal.assessment_action_entries;
drop table portal.assessment_action_entries;
drop table portal.assessment_actions;
--> statement-breakpoint
reset role;
--> statement-breakpoint
drop function portal.guard_assessment_action();
-- The posts that the signed-in person holds today.
create function portal.my_posts() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select a.post_id from portal.appointments a where a.person_id = (select access.me()) and a.starts_on <= (select access.today()) and (a.ends_on is null or a.ends_on > (select access.today()))
  $$;
--> statement-breakpoint
-- An action begins open, in one's own name.
create function portal.guard_action() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.state <> 'open' or new.revision <> 0 or new.due_on <> new.original_due_on then
      raise exception 'an action begins open' using errcode = 'check_violation', constraint = 'actions_begin_open';
    end if;
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'actions_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- An entry goes on from the last one, of an action that is not closed, in one's own name; it moves the action. What was
-- proposed as done is closed or sent back by somebody who neither proposed it nor owns it.
create function portal.take_action_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare action portal.actions; begin
    if session_user = 'safeguarding_portal' and new.said_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'action_entries_own_name';
    end if;
    select * into action from portal.actions a where a.id = new.action_id and a.partnership_id = new.partnership_id for update;
    if new.number <> action.revision + 1 then
      raise exception 'somebody said something first' using errcode = 'check_violation', constraint = 'action_entries_number_key';
    end if;
    if action.state = 'closed' or (new.kind = 'recorded') <> (new.number = 1) or (new.kind in ('progress', 'proposed') and action.state <> 'open')
      or (new.kind in ('more-asked', 'closed') and action.state <> 'proposed-done') or (new.kind = 'moved' and new.due_before <> action.due_on) then
      raise exception 'the action is not in that state' using errcode = 'check_violation', constraint = 'action_entries_in_order';
    end if;
    if new.kind in ('more-asked', 'closed') and (action.proposed_by = coalesce(access.me(), new.said_by) or action.owner_post_id in (select portal.my_posts()) or action.membership_id in (select portal.my_agency_memberships())) then
      raise exception 'somebody else closes it' using errcode = 'check_violation', constraint = 'actions_closed_by_another';
    end if;
    update portal.actions a set
      revision = new.number,
      due_on = coalesce(new.due_after, a.due_on),
      owner = coalesce(new.owner_after, a.owner),
      owner_post_id = case when new.kind = 'owner-changed' then new.owner_post_id else a.owner_post_id end,
      membership_id = case when new.kind = 'owner-changed' then new.membership_id else a.membership_id end,
      state = case new.kind when 'proposed' then 'proposed-done' when 'more-asked' then 'open' when 'closed' then 'closed' else a.state end,
      proposed_by = case new.kind when 'proposed' then new.said_by when 'more-asked' then null else a.proposed_by end,
      closed_at = case when new.kind = 'closed' then new.said_at end,
      closed_by = case when new.kind = 'closed' then new.said_by end
      where a.id = new.action_id;
    return new;
  end $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['my_posts()', 'guard_action()', 'take_action_entry()'] loop
    execute format('alter function portal.%s owner to safeguarding_definer', f);
    execute format('revoke all on function portal.%s from public', f);
  end loop;
end $$;
grant execute on function portal.my_posts() to safeguarding_portal, safeguarding_definer;
create trigger actions_guard before insert on portal.actions for each row execute function portal.guard_action();
create trigger actions_no_delete before delete on portal.actions for each row execute function portal.refuse_change();
create trigger actions_no_truncate before truncate on portal.actions for each statement execute function portal.refuse_change();
create trigger action_entries_take before insert on portal.action_entries for each row execute function portal.take_action_entry();
create trigger action_entries_no_change before update or delete on portal.action_entries for each row execute function portal.refuse_change();
create trigger action_entries_no_truncate before truncate on portal.action_entries for each statement execute function portal.refuse_change();
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['actions', 'action_entries'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    execute format('create policy in_office on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()))', t);
  end loop;
end $$;
-- Whoever holds no office of the partnership sees what is their own: of the agency they speak for, or of their post. They say how
-- far it is and that it is done; an agency's own come with the return that it submits.
create policy own on portal.actions for select to safeguarding_portal using (membership_id in (select portal.my_agency_memberships()) or owner_post_id in (select portal.my_posts()));
create policy own_adds on portal.actions for insert to safeguarding_portal with check (origin = 'assessment' and membership_id in (select portal.my_agency_memberships()));
create policy own on portal.action_entries for select to safeguarding_portal using (exists (select from portal.actions a where a.id = action_id));
create policy own_adds on portal.action_entries for insert to safeguarding_portal
  with check (kind in ('recorded', 'progress', 'proposed') and exists (select from portal.actions a where a.id = action_id and (a.membership_id in (select portal.my_agency_memberships()) or a.owner_post_id in (select portal.my_posts()))));
