-- Requests for information: who was asked for what, on which basis, and what became of it, step by step.
set local role safeguarding_owner;
--> statement-breakpoint
-- A request to a person or body for information that helps the partners do their work. What it asks never changes; where it
-- stands (from due_on to steps) is written by its steps alone. It says nothing about a child or any other person.
create table portal.information_requests (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  -- The nth of the partnership, which is how people name it.
  number integer not null check (number > 0),
  -- The statutory partner that asks; null is all of them together.
  seat_id uuid,
  -- The agency of the register that is asked; null for any other body.
  membership_id uuid,
  recipient text not null check (length(recipient) between 2 and 200),
  purpose text not null check (length(purpose) between 10 and 1000),
  asked_for text not null check (length(asked_for) between 10 and 1000),
  basis text not null check (basis ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  basis_words text check (length(basis_words) between 3 and 500),
  asked_on date not null,
  first_due_on date not null,
  due_on date not null,
  answer text check (answer in ('in-full', 'in-part', 'refused')),
  answered_on date,
  -- How far up it was taken; none once all that was asked for was supplied.
  stage text check (stage in ('delegates', 'chair', 'leads')),
  decided_on date,
  closed_on date,
  outcome text check (outcome in ('supplied', 'enough', 'not-supplied', 'withdrawn', 'court')),
  steps integer not null default 0,
  -- The office of whoever recorded it, in words.
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  constraint information_requests_number_key unique (partnership_id, number),
  foreign key (seat_id, partnership_id) references portal.seats (id, partnership_id),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id),
  check (first_due_on >= asked_on and due_on >= asked_on),
  check ((answer is null) = (answered_on is null)),
  check (decided_on is null or stage is not null),
  check ((closed_on is null) = (outcome is null))
);
create index information_requests_membership on portal.information_requests (membership_id);
--> statement-breakpoint
-- What happened to a request, one thing after another; never changed.
create table portal.information_request_steps (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  -- The nth of the request, so that two who go on from the same state do not both count.
  number integer not null check (number > 0),
  kind text not null check (kind in ('due-moved', 'answered', 'escalated', 'decided', 'closed')),
  on_day date not null,
  due_on date,
  answer text check (answer in ('in-full', 'in-part', 'refused')),
  -- To whom it was taken, or who decided.
  stage text check (stage in ('delegates', 'chair', 'leads')),
  outcome text check (outcome in ('supplied', 'enough', 'not-supplied', 'withdrawn', 'court')),
  -- The reason, what was supplied, what was decided.
  words text check (length(words) between 3 and 1000),
  -- What the scrutineer advised, and who saw it otherwise.
  advice text check (length(advice) between 3 and 1000),
  minority_view text check (length(minority_view) between 3 and 1000),
  office text not null check (length(office) between 2 and 400),
  -- Said by the recipient's own representative.
  by_recipient boolean not null default false,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint information_request_steps_number_key unique (request_id, number),
  foreign key (request_id, partnership_id) references portal.information_requests (id, partnership_id),
  check ((kind = 'due-moved') = (due_on is not null)),
  check ((kind = 'answered') = (answer is not null)),
  check ((kind in ('escalated', 'decided')) = (stage is not null)),
  check ((kind = 'closed') = (outcome is not null)),
  check (kind = 'decided' or (advice is null and minority_view is null)),
  -- All that was asked for needs no words.
  check (words is not null or answer = 'in-full')
);
create index information_request_steps_partnership on portal.information_request_steps (partnership_id);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A request begins open, in one's own name.
create function portal.guard_information_request() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.due_on <> new.first_due_on or new.steps <> 0 or num_nonnulls(new.answer, new.stage, new.decided_on, new.closed_on) > 0 then
      raise exception 'a request begins open' using errcode = 'check_violation', constraint = 'information_requests_begin_open';
    end if;
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'information_requests_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- A step goes on from the last one, of a request that is not closed, and is taken in one's own name; it moves the request.
create function portal.take_information_request_step() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare request portal.information_requests; begin
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'information_request_steps_own_name';
    end if;
    select * into request from portal.information_requests r where r.id = new.request_id and r.partnership_id = new.partnership_id for update;
    if request.closed_on is not null then
      raise exception 'the request is closed' using errcode = 'check_violation', constraint = 'information_request_steps_open';
    end if;
    if new.number <> request.steps + 1 then
      raise exception 'somebody took another step first' using errcode = 'check_violation', constraint = 'information_request_steps_number_key';
    end if;
    update portal.information_requests r set
      steps = new.number,
      due_on = coalesce(new.due_on, r.due_on),
      answer = coalesce(new.answer, r.answer),
      answered_on = case when new.kind = 'answered' then new.on_day else r.answered_on end,
      stage = case when new.kind = 'escalated' then new.stage when new.answer = 'in-full' then null else r.stage end,
      decided_on = case when new.kind = 'decided' then new.on_day when new.kind = 'escalated' or new.answer = 'in-full' then null else r.decided_on end,
      closed_on = case when new.kind = 'closed' then new.on_day end,
      outcome = new.outcome
      where r.id = new.request_id;
    return new;
  end $$;
--> statement-breakpoint
alter function portal.guard_information_request() owner to safeguarding_definer;
alter function portal.take_information_request_step() owner to safeguarding_definer;
revoke all on function portal.guard_information_request(), portal.take_information_request_step() from public;
create trigger information_requests_guard before insert on portal.information_requests for each row execute function portal.guard_information_request();
create trigger information_request_steps_take before insert on portal.information_request_steps for each row execute function portal.take_information_request_step();
create trigger information_request_steps_no_change before update or delete on portal.information_request_steps for each row execute function portal.refuse_change();
create trigger information_request_steps_no_truncate before truncate on portal.information_request_steps for each statement execute function portal.refuse_change();
create trigger information_requests_no_delete before delete on portal.information_requests for each row execute function portal.refuse_change();
create trigger information_requests_no_truncate before truncate on portal.information_requests for each statement execute function portal.refuse_change();
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['information_requests', 'information_request_steps'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    execute format('create policy in_office on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()))', t);
  end loop;
end $$;
-- A representative reads what is asked of their own agency, but not how the partners decided among themselves; and answers.
create policy own on portal.information_requests for select to safeguarding_portal using (membership_id in (select portal.my_agency_memberships()));
create policy own on portal.information_request_steps for select to safeguarding_portal
  using (kind <> 'decided' and exists (select from portal.information_requests r where r.id = request_id and r.membership_id in (select portal.my_agency_memberships())));
create policy own_answers on portal.information_request_steps for insert to safeguarding_portal
  with check (kind = 'answered' and by_recipient and exists (select from portal.information_requests r where r.id = request_id and r.membership_id in (select portal.my_agency_memberships())));
