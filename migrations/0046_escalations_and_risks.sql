-- Escalations and disputes, stage by stage with the partnership's own clocks; and the register of risks with every score it had.
set local role safeguarding_owner;
--> statement-breakpoint
-- How many days a stage has, from a day on. Added to, never changed: the last of a day applies.
create table portal.escalation_clocks (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  stage text not null check (stage in ('raised', 'delegates', 'chair', 'leads', 'department')),
  -- The nth of the stage, so that two who set it do not both count.
  number integer not null check (number > 0),
  days integer not null check (days between 1 and 365),
  starts_on date not null,
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint escalation_clocks_number_key unique (partnership_id, stage, number)
);
--> statement-breakpoint
-- A disagreement between partners, or an issue that needs somebody above. What it says never changes; where it stands
-- (from stage to steps) is written by its steps alone. It says nothing about a child or any other person.
create table portal.escalations (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  kind text not null check (kind in ('dispute', 'issue')),
  subject text not null check (length(subject) between 5 and 200),
  issue text not null check (length(issue) between 10 and 2000),
  sought text not null check (length(sought) between 3 and 1000),
  parties text[] not null check (cardinality(parties) between 1 and 20),
  raised_on date not null,
  stage text not null default 'raised' check (stage in ('raised', 'delegates', 'chair', 'leads', 'department')),
  stage_since date not null,
  -- What this stage decided was recorded.
  decided_on date,
  closed_on date,
  outcome text check (outcome in ('settled', 'withdrawn')),
  steps integer not null default 0,
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  constraint escalations_number_key unique (partnership_id, number),
  check (stage_since >= raised_on),
  check ((closed_on is null) = (outcome is null))
);
create index escalations_open on portal.escalations (partnership_id) where closed_on is null;
--> statement-breakpoint
create table portal.escalation_steps (
  id uuid primary key default gen_random_uuid(),
  escalation_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  kind text not null check (kind in ('taken-further', 'decided', 'settled', 'withdrawn')),
  -- To which stage it was taken, or at which stage it was decided or ended.
  stage text not null check (stage in ('raised', 'delegates', 'chair', 'leads', 'department')),
  on_day date not null,
  words text not null check (length(words) between 3 and 2000),
  -- Of a decision: which bodies and offices took part, what the scrutineer advised, who saw it otherwise.
  took_part text check (length(took_part) between 3 and 500),
  advice text check (length(advice) between 3 and 1000),
  minority_view text check (length(minority_view) between 3 and 1000),
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint escalation_steps_number_key unique (escalation_id, number),
  foreign key (escalation_id, partnership_id) references portal.escalations (id, partnership_id),
  check ((kind = 'decided') = (took_part is not null)),
  check (kind = 'decided' or (advice is null and minority_view is null)),
  check (kind <> 'decided' or stage <> 'chair' or advice is not null)
);
create index escalation_steps_partnership on portal.escalation_steps (partnership_id);
--> statement-breakpoint
-- A risk to the partnership's work. What it is never changes; how it is judged is written by its reviews alone.
create table portal.risks (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  title text not null check (length(title) between 5 and 200),
  description text not null check (length(description) between 10 and 2000),
  likelihood integer not null check (likelihood between 1 and 5),
  impact integer not null check (impact between 1 and 5),
  mitigation text not null check (length(mitigation) between 3 and 2000),
  owner_post_id uuid not null references portal.posts,
  review_on date not null,
  closed_on date,
  reviews integer not null default 0,
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  constraint risks_number_key unique (partnership_id, number)
);
--> statement-breakpoint
-- How a risk was judged on a day; the first is with the risk. Never changed.
create table portal.risk_reviews (
  id uuid primary key default gen_random_uuid(),
  risk_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  number integer not null check (number > 0),
  on_day date not null,
  likelihood integer not null check (likelihood between 1 and 5),
  impact integer not null check (impact between 1 and 5),
  mitigation text not null check (length(mitigation) between 3 and 2000),
  owner_post_id uuid not null references portal.posts,
  -- Null of the review that closes it.
  review_on date,
  words text not null check (length(words) between 3 and 1000),
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint risk_reviews_number_key unique (risk_id, number),
  foreign key (risk_id, partnership_id) references portal.risks (id, partnership_id)
);
create index risk_reviews_partnership on portal.risk_reviews (partnership_id);
--> statement-breakpoint
reset role;
--> statement-breakpoint
create function portal.guard_own_record() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'records_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- An escalation begins at the bottom of the ladder, open.
create function portal.guard_escalation() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.stage <> 'raised' or new.stage_since <> new.raised_on or new.steps <> 0 or num_nonnulls(new.decided_on, new.closed_on) > 0 then
      raise exception 'an escalation begins raised' using errcode = 'check_violation', constraint = 'escalations_begin_raised';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- A step goes on from the last one, one stage up at a time, of an escalation that is not closed; it moves the escalation.
create function portal.take_escalation_step() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare of portal.escalations; ladder constant text[] := array['raised', 'delegates', 'chair', 'leads', 'department']; begin
    select * into of from portal.escalations e where e.id = new.escalation_id and e.partnership_id = new.partnership_id for update;
    if of.closed_on is not null then
      raise exception 'the escalation is closed' using errcode = 'check_violation', constraint = 'escalation_steps_open';
    end if;
    if new.number <> of.steps + 1 then
      raise exception 'somebody took another step first' using errcode = 'check_violation', constraint = 'escalation_steps_number_key';
    end if;
    if array_position(ladder, new.stage) <> array_position(ladder, of.stage) + (new.kind = 'taken-further')::int or new.on_day < of.stage_since then
      raise exception 'one stage at a time' using errcode = 'check_violation', constraint = 'escalation_steps_ladder';
    end if;
    update portal.escalations e set
      steps = new.number,
      stage = new.stage,
      stage_since = case when new.kind = 'taken-further' then new.on_day else e.stage_since end,
      decided_on = case new.kind when 'decided' then new.on_day when 'taken-further' then null else e.decided_on end,
      closed_on = case when new.kind in ('settled', 'withdrawn') then new.on_day end,
      outcome = case when new.kind in ('settled', 'withdrawn') then new.kind end
      where e.id = new.escalation_id;
    return new;
  end $$;
--> statement-breakpoint
-- A review of a risk that is not closed, with the next number; it changes how the risk is judged now.
create function portal.take_risk_review() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare of portal.risks; begin
    select * into of from portal.risks r where r.id = new.risk_id and r.partnership_id = new.partnership_id for update;
    if of.closed_on is not null then
      raise exception 'the risk is closed' using errcode = 'check_violation', constraint = 'risk_reviews_open';
    end if;
    if new.number <> of.reviews + 1 then
      raise exception 'somebody reviewed it first' using errcode = 'check_violation', constraint = 'risk_reviews_number_key';
    end if;
    if not exists (select from portal.posts p where p.id = new.owner_post_id and p.partnership_id = new.partnership_id) then
      raise exception 'a post of the partnership owns it' using errcode = 'check_violation', constraint = 'risk_reviews_owner';
    end if;
    update portal.risks r set reviews = new.number, likelihood = new.likelihood, impact = new.impact, mitigation = new.mitigation, owner_post_id = new.owner_post_id,
      review_on = coalesce(new.review_on, r.review_on), closed_on = case when new.review_on is null then new.on_day end
      where r.id = new.risk_id;
    return new;
  end $$;
--> statement-breakpoint
do $$
declare f text; t text; begin
  foreach f in array array['guard_own_record', 'guard_escalation', 'take_escalation_step', 'take_risk_review'] loop
    execute format('alter function portal.%s() owner to safeguarding_definer', f);
    execute format('revoke all on function portal.%s() from public', f);
  end loop;
  foreach t in array array['escalation_clocks', 'escalations', 'escalation_steps', 'risks', 'risk_reviews'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    execute format('create policy in_office on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()))', t);
    execute format('create trigger %1$s_own_name before insert on portal.%1$I for each row execute function portal.guard_own_record()', t);
    execute format('create trigger %1$s_no_delete before delete on portal.%1$I for each row execute function portal.refuse_change()', t);
    execute format('create trigger %1$s_no_truncate before truncate on portal.%1$I for each statement execute function portal.refuse_change()', t);
    if t not in ('escalations', 'risks') then
      execute format('create trigger %1$s_no_change before update on portal.%1$I for each row execute function portal.refuse_change()', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create trigger escalations_guard before insert on portal.escalations for each row execute function portal.guard_escalation();
create trigger escalation_steps_take before insert on portal.escalation_steps for each row execute function portal.take_escalation_step();
create trigger risk_reviews_take before insert on portal.risk_reviews for each row execute function portal.take_risk_review();
