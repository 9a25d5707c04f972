-- Bodies that end: their successors and the coverage of integrated care boards, loaded by an administrator; and statutory
-- partners that are added, end or are succeeded, by what the leads of two bodies agree.
set local role safeguarding_owner;
--> statement-breakpoint
-- Which integrated care boards cover each local authority area, to the end of the last day. An area without a row here is
-- unchecked: nothing is known of it.
create table portal.icb_coverage (
  local_authority_id uuid not null,
  local_authority_kind text not null default 'local-authority' check (local_authority_kind = 'local-authority'),
  icb_id uuid not null,
  icb_kind text not null default 'icb' check (icb_kind = 'icb'),
  valid_from date not null,
  valid_to date,
  primary key (local_authority_id, icb_id, valid_from),
  foreign key (local_authority_id, local_authority_kind) references portal.organisations (id, kind),
  foreign key (icb_id, icb_kind) references portal.organisations (id, kind),
  check (valid_to is null or valid_to >= valid_from),
  constraint icb_coverage_once exclude using gist (local_authority_id with =, icb_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
grant select on portal.icb_coverage to safeguarding_portal, safeguarding_definer;
grant insert, update, delete on portal.icb_coverage to safeguarding_definer;
grant insert, update on portal.organisations to safeguarding_definer;
-- Whether the list of boards is whole follows from the coverage, on any day.
alter table portal.partnerships drop column icb_completeness;
--> statement-breakpoint
-- By what agreement a seat began and ended, why (published), and which seat followed it.
alter table portal.seats
  add column added_by uuid,
  add column added_reason text check (length(added_reason) between 3 and 1000),
  add column ended_by uuid,
  add column ended_reason text check (length(ended_reason) between 3 and 1000),
  add column successor_id uuid,
  add constraint seats_one_per_proposal unique (added_by),
  add constraint seats_added_by_fkey foreign key (added_by, partnership_id) references portal.proposals (id, partnership_id),
  add constraint seats_ended_by_fkey foreign key (ended_by, partnership_id) references portal.proposals (id, partnership_id),
  add constraint seats_successor_fkey foreign key (successor_id, partnership_id) references portal.seats (id, partnership_id),
  add constraint seats_dates_check check (valid_to is null or valid_to >= valid_from),
  add constraint seats_ended_has_date check (ended_by is null or valid_to is not null);
grant update (valid_to, ended_by, ended_reason, successor_id) on portal.seats to safeguarding_portal;
grant update (valid_to) on portal.posts to safeguarding_portal;
--> statement-breakpoint
alter table portal.proposals drop constraint proposals_kind_check;
alter table portal.proposals add constraint proposals_kind_check
  check (kind in ('appoint-lead', 'appoint-chair', 'appoint-scrutineer', 'add-partner', 'end-partner', 'succeed-partner'));
alter table portal.proposals add constraint proposals_partners_by_two_bodies
  check ((kind in ('add-partner', 'end-partner', 'succeed-partner')) = (rule = 'two-bodies') and (kind in ('end-partner', 'succeed-partner')) <= (seat_id is not null));
create unique index proposals_one_open_per_seat on portal.proposals (seat_id) where status = 'open' and kind in ('end-partner', 'succeed-partner');
create unique index proposals_one_open_per_new_partner on portal.proposals (partnership_id, (data->>'organisationId')) where status = 'open' and kind = 'add-partner';
create policy job on portal.seats for select to safeguarding_worker using (partnership_id = (select access.job_partnership()));
grant select on portal.seats, portal.organisations to safeguarding_worker;
-- A succession appoints to two posts.
alter table portal.appointments drop constraint appointments_one_per_proposal;
alter table portal.appointments add constraint appointments_one_per_proposal unique (proposal_id, post_id);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Loads bodies that end, with their successors: [{code, endedOn, successorCode}], and before them bodies not known yet:
-- [{kind, code, name, validFrom}]. What is there already is brought to what the list says.
create function portal.load_bodies(new_bodies jsonb, ends jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not access.is_administrator() then
      raise exception 'not an administrator' using errcode = 'insufficient_privilege';
    end if;
    insert into portal.organisations (kind, code, name, valid_from)
      select b->>'kind', b->>'code', b->>'name', (b->>'validFrom')::date from jsonb_array_elements(new_bodies) b;
    update portal.organisations o
      set valid_to = (e->>'endedOn')::date, successor_id = (select s.id from portal.organisations s where s.code = e->>'successorCode' and s.kind = o.kind)
      from jsonb_array_elements(ends) e where o.code = e->>'code';
  end $$;
--> statement-breakpoint
-- Loads which boards cover the areas named: for each of these areas, in place of all that was known of it.
-- [{area, icb, from, to}], codes and dates.
create function portal.load_icb_coverage(areas jsonb, coverage jsonb) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not access.is_administrator() then
      raise exception 'not an administrator' using errcode = 'insufficient_privilege';
    end if;
    delete from portal.icb_coverage c using portal.organisations o where o.id = c.local_authority_id and areas ? o.code;
    insert into portal.icb_coverage (local_authority_id, icb_id, valid_from, valid_to)
      select a.id, i.id, (c->>'from')::date, (c->>'to')::date from jsonb_array_elements(coverage) c
      join portal.organisations a on a.code = c->>'area' join portal.organisations i on i.code = c->>'icb'
      where areas ? a.code;
  end $$;
--> statement-breakpoint
-- A seat begins with its partnership, or by what two bodies agreed; it ends only so, once, and nothing else of it changes.
create function portal.guard_seat() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare proposal portal.proposals; begin
    if session_user <> 'safeguarding_portal' then return new; end if;
    if tg_op = 'UPDATE' and ((to_jsonb(new) - '{valid_to,ended_by,ended_reason,successor_id}'::text[]) is distinct from (to_jsonb(old) - '{valid_to,ended_by,ended_reason,successor_id}'::text[])
        or old.valid_to is not null) then
      raise exception 'seats are kept' using errcode = 'restrict_violation', constraint = 'seats_immutable';
    end if;
    if tg_op = 'INSERT' and new.added_by is null and access.is_administrator()
       and not exists (select from portal.appointments where partnership_id = new.partnership_id) then
      return new;
    end if;
    select * into proposal from portal.proposals p where p.partnership_id = new.partnership_id
      and p.id = (case tg_op when 'INSERT' then new.added_by else new.ended_by end) for update;
    if proposal.status is distinct from 'open' or not portal.proposal_is_agreed(proposal.id) or not (case tg_op
        when 'INSERT' then proposal.kind in ('add-partner', 'succeed-partner') and proposal.data->>'organisationId' = new.organisation_id::text
        else proposal.kind in ('end-partner', 'succeed-partner') and proposal.data->'seatIds' ? new.id::text end) then
      raise exception 'two bodies have not agreed' using errcode = 'check_violation', constraint = 'seats_agreed';
    end if;
    if tg_op = 'INSERT' then new.added_reason := proposal.reason; else new.ended_reason := proposal.reason; end if;
    return new;
  end $$;
--> statement-breakpoint
-- The posts of a seat are there while the seat is.
create function portal.guard_seat_post() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user <> 'safeguarding_portal' or new.seat_id is null then
      if tg_op = 'UPDATE' and session_user = 'safeguarding_portal' and new.valid_to is distinct from old.valid_to then
        raise exception 'posts of the partnership stay' using errcode = 'check_violation', constraint = 'posts_as_long_as_the_seat';
      end if;
      return new;
    end if;
    if tg_op = 'INSERT' and not access.is_administrator() and not exists (
        select from portal.seats s join portal.proposals p on p.id = s.added_by where s.id = new.seat_id and s.valid_from = new.valid_from and p.status = 'open')
       or tg_op = 'UPDATE' and new.valid_to is distinct from old.valid_to and new.valid_to is distinct from (select valid_to from portal.seats where id = new.seat_id) then
      raise exception 'a post is there while its seat is' using errcode = 'check_violation', constraint = 'posts_as_long_as_the_seat';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- From the day a seat ends there is still one of each kind.
create function portal.require_each_kind() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user = 'safeguarding_portal' and (select count(distinct s.kind) from portal.seats s where s.partnership_id = new.partnership_id
        and s.valid_from <= new.valid_to and (s.valid_to is null or s.valid_to > new.valid_to)) < 3 then
      raise exception 'one of each kind' using errcode = 'check_violation', constraint = 'seats_one_of_each_kind';
    end if;
    return null;
  end $$;
--> statement-breakpoint
-- The last signature approves a version only when those who signed are those who must sign today.
create function portal.guard_version_seats() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if (select array_agg(id order by id) from portal.seats where partnership_id = new.partnership_id
          and valid_from <= access.today() and (valid_to is null or valid_to > access.today()))
       is distinct from (select array_agg(id order by id) from unnest(new.required_seats) id) then
      raise exception 'the seats changed' using errcode = 'check_violation', constraint = 'versions_require_every_seat';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- As in 0015, and: a succession carries a lead and a delegate on to the seat that follows theirs.
create or replace function portal.guard_appointment() returns trigger
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
      if proposal.status = 'open' and proposal.kind = 'succeed-partner' and new.role in ('lsp', 'dsp') and portal.proposal_is_agreed(proposal.id)
         and exists (select from portal.seats s where s.id = new.seat_id and s.organisation_id::text = proposal.data->>'organisationId')
         and exists (select from portal.appointments a where a.person_id = new.person_id and a.role = new.role and proposal.data->'seatIds' ? a.seat_id::text) then
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
-- On the day a seat begins or ends, what awaits other seats than those of the day is closed by a job of its partnership;
-- asked for by the clock, one at a time.
create function portal.requeue_overtaken() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare again integer; begin
    perform access.enqueue_job('close-overtaken', v.partnership_id, '{}')
      from (select distinct v.partnership_id from portal.versions v where v.status = 'awaiting'
        and (select array_agg(s.id order by s.id) from portal.seats s where s.partnership_id = v.partnership_id
            and s.valid_from <= access.today() and (s.valid_to is null or s.valid_to > access.today()))
          is distinct from (select array_agg(id order by id) from unnest(v.required_seats) id)) v
      where not exists (select from pgboss.job j where j.name = 'close-overtaken' and (j.data->>'partnership')::uuid = v.partnership_id and j.state < 'completed');
    get diagnostics again = row_count;
    return again;
  end $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['requeue_overtaken()', 'load_bodies(jsonb, jsonb)', 'load_icb_coverage(jsonb, jsonb)', 'guard_seat()', 'guard_seat_post()', 'require_each_kind()', 'guard_version_seats()', 'guard_appointment()'] loop
    execute format('alter function portal.%s owner to safeguarding_definer', f);
    execute format('revoke all on function portal.%s from public', f);
  end loop;
end $$;
grant execute on function portal.requeue_overtaken() to safeguarding_worker;
grant execute on function portal.load_bodies(jsonb, jsonb), portal.load_icb_coverage(jsonb, jsonb) to safeguarding_portal;
--> statement-breakpoint
create trigger seats_guard before insert or update on portal.seats for each row execute function portal.guard_seat();
create trigger posts_seat_guard before insert or update on portal.posts for each row execute function portal.guard_seat_post();
create constraint trigger seats_each_kind after update of valid_to on portal.seats deferrable initially deferred
  for each row when (new.valid_to is not null) execute function portal.require_each_kind();
create trigger versions_seats_guard before update on portal.versions for each row when (old.status = 'awaiting' and new.status = 'approved') execute function portal.guard_version_seats();
alter table portal.seats enable always trigger seats_guard;
alter table portal.posts enable always trigger posts_seat_guard;
alter table portal.seats enable always trigger seats_each_kind;
alter table portal.versions enable always trigger versions_seats_guard;
