-- Offices in full: representatives of agencies and of education, terms of appointment, delegations that are kept, and
-- proposals, by which the leads of several bodies agree to an appointment before it is made.
set local role safeguarding_owner;
--> statement-breakpoint
-- A representative's post names the body they represent, and for education whether it is strategic or operational.
alter table portal.posts
  drop constraint posts_role_check,
  add constraint posts_role_check check (role in ('lsp', 'dsp', 'chair', 'business-manager', 'scrutineer', 'agency-contact', 'education-representative')),
  add column body text check (length(body) between 2 and 160),
  add column level text check (level in ('strategic', 'operational')),
  add constraint posts_represent_a_body check ((role in ('agency-contact', 'education-representative')) = (body is not null)),
  add constraint posts_education_has_a_level check ((role = 'education-representative') = (level is not null));
--> statement-breakpoint
-- Something that several bodies agree to before it is done. What it is, is its kind and its data; who must agree is its
-- rule and the seats captured when it was made. The last agreement carries it out.
create table portal.proposals (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  kind text not null check (kind in ('appoint-lead', 'appoint-chair', 'appoint-scrutineer', 'add-partner', 'end-partner')),
  rule text not null check (rule in ('every-lead', 'own-body-and-another', 'two-bodies')),
  post_id uuid,
  seat_id uuid,
  required_seats uuid[] not null,
  data jsonb not null,
  reason text not null check (length(reason) between 3 and 1000),
  proposed_at timestamptz not null default access.clock(),
  proposed_by uuid not null references portal.people,
  status text not null default 'open' check (status in ('open', 'carried-out', 'declined', 'withdrawn', 'lapsed')),
  closed_at timestamptz,
  closed_by uuid references portal.people,
  closed_reason text,
  unique (id, partnership_id),
  foreign key (seat_id, partnership_id) references portal.seats (id, partnership_id),
  check ((status = 'open') = (closed_at is null)),
  check ((kind like 'appoint-%') = (post_id is not null)),
  check ((kind = 'appoint-lead') = (rule = 'own-body-and-another') and (rule = 'own-body-and-another') <= (seat_id is not null)),
  check ((kind in ('appoint-chair', 'appoint-scrutineer')) = (rule = 'every-lead')),
  check (cardinality(required_seats) > 0),
  check (status not in ('declined', 'lapsed') or length(closed_reason) >= 3)
);
create unique index proposals_one_open_per_post on portal.proposals (post_id) where status = 'open';
create index proposals_partnership on portal.proposals (partnership_id, status);
--> statement-breakpoint
-- One seat's agreement, given by whoever led it then. It stands when they leave, as a signature does.
create table portal.proposal_agreements (
  proposal_id uuid not null,
  partnership_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null references portal.people,
  appointment_id uuid not null,
  agreed_at timestamptz not null default access.clock(),
  constraint proposal_agreements_once_per_seat primary key (proposal_id, seat_id),
  foreign key (proposal_id, partnership_id) references portal.proposals (id, partnership_id),
  foreign key (seat_id, partnership_id) references portal.seats (id, partnership_id),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id)
);
--> statement-breakpoint
-- The title of the office as the holder has it: a successor's title leaves the predecessor's as it was.
-- An appointment that several agreed to names its proposal, which makes one appointment only.
alter table portal.appointments
  add column office text check (length(office) between 2 and 120),
  add column proposal_id uuid,
  add constraint appointments_one_per_proposal unique (proposal_id),
  add constraint appointments_proposal_fkey foreign key (proposal_id, partnership_id) references portal.proposals (id, partnership_id);
--> statement-breakpoint
-- The terms of an appointment: the chair's review, the scrutineer's contract and interests. Added to, never changed: the
-- last revision applies.
create table portal.appointment_terms (
  appointment_id uuid not null,
  partnership_id uuid not null,
  revision integer not null check (revision > 0),
  review_on date,
  independent_reason text check (length(independent_reason) between 3 and 1000),
  appointing_body text check (length(appointing_body) between 2 and 160),
  term_ends_on date,
  contract_ends_on date,
  interests text check (length(interests) between 2 and 2000),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  constraint appointment_terms_revision_key primary key (appointment_id, revision),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id)
);
--> statement-breakpoint
-- A delegation is ended by its own end or with either appointment, whichever comes first. Its scope never changes: a
-- change ends one and starts the next.
alter table portal.delegations
  add column recorded_at timestamptz not null default access.clock(),
  add column recorded_by uuid references portal.people,
  add constraint delegations_scope_check check (length(scope) between 3 and 1000),
  add constraint delegations_dates_check check (ends_on is null or ends_on >= starts_on),
  add constraint delegations_one_at_a_time exclude using gist (from_appointment_id with =, to_appointment_id with =, daterange(starts_on, ends_on) with &&);
create index delegations_to on portal.delegations (to_appointment_id);
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['portal.proposals', 'portal.proposal_agreements', 'portal.appointment_terms'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy member on %s to safeguarding_portal using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()))', t);
  end loop;
end $$;
-- Whoever publishes who is accountable reads all of it, an administrator too.
create policy administrator on portal.appointment_terms for select to safeguarding_portal using ((select access.is_administrator()));
create policy administrator on portal.delegations for select to safeguarding_portal using ((select access.is_administrator()));
grant select, insert on portal.proposals, portal.proposal_agreements, portal.appointment_terms to safeguarding_portal;
grant update (status, closed_at, closed_by, closed_reason) on portal.proposals to safeguarding_portal;
grant update (ends_on) on portal.delegations to safeguarding_portal;
grant select, insert, update, delete on portal.proposals, portal.proposal_agreements, portal.appointment_terms to safeguarding_definer;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Whether this person leads a seat of the partnership today; any seat when none is named.
create function portal.leads(person uuid, partnership uuid, seat uuid default null) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select exists (select from portal.appointments a where a.person_id = person and a.partnership_id = partnership and a.role = 'lsp'
      and (seat is null or a.seat_id = seat) and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today()))
  $$;
--> statement-breakpoint
-- Whether a seat has somebody to speak for it today: a lead whose account is not suspended.
create function portal.seat_can_speak(seat uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select exists (select from portal.appointments a join access.accounts c on c.person_id = a.person_id
      where a.seat_id = seat and a.role = 'lsp' and c.suspended_at is null
        and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today()))
  $$;
--> statement-breakpoint
-- Whether everybody who must agree has agreed. Every lead: each seat captured. Own body and another: the seat's own lead
-- and a second person, or, while nobody can speak for the seat, two leads of others. Two bodies: two people, two seats.
create function portal.proposal_is_agreed(proposal uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select coalesce((
      select case p.rule
        when 'every-lead' then given.seats @> p.required_seats
        when 'own-body-and-another' then given.people >= 2 and (p.seat_id = any (given.seats) or not portal.seat_can_speak(p.seat_id))
        else given.people >= 2 and cardinality(given.seats) >= 2 end
      from portal.proposals p,
        lateral (select coalesce(array_agg(a.seat_id), '{}') as seats, count(distinct a.person_id) as people from portal.proposal_agreements a where a.proposal_id = p.id) given
      where p.id = proposal), false)
  $$;
--> statement-breakpoint
create function portal.guard_proposal() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if new.status <> 'open' then raise exception 'a proposal begins open' using errcode = 'check_violation', constraint = 'proposals_begin_open'; end if;
      if session_user = 'safeguarding_portal' and new.proposed_by is distinct from access.me() then
        raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'proposals_own_name';
      end if;
      if new.rule = 'every-lead' and (select array_agg(id order by id) from portal.seats where partnership_id = new.partnership_id
            and valid_from <= access.today() and (valid_to is null or valid_to > access.today()))
          is distinct from (select array_agg(id order by id) from unnest(new.required_seats) id) then
        raise exception 'every lead agrees' using errcode = 'check_violation', constraint = 'proposals_require_every_seat';
      end if;
      return new;
    end if;
    if (to_jsonb(new) - '{status,closed_at,closed_by,closed_reason}'::text[]) is distinct from (to_jsonb(old) - '{status,closed_at,closed_by,closed_reason}'::text[])
       or old.status <> 'open' then
      raise exception 'proposals are kept' using errcode = 'restrict_violation', constraint = 'proposals_immutable';
    end if;
    if session_user = 'safeguarding_portal' and new.closed_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'proposals_own_name';
    end if;
    if new.status = 'carried-out' and not portal.proposal_is_agreed(new.id) then
      raise exception 'not everybody has agreed' using errcode = 'check_violation', constraint = 'proposals_agreed';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- An agreement stands only if, at this moment, its maker leads the seat and has just confirmed who they are.
create function portal.guard_agreement() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare proposal portal.proposals; begin
    select * into proposal from portal.proposals where id = new.proposal_id for update;
    if proposal.status <> 'open' then
      raise exception 'the proposal is %', proposal.status using errcode = 'check_violation', constraint = 'agreements_proposal_open';
    end if;
    if not new.seat_id = any (proposal.required_seats) then
      raise exception 'this seat is not asked' using errcode = 'check_violation', constraint = 'agreements_own_seat';
    end if;
    if session_user = 'safeguarding_portal' then
      if new.person_id is distinct from access.me() or not exists (
        select from portal.appointments a where a.id = new.appointment_id and a.person_id = new.person_id and a.role = 'lsp'
          and a.seat_id = new.seat_id and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())) then
        raise exception 'not the holder of this seat' using errcode = 'check_violation', constraint = 'agreements_own_seat';
      end if;
      if not exists (select from access.sessions s where s.id = nullif(current_setting('app.session', true), '')
          and s.confirmed_at > access.clock() - interval '5 minutes') then
        raise exception 'identity not confirmed' using errcode = 'check_violation', constraint = 'agreements_confirmed';
      end if;
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- Who may appoint whom, whatever the application does: one's own delegate; the first lead and the first business manager
-- (an administrator); a later business manager (a lead); a representative (chair, lead, business manager); everything
-- else by a proposal to which everybody has agreed.
create function portal.guard_appointment() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare proposal portal.proposals; me uuid; begin
    if new.office is null then select office into new.office from portal.posts where id = new.post_id; end if;
    if session_user <> 'safeguarding_portal' then return new; end if;
    me := access.me();
    if new.made_by is distinct from me then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'appointments_own_name';
    end if;
    if new.proposal_id is not null then
      select * into proposal from portal.proposals where id = new.proposal_id for update;
      if proposal.status = 'open' and proposal.post_id = new.post_id
         and proposal.kind = (case new.role when 'lsp' then 'appoint-lead' when 'chair' then 'appoint-chair' when 'scrutineer' then 'appoint-scrutineer' end)
         and portal.proposal_is_agreed(proposal.id) then
        return new;
      end if;
    elsif new.role = 'dsp' then
      if portal.leads(me, new.partnership_id, new.seat_id) then return new; end if;
    elsif new.role in ('lsp', 'business-manager') and access.is_administrator()
        and not exists (select from portal.appointments a where a.post_id = new.post_id and (a.ends_on is null or a.ends_on > a.starts_on)) then
      return new;
    elsif new.role = 'business-manager' then
      if portal.leads(me, new.partnership_id) and exists (select from portal.appointments a where a.post_id = new.post_id) then return new; end if;
    elsif new.role in ('agency-contact', 'education-representative') then
      if exists (select from portal.appointments a where a.person_id = me and a.partnership_id = new.partnership_id
          and a.role in ('lsp', 'chair', 'business-manager') and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())) then
        return new;
      end if;
    end if;
    raise exception 'not agreed, or not theirs to appoint' using errcode = 'check_violation', constraint = 'appointments_agreed';
  end $$;
--> statement-breakpoint
create function portal.guard_delegation() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'UPDATE' then
      if (to_jsonb(new) - 'ends_on') is distinct from (to_jsonb(old) - 'ends_on') then
        raise exception 'delegations are kept' using errcode = 'restrict_violation', constraint = 'delegations_immutable';
      end if;
    elsif not exists (
        select from portal.appointments lead join portal.appointments delegate on delegate.seat_id = lead.seat_id and delegate.partnership_id = lead.partnership_id
        where lead.id = new.from_appointment_id and lead.role = 'lsp' and delegate.id = new.to_appointment_id and delegate.role = 'dsp'
          and lead.partnership_id = new.partnership_id) then
      raise exception 'from the lead of a seat to its delegate' using errcode = 'check_violation', constraint = 'delegations_within_a_seat';
    end if;
    if session_user = 'safeguarding_portal' and not exists (
        select from portal.appointments lead where lead.id = new.from_appointment_id and portal.leads(access.me(), lead.partnership_id, lead.seat_id)) then
      raise exception 'only the lead delegates' using errcode = 'check_violation', constraint = 'delegations_own_seat';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create function portal.guard_terms() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user = 'safeguarding_portal' and (new.recorded_by is distinct from access.me() or not (
        portal.leads(access.me(), new.partnership_id)
        or exists (select from portal.appointments a where a.id = new.appointment_id and a.person_id = access.me()))) then
      raise exception 'a lead records terms, or the holder' using errcode = 'check_violation', constraint = 'appointment_terms_by_lead';
    end if;
    return new;
  end $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['leads(uuid, uuid, uuid)', 'seat_can_speak(uuid)', 'proposal_is_agreed(uuid)', 'guard_proposal()', 'guard_agreement()', 'guard_appointment()', 'guard_delegation()', 'guard_terms()'] loop
    execute format('alter function portal.%s owner to safeguarding_definer', f);
    execute format('revoke all on function portal.%s from public', f);
  end loop;
end $$;
grant execute on function portal.seat_can_speak(uuid), portal.proposal_is_agreed(uuid) to safeguarding_portal;
--> statement-breakpoint
create trigger proposals_guard before insert or update on portal.proposals for each row execute function portal.guard_proposal();
create trigger agreements_guard before insert on portal.proposal_agreements for each row execute function portal.guard_agreement();
create trigger appointments_guard before insert on portal.appointments for each row execute function portal.guard_appointment();
create trigger delegations_guard before insert or update on portal.delegations for each row execute function portal.guard_delegation();
create trigger appointment_terms_guard before insert on portal.appointment_terms for each row execute function portal.guard_terms();
create trigger proposals_no_delete before delete on portal.proposals for each row execute function portal.refuse_change();
create trigger proposals_no_truncate before truncate on portal.proposals for each statement execute function portal.refuse_change();
alter table portal.proposals enable always trigger proposals_guard;
alter table portal.proposals enable always trigger proposals_no_delete;
alter table portal.proposals enable always trigger proposals_no_truncate;
alter table portal.proposal_agreements enable always trigger agreements_guard;
alter table portal.appointments enable always trigger appointments_guard;
alter table portal.delegations enable always trigger delegations_guard;
alter table portal.appointment_terms enable always trigger appointment_terms_guard;
do $$
declare name text; begin
  foreach name in array array['proposal_agreements', 'appointment_terms'] loop
    execute format('create trigger %I before update or delete on portal.%I for each row execute function portal.refuse_change()', name || '_no_change', name);
    execute format('create trigger %I before truncate on portal.%I for each statement execute function portal.refuse_change()', name || '_no_truncate', name);
    execute format('alter table portal.%I enable always trigger %I', name, name || '_no_change');
    execute format('alter table portal.%I enable always trigger %I', name, name || '_no_truncate');
  end loop;
end $$;
--> statement-breakpoint
-- An office goes by the title its holder has, also when the next holder's title is known already.
create or replace function access.bind(session text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare person uuid; begin
    perform set_config('app.session', coalesce(session, ''), true);
    person := access.me();
    return jsonb_build_object(
      'now', to_char(access.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'today', access.today(),
      'personId', person,
      'name', (select name from portal.people where id = person),
      'administrator', access.is_administrator(),
      'confirmedAt', (select to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from access.sessions where id = session and person is not null),
      'strength', (select strength from access.sessions where id = session and person is not null),
      'holds', coalesce((
        select jsonb_agg(jsonb_build_object(
          'appointmentId', a.id, 'partnershipId', a.partnership_id, 'slug', p.slug, 'partnership', p.name, 'role', a.role,
          'postId', a.post_id, 'office', coalesce(a.office, po.office), 'seatId', a.seat_id, 'organisation', coalesce(s.name, po.body), 'acting', a.acting)
          order by p.name, s.position, a.role)
        from portal.appointments a
        join portal.partnerships p on p.id = a.partnership_id
        join portal.posts po on po.id = a.post_id
        left join portal.seats s on s.id = a.seat_id
        where a.person_id = person and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())), '[]'));
  end $$;
