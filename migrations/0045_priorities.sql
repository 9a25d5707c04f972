-- Shared priorities: what a partnership set out to improve for children, by which measures, and what came of it.
set local role safeguarding_owner;
--> statement-breakpoint
-- Its words are fixed once it is agreed. Its state and its due date are written by statements and moves alone.
create table portal.priorities (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  -- The nth of the partnership, which is how people name it.
  number integer not null check (number > 0),
  title text not null check (length(title) between 5 and 150),
  why text not null check (length(why) between 10 and 3000),
  outcome text not null check (length(outcome) between 10 and 1000),
  period_from date not null,
  period_to date not null,
  -- The statutory partner whose delegated safeguarding partner leads it.
  lead_seat_id uuid not null,
  original_due_on date not null,
  due_on date not null,
  agreed_on date,
  agreed_where text check (length(agreed_where) between 3 and 300),
  state text not null default 'not-started' check (state in ('not-started', 'on-track', 'at-risk', 'off-track', 'achieved', 'closed')),
  statements integer not null default 0,
  moves integer not null default 0,
  revision integer not null default 1,
  -- The office of whoever recorded it, in words.
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  constraint priorities_number_key unique (partnership_id, number),
  foreign key (lead_seat_id, partnership_id) references portal.seats (id, partnership_id),
  check (period_from <= period_to),
  check ((agreed_on is null) = (agreed_where is null))
);
create index priorities_lead_seat on portal.priorities (lead_seat_id);
create table portal.priority_agencies (
  priority_id uuid not null,
  membership_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  primary key (priority_id, membership_id),
  foreign key (priority_id, partnership_id) references portal.priorities (id, partnership_id),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id)
);
create index priority_agencies_membership on portal.priority_agencies (membership_id);
create index priority_agencies_partnership on portal.priority_agencies (partnership_id);
--> statement-breakpoint
-- By what it is seen whether a priority makes a difference. Figures are exact decimals.
create table portal.priority_measures (
  id uuid primary key default gen_random_uuid(),
  priority_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  name text not null check (length(name) between 3 and 150),
  definition text not null check (length(definition) between 5 and 1000),
  unit text not null check (length(unit) between 1 and 60),
  direction text not null check (direction in ('up', 'down')),
  -- A count of children is not published under 5; of a running total, neither is what tells such a count by subtraction.
  counts_children boolean not null,
  running_total boolean not null default false,
  part_of uuid,
  baseline numeric check (abs(baseline) < 1e12 and scale(baseline) <= 6),
  baseline_on date,
  target numeric check (abs(target) < 1e12 and scale(target) <= 6),
  target_on date,
  source text not null check (length(source) between 3 and 300),
  frequency text not null check (frequency in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  unique (id, priority_id),
  constraint priority_measures_number_key unique (priority_id, number),
  foreign key (priority_id, partnership_id) references portal.priorities (id, partnership_id),
  foreign key (part_of, priority_id) references portal.priority_measures (id, priority_id),
  check ((baseline is null) = (baseline_on is null)),
  check ((target is null) = (target_on is null)),
  check (counts_children or (part_of is null and not running_total)),
  check (part_of <> id)
);
create index priority_measures_partnership on portal.priority_measures (partnership_id);
create index priority_measures_part_of on portal.priority_measures (part_of) where part_of is not null;
create table portal.measure_points (
  id uuid primary key default gen_random_uuid(),
  measure_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  on_day date not null,
  value numeric not null check (abs(value) < 1e12 and scale(value) <= 6),
  source text not null check (length(source) between 3 and 300),
  -- What was asked about it, and why it is right all the same.
  questions text[] not null default '{}' check (questions <@ array['out-of-order', 'duplicate-date', 'factor']),
  confirmed_reason text check (length(confirmed_reason) between 3 and 500),
  -- When another figure of the same day took its place.
  superseded_at timestamptz,
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  foreign key (measure_id, partnership_id) references portal.priority_measures (id, partnership_id),
  constraint measure_points_questioned check ((questions = '{}') = (confirmed_reason is null))
);
create unique index measure_points_one_of_a_day on portal.measure_points (measure_id, on_day) where superseded_at is null;
create index measure_points_partnership on portal.measure_points (partnership_id);
--> statement-breakpoint
-- What was said of a priority on a day, and how its due date moved; never changed.
create table portal.priority_statements (
  id uuid primary key default gen_random_uuid(),
  priority_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  state text not null check (state in ('not-started', 'on-track', 'at-risk', 'off-track', 'achieved', 'closed')),
  words text not null check (length(words) between 3 and 3000),
  -- The measures as they stood.
  measures jsonb not null,
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint priority_statements_number_key unique (priority_id, number),
  foreign key (priority_id, partnership_id) references portal.priorities (id, partnership_id)
);
create index priority_statements_partnership on portal.priority_statements (partnership_id);
create table portal.priority_moves (
  id uuid primary key default gen_random_uuid(),
  priority_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  from_day date not null,
  to_day date not null,
  reason text not null check (length(reason) between 3 and 1000),
  agreed_by text not null check (length(agreed_by) between 3 and 300),
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint priority_moves_number_key unique (priority_id, number),
  foreign key (priority_id, partnership_id) references portal.priorities (id, partnership_id),
  check (from_day <> to_day)
);
create index priority_moves_partnership on portal.priority_moves (partnership_id);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A priority begins as a draft, in one's own name; while it is one, the day it is due is the day it is first due.
create function portal.guard_priority() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if new.agreed_on is not null or new.state <> 'not-started' or new.statements <> 0 or new.moves <> 0 then
        raise exception 'a priority begins as a draft' using errcode = 'check_violation', constraint = 'priorities_begin_as_drafts';
      end if;
      if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
        raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'priorities_own_name';
      end if;
      new.due_on := new.original_due_on;
      return new;
    end if;
    if old.agreed_on is null then
      if new.moves = old.moves then new.due_on := new.original_due_on; end if;
    elsif (to_jsonb(new) - '{due_on,state,statements,moves,revision}'::text[]) <> (to_jsonb(old) - '{due_on,state,statements,moves,revision}'::text[]) then
      raise exception 'what was agreed stays' using errcode = 'check_violation', constraint = 'priorities_agreed_stay';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- What belongs to a priority is written in one's own name while it is open; who works on it, while it is a draft.
create function portal.guard_of_priority() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare priority portal.priorities; begin
    select * into priority from portal.priorities p where p.id = case when tg_op = 'DELETE' then old.priority_id else new.priority_id end;
    if priority.state = 'closed' then
      raise exception 'the priority is closed' using errcode = 'check_violation', constraint = 'priorities_open';
    end if;
    if tg_table_name = 'priority_agencies' and priority.agreed_on is not null then
      raise exception 'what was agreed stays' using errcode = 'check_violation', constraint = 'priorities_agreed_stay';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
  end $$;
--> statement-breakpoint
-- A measure that has figures keeps what it measures; what was not known may still be said, once.
create function portal.guard_priority_measure() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if exists (select from portal.measure_points m where m.measure_id = old.id) and (
        (to_jsonb(new) - '{baseline,baseline_on,target,target_on}'::text[]) <> (to_jsonb(old) - '{baseline,baseline_on,target,target_on}'::text[])
        or (old.baseline is not null and (new.baseline, new.baseline_on) is distinct from (old.baseline, old.baseline_on))
        or (old.target is not null and (new.target, new.target_on) is distinct from (old.target, old.target_on))) then
      raise exception 'a measure with figures stays' using errcode = 'check_violation', constraint = 'priority_measures_with_figures_stay';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- A figure is of today or earlier and recorded in one's own name; all that happens to it is that another takes its place.
create function portal.guard_measure_point() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
        raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'measure_points_own_name';
      end if;
      if new.on_day > access.today() or new.superseded_at is not null then
        raise exception 'not of a day to come' using errcode = 'check_violation', constraint = 'measure_points_not_to_come';
      end if;
      if exists (select from portal.priority_measures m join portal.priorities p on p.id = m.priority_id where m.id = new.measure_id and p.state = 'closed') then
        raise exception 'the priority is closed' using errcode = 'check_violation', constraint = 'priorities_open';
      end if;
      return new;
    end if;
    if tg_op = 'UPDATE' and old.superseded_at is null and new.superseded_at is not null and (to_jsonb(new) - 'superseded_at') = (to_jsonb(old) - 'superseded_at') then
      return new;
    end if;
    raise exception 'figures stay' using errcode = 'restrict_violation', constraint = 'measure_points_stay';
  end $$;
--> statement-breakpoint
-- A statement goes on from the last one, of a priority that is agreed and not closed (closing a draft excepted), in one's own
-- name, and says how the priority stands. Nobody says that it is achieved but on evidence whose last figure is somebody else's.
create function portal.take_priority_statement() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare priority portal.priorities; begin
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'priority_statements_own_name';
    end if;
    select * into priority from portal.priorities p where p.id = new.priority_id and p.partnership_id = new.partnership_id for update;
    if priority.state = 'closed' then
      raise exception 'the priority is closed' using errcode = 'check_violation', constraint = 'priorities_open';
    end if;
    if priority.agreed_on is null and new.state <> 'closed' then
      raise exception 'the priority is a draft' using errcode = 'check_violation', constraint = 'priority_statements_agreed';
    end if;
    if new.number <> priority.statements + 1 then
      raise exception 'somebody said something first' using errcode = 'check_violation', constraint = 'priority_statements_number_key';
    end if;
    if new.state = 'achieved' and not exists (
        select from portal.priority_measures m join lateral (
          select * from portal.measure_points p where p.measure_id = m.id and p.superseded_at is null order by p.on_day desc limit 1) latest on true
        where m.priority_id = new.priority_id and m.baseline is not null and latest.on_day > m.baseline_on and latest.recorded_by <> new.recorded_by) then
      raise exception 'nothing shows that it is achieved' using errcode = 'check_violation', constraint = 'priority_statements_evidence';
    end if;
    update portal.priorities p set state = new.state, statements = new.number where p.id = new.priority_id;
    return new;
  end $$;
--> statement-breakpoint
-- A move goes on from the day it is due now.
create function portal.take_priority_move() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare priority portal.priorities; begin
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'priority_moves_own_name';
    end if;
    select * into priority from portal.priorities p where p.id = new.priority_id and p.partnership_id = new.partnership_id for update;
    if priority.state = 'closed' or priority.agreed_on is null then
      raise exception 'the priority is closed or a draft' using errcode = 'check_violation', constraint = 'priorities_open';
    end if;
    if new.number <> priority.moves + 1 or new.from_day <> priority.due_on then
      raise exception 'somebody moved it first' using errcode = 'check_violation', constraint = 'priority_moves_number_key';
    end if;
    update portal.priorities p set due_on = new.to_day, moves = new.number where p.id = new.priority_id;
    return new;
  end $$;
--> statement-breakpoint
do $$
declare f text; t text; begin
  foreach f in array array['guard_priority', 'guard_of_priority', 'guard_priority_measure', 'guard_measure_point', 'take_priority_statement', 'take_priority_move'] loop
    execute format('alter function portal.%I() owner to safeguarding_definer', f);
    execute format('revoke all on function portal.%I() from public', f);
  end loop;
  foreach t in array array['priorities', 'priority_agencies', 'priority_measures', 'measure_points', 'priority_statements', 'priority_moves'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    execute format('create policy in_office on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()))', t);
    execute format('create trigger %I before truncate on portal.%I for each statement execute function portal.refuse_change()', t || '_no_truncate', t);
  end loop;
  foreach t in array array['priorities', 'priority_measures'] loop
    execute format('create trigger %I before delete on portal.%I for each row execute function portal.refuse_change()', t || '_no_delete', t);
  end loop;
  foreach t in array array['priority_statements', 'priority_moves'] loop
    execute format('create trigger %I before update or delete on portal.%I for each row execute function portal.refuse_change()', t || '_no_change', t);
  end loop;
end $$;
grant update (title, why, outcome, period_from, period_to, lead_seat_id, original_due_on, agreed_on, agreed_where, revision) on portal.priorities to safeguarding_portal;
grant update (name, definition, unit, direction, counts_children, running_total, part_of, baseline, baseline_on, target, target_on, source, frequency) on portal.priority_measures to safeguarding_portal;
grant update (superseded_at) on portal.measure_points to safeguarding_portal;
grant delete on portal.priority_agencies to safeguarding_portal;
create trigger priorities_guard before insert or update on portal.priorities for each row execute function portal.guard_priority();
create trigger priority_agencies_guard before insert or delete on portal.priority_agencies for each row execute function portal.guard_of_priority();
create trigger priority_measures_of_priority before insert or update on portal.priority_measures for each row execute function portal.guard_of_priority();
create trigger priority_measures_stay before update on portal.priority_measures for each row execute function portal.guard_priority_measure();
create trigger measure_points_guard before insert or update or delete on portal.measure_points for each row execute function portal.guard_measure_point();
create trigger priority_statements_take before insert on portal.priority_statements for each row execute function portal.take_priority_statement();
create trigger priority_moves_take before insert on portal.priority_moves for each row execute function portal.take_priority_move();
