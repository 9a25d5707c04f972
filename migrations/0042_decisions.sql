-- Decisions: what is delegated to a delegate's seat, what was decided by whom, how the leads answered, what they noted.
set local role safeguarding_owner;
--> statement-breakpoint
-- What the lead of a seat lets its delegate decide, from a day on, and how much money it may commit. Added to, never
-- changed: the last list of a day applies.
create table portal.delegated_matters (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  seat_id uuid not null,
  -- The nth list of the seat, so that two who change the same one do not both count.
  number integer not null check (number > 0),
  starts_on date not null,
  matters text[] not null check (array_to_string(matters, ' ') ~ '^[a-z -]*$' and cardinality(matters) <= 20),
  -- Pence that one decision may commit; null is none.
  limit_pence bigint check (limit_pence > 0),
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint delegated_matters_number_key unique (seat_id, number),
  foreign key (seat_id, partnership_id) references portal.seats (id, partnership_id)
);
create index delegated_matters_partnership on portal.delegated_matters (partnership_id);
--> statement-breakpoint
-- A decision of the partnership. What it says never changes: another corrects it or takes its place. Where it stands
-- (status, decided_on of the leads, replaced_by) is written by what follows it, in the database.
create table portal.decisions (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  -- The nth of the partnership, which is how people name it.
  number integer not null check (number > 0),
  sentence text not null check (length(sentence) between 10 and 300),
  matter text not null check (matter ~ '^[a-z]+(-[a-z]+)*$'),
  -- Pence that it commits; null is none.
  amount_pence bigint check (amount_pence > 0),
  options text not null check (length(options) between 10 and 3000),
  dissent text check (length(dissent) between 3 and 2000),
  leads_to text check (length(leads_to) between 3 and 2000),
  taken_by text not null check (taken_by in ('delegates', 'leads')),
  status text not null check (status in ('asked', 'stands', 'declined', 'withdrawn')),
  decided_on date,
  is_public boolean not null,
  private_kind text check (private_kind in ('identifies', 'commercial', 'legal', 'staff', 'early')),
  private_reason text check (length(private_reason) between 3 and 500),
  replaces_id uuid,
  replaces_kind text check (replaces_kind in ('corrects', 'supersedes')),
  replaces_reason text check (length(replaces_reason) between 3 and 500),
  replaced_by uuid,
  -- The office of whoever recorded it, in words.
  office text not null check (length(office) between 2 and 400),
  recorded_on date not null default access.today(),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  constraint decisions_number_key unique (partnership_id, number),
  foreign key (replaces_id, partnership_id) references portal.decisions (id, partnership_id),
  foreign key (replaced_by, partnership_id) references portal.decisions (id, partnership_id),
  check ((status = 'stands') = (decided_on is not null)),
  check (taken_by = 'leads' or status = 'stands'),
  check (is_public = (private_kind is null) and is_public = (private_reason is null)),
  check (num_nonnulls(replaces_id, replaces_kind, replaces_reason) in (0, 3)),
  check (replaces_id is distinct from id)
);
-- One decision at a time goes in the place of another.
create unique index decisions_one_replacement on portal.decisions (replaces_id) where status in ('asked', 'stands');
create index decisions_open on portal.decisions (partnership_id) where status = 'asked';
--> statement-breakpoint
-- For which seat a decision is taken: by its delegate, in office on the day, under a delegation; or by its lead, who is asked.
create table portal.decision_takers (
  decision_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  seat_id uuid not null,
  -- The delegate's appointment and delegation; null of a lead.
  appointment_id uuid,
  delegation_id uuid references portal.delegations,
  -- The body and the office as they were called.
  body text not null check (length(body) between 2 and 160),
  office text check (length(office) between 2 and 120),
  constraint decision_takers_once primary key (decision_id, seat_id),
  foreign key (decision_id, partnership_id) references portal.decisions (id, partnership_id),
  foreign key (seat_id, partnership_id) references portal.seats (id, partnership_id),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id),
  check ((appointment_id is null) = (delegation_id is null) and (appointment_id is null) = (office is null))
);
create index decision_takers_partnership on portal.decision_takers (partnership_id);
--> statement-breakpoint
-- What the lead of a seat answered to a decision that waits for every lead. It stands when they leave.
create table portal.decision_answers (
  decision_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  seat_id uuid not null,
  agreed boolean not null,
  -- Why not; or what the lead wants to have said.
  words text check (length(words) between 3 and 2000),
  appointment_id uuid not null,
  office text not null check (length(office) between 2 and 400),
  answered_on date not null default access.today(),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint decision_answers_once primary key (decision_id, seat_id),
  foreign key (decision_id, seat_id) references portal.decision_takers (decision_id, seat_id),
  foreign key (decision_id, partnership_id) references portal.decisions (id, partnership_id),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id),
  check (agreed or words is not null)
);
create index decision_answers_partnership on portal.decision_answers (partnership_id);
--> statement-breakpoint
-- A decision that was put to the leads and taken back before they all answered.
create table portal.decision_withdrawals (
  decision_id uuid primary key,
  partnership_id uuid not null references portal.partnerships,
  reason text not null check (length(reason) between 3 and 500),
  office text not null check (length(office) between 2 and 400),
  withdrawn_on date not null default access.today(),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  foreign key (decision_id, partnership_id) references portal.decisions (id, partnership_id)
);
create index decision_withdrawals_partnership on portal.decision_withdrawals (partnership_id);
--> statement-breakpoint
-- That the lead of a seat noted what the delegates decided, all up to a number, on a day.
create table portal.decision_notings (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  seat_id uuid not null,
  up_to integer not null check (up_to > 0),
  -- How many decisions that were.
  noted integer not null check (noted > 0),
  appointment_id uuid not null,
  office text not null check (length(office) between 2 and 400),
  noted_on date not null default access.today(),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint decision_notings_once unique (seat_id, up_to),
  foreign key (seat_id, partnership_id) references portal.seats (id, partnership_id),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id)
);
create index decision_notings_partnership on portal.decision_notings (partnership_id);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A list of what is delegated is recorded by the lead of the seat.
create function portal.guard_delegated_matters() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user = 'safeguarding_portal' and (new.recorded_by is distinct from access.me() or not portal.leads(access.me(), new.partnership_id, new.seat_id)) then
      raise exception 'only the lead delegates' using errcode = 'check_violation', constraint = 'delegated_matters_own_seat';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- A decision of the delegates stands at once, one of the leads begins asked; each in the recorder's own name. What it
-- replaces stands and has not been replaced.
create function portal.guard_decision() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.replaced_by is not null or (new.status = 'asked') <> (new.taken_by = 'leads') or new.status not in ('asked', 'stands') then
      raise exception 'a decision begins asked, or is taken' using errcode = 'check_violation', constraint = 'decisions_begin';
    end if;
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'decisions_own_name';
    end if;
    if new.replaces_id is not null and not exists (select from portal.decisions d where d.id = new.replaces_id and d.partnership_id = new.partnership_id and d.status = 'stands' and d.replaced_by is null for update) then
      raise exception 'nothing that stands is replaced' using errcode = 'check_violation', constraint = 'decisions_replace_standing';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- What stands takes the place of what it replaces.
create function portal.replace_decision() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.status = 'stands' and new.replaces_id is not null then
      update portal.decisions d set replaced_by = new.id where d.id = new.replaces_id and d.replaced_by is null;
    end if;
    return null;
  end $$;
--> statement-breakpoint
-- A delegate takes part who was the seat's on that day, under a delegation of that day, within what its lead lets them decide.
create function portal.guard_decision_taker() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare decision portal.decisions; list portal.delegated_matters; begin
    select * into decision from portal.decisions d where d.id = new.decision_id and d.partnership_id = new.partnership_id;
    if (decision.taken_by = 'delegates') is distinct from (new.appointment_id is not null)
        or not exists (select from portal.decisions d where d.id = new.decision_id and d.xmin = pg_current_xact_id()::xid) then
      raise exception 'who takes a decision is recorded with it' using errcode = 'check_violation', constraint = 'decision_takers_with_it';
    end if;
    if new.appointment_id is null then return new; end if;
    if not exists (
        select from portal.appointments a join portal.delegations g on g.to_appointment_id = a.id join portal.appointments l on l.id = g.from_appointment_id
        where a.id = new.appointment_id and a.role = 'dsp' and a.seat_id = new.seat_id and g.id = new.delegation_id
          and a.starts_on <= decision.decided_on and (a.ends_on is null or a.ends_on > decision.decided_on)
          and g.starts_on <= decision.decided_on and (g.ends_on is null or g.ends_on > decision.decided_on)
          and l.starts_on <= decision.decided_on and (l.ends_on is null or l.ends_on > decision.decided_on)) then
      raise exception 'not the delegate of that day' using errcode = 'check_violation', constraint = 'decision_takers_in_office';
    end if;
    select * into list from portal.delegated_matters m where m.seat_id = new.seat_id and m.starts_on <= decision.decided_on order by m.starts_on desc, m.number desc limit 1;
    if list.id is null or not decision.matter = any(list.matters) or decision.amount_pence > coalesce(list.limit_pence, 0) then
      raise exception 'not delegated' using errcode = 'check_violation', constraint = 'decision_takers_delegated';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- An answer is the lead's own, to a decision that waits; the last agreement lets it stand, one decline ends it.
create function portal.take_decision_answer() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ declare decision portal.decisions; begin
    select * into decision from portal.decisions d where d.id = new.decision_id and d.partnership_id = new.partnership_id for update;
    if decision.status is distinct from 'asked' then
      raise exception 'nothing waits for an answer' using errcode = 'check_violation', constraint = 'decision_answers_open';
    end if;
    if session_user = 'safeguarding_portal' and (new.recorded_by is distinct from access.me() or not portal.leads(access.me(), new.partnership_id, new.seat_id)
        or not exists (select from portal.appointments a where a.id = new.appointment_id and a.person_id = access.me() and a.seat_id = new.seat_id and a.role = 'lsp')) then
      raise exception 'only the lead of the seat answers' using errcode = 'check_violation', constraint = 'decision_answers_own_seat';
    end if;
    if not new.agreed then
      update portal.decisions d set status = 'declined' where d.id = new.decision_id;
    elsif not exists (
        select from portal.decision_takers t where t.decision_id = new.decision_id and t.seat_id <> new.seat_id
          and not exists (select from portal.decision_answers a where a.decision_id = t.decision_id and a.seat_id = t.seat_id)) then
      update portal.decisions d set status = 'stands', decided_on = new.answered_on where d.id = new.decision_id;
    end if;
    return new;
  end $$;
--> statement-breakpoint
create function portal.take_decision_withdrawal() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'decision_withdrawals_own_name';
    end if;
    update portal.decisions d set status = 'withdrawn' where d.id = new.decision_id and d.partnership_id = new.partnership_id and d.status = 'asked';
    if not found then raise exception 'nothing waits for an answer' using errcode = 'check_violation', constraint = 'decision_answers_open'; end if;
    return new;
  end $$;
--> statement-breakpoint
create function portal.guard_decision_noting() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user = 'safeguarding_portal' and (new.recorded_by is distinct from access.me() or not portal.leads(access.me(), new.partnership_id, new.seat_id)) then
      raise exception 'only the lead of the seat notes' using errcode = 'check_violation', constraint = 'decision_notings_own_seat';
    end if;
    if new.up_to <= (select coalesce(max(n.up_to), 0) from portal.decision_notings n where n.seat_id = new.seat_id) then
      raise exception 'noted already' using errcode = 'check_violation', constraint = 'decision_notings_once';
    end if;
    return new;
  end $$;
--> statement-breakpoint
do $$
declare f text; t text; begin
  foreach f in array array['guard_delegated_matters', 'guard_decision', 'replace_decision', 'guard_decision_taker', 'take_decision_answer', 'take_decision_withdrawal', 'guard_decision_noting'] loop
    execute format('alter function portal.%s() owner to safeguarding_definer', f);
    execute format('revoke all on function portal.%s() from public', f);
  end loop;
  foreach t in array array['delegated_matters', 'decisions', 'decision_takers', 'decision_answers', 'decision_withdrawals', 'decision_notings'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    execute format('create policy in_office on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()))', t);
    execute format('create trigger %1$s_no_delete before delete on portal.%1$I for each row execute function portal.refuse_change()', t);
    execute format('create trigger %1$s_no_truncate before truncate on portal.%1$I for each statement execute function portal.refuse_change()', t);
    if t <> 'decisions' then
      execute format('create trigger %1$s_no_change before update on portal.%1$I for each row execute function portal.refuse_change()', t);
    end if;
  end loop;
end $$;
--> statement-breakpoint
create trigger delegated_matters_guard before insert on portal.delegated_matters for each row execute function portal.guard_delegated_matters();
create trigger decisions_guard before insert on portal.decisions for each row execute function portal.guard_decision();
create trigger decisions_replace after insert or update of status on portal.decisions for each row execute function portal.replace_decision();
create trigger decision_takers_guard before insert on portal.decision_takers for each row execute function portal.guard_decision_taker();
create trigger decision_answers_take before insert on portal.decision_answers for each row execute function portal.take_decision_answer();
create trigger decision_withdrawals_take before insert on portal.decision_withdrawals for each row execute function portal.take_decision_withdrawal();
create trigger decision_notings_guard before insert on portal.decision_notings for each row execute function portal.guard_decision_noting();
