-- Meetings: when and where, with which partnerships, what was on the agenda, who came, and by which rule there was a quorum.
set local role safeguarding_owner;
--> statement-breakpoint
-- A meeting of the leads, of the delegates or of a sub-group. Its host keeps it; other partnerships have a share.
create table portal.meetings (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  kind text not null check (kind in ('leads', 'delegates', 'sub-group')),
  -- The name of a sub-group.
  group_name text check (length(group_name) between 2 and 120),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- When it was to be at first; every move stays on record.
  first_starts_at timestamptz not null,
  place text not null check (length(place) between 2 and 300),
  state text not null default 'planned' check (state in ('planned', 'held', 'approved', 'cancelled')),
  cancelled_reason text check (length(cancelled_reason) between 3 and 1000),
  cancelled_at timestamptz,
  cancelled_by uuid references portal.people,
  -- Counts what was accepted of the facts, and of the list of who came.
  revision integer not null default 1,
  attendance_revision integer not null default 0,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  check ((kind = 'sub-group') = (group_name is not null)),
  check (ends_at > starts_at),
  check ((state = 'cancelled') = (cancelled_at is not null) and (state = 'cancelled') = (cancelled_by is not null) and (state = 'cancelled') = (cancelled_reason is not null))
);
create index meetings_partnership on portal.meetings (partnership_id, starts_at);
--> statement-breakpoint
-- A time that a meeting was moved from, with why; never changed.
create table portal.meeting_moves (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  from_starts_at timestamptz not null,
  to_starts_at timestamptz not null,
  reason text not null check (length(reason) between 3 and 1000),
  office text not null check (length(office) between 2 and 400),
  moved_at timestamptz not null default access.clock(),
  moved_by uuid not null references portal.people,
  foreign key (meeting_id, partnership_id) references portal.meetings (id, partnership_id)
);
create index meeting_moves_meeting on portal.meeting_moves (meeting_id);
create index meeting_moves_partnership on portal.meeting_moves (partnership_id);
--> statement-breakpoint
-- Another partnership of which it is a meeting, too, once it has accepted.
create table portal.meeting_shares (
  meeting_id uuid not null,
  host_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined')),
  reason text check (length(reason) between 3 and 1000),
  proposed_at timestamptz not null default access.clock(),
  proposed_by uuid not null references portal.people,
  answered_at timestamptz,
  answered_by uuid references portal.people,
  primary key (meeting_id, partnership_id),
  foreign key (meeting_id, host_id) references portal.meetings (id, partnership_id),
  check (host_id <> partnership_id),
  check ((state = 'proposed') = (answered_at is null) and (answered_at is null) = (answered_by is null)),
  check ((state = 'declined') = (reason is not null))
);
create index meeting_shares_partnership on portal.meeting_shares (partnership_id);
create index meeting_shares_host on portal.meeting_shares (host_id);
--> statement-breakpoint
-- An item of an agenda, with its papers as text and links.
create table portal.meeting_items (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  position integer not null check (position >= 0),
  title text not null check (length(title) between 3 and 200),
  purpose text not null check (purpose in ('information', 'discussion', 'decision')),
  papers text not null default '' check (length(papers) <= 5000),
  revision integer not null default 1,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  removed_at timestamptz,
  removed_by uuid references portal.people,
  unique (id, partnership_id),
  foreign key (meeting_id, partnership_id) references portal.meetings (id, partnership_id),
  check ((removed_at is null) = (removed_by is null))
);
create index meeting_items_meeting on portal.meeting_items (meeting_id);
create index meeting_items_partnership on portal.meeting_items (partnership_id);
--> statement-breakpoint
-- Whether a seat, an agency or a representative of education was at a meeting. `body` is its name at that time.
create table portal.meeting_attendance (
  id uuid primary key default gen_random_uuid(),
  meeting_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  -- Of which partnership: the host, or one that shares the meeting.
  of_partnership_id uuid not null references portal.partnerships,
  seat_id uuid,
  membership_id uuid,
  post_id uuid,
  seat_kind text check (seat_kind in ('local-authority', 'icb', 'police')),
  body text not null check (length(body) between 2 and 200),
  status text not null check (status in ('present', 'deputy', 'apologies', 'absent')),
  -- The post of a deputy, never a name.
  deputy_post text check (length(deputy_post) between 2 and 160),
  position integer not null,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint meeting_attendance_once unique nulls not distinct (meeting_id, seat_id, membership_id, post_id),
  foreign key (meeting_id, partnership_id) references portal.meetings (id, partnership_id),
  foreign key (seat_id, of_partnership_id) references portal.seats (id, partnership_id),
  foreign key (membership_id, of_partnership_id) references portal.agency_memberships (id, partnership_id),
  foreign key (post_id, of_partnership_id) references portal.posts (id, partnership_id),
  check (num_nonnulls(seat_id, membership_id, post_id) = 1),
  check ((seat_id is null) = (seat_kind is null)),
  check ((status = 'deputy') = (deputy_post is not null))
);
create index meeting_attendance_partnership on portal.meeting_attendance (partnership_id);
create index meeting_attendance_of on portal.meeting_attendance (of_partnership_id);
create index meeting_attendance_membership on portal.meeting_attendance (membership_id);
create index meeting_attendance_post on portal.meeting_attendance (post_id);
create index meeting_attendance_seat on portal.meeting_attendance (seat_id);
--> statement-breakpoint
-- A partnership's own rule for one kind of meeting, from a day until its next one; never changed.
create table portal.quorum_rules (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  kind text not null check (kind in ('leads', 'delegates', 'sub-group')),
  revision integer not null check (revision > 0),
  starts_on date not null,
  -- At least one of each of the three kinds of statutory partner.
  each_kind boolean not null,
  -- At least so many seats; so many in all.
  seats_least integer not null check (seats_least between 0 and 20),
  all_least integer not null check (all_least between 0 and 50),
  education boolean not null,
  deputies_count boolean not null,
  office text not null check (length(office) between 2 and 400),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint quorum_rules_revision_key unique (partnership_id, kind, revision),
  check (each_kind or education or seats_least > 0 or all_least > 0)
);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- What was cancelled stays as it was; what happened is not planned any more.
create function portal.guard_meeting() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if old.state in ('cancelled', 'approved') or (old.state = 'held' and new.state not in ('held', 'approved')) then
      raise exception 'the meeting is closed' using errcode = 'check_violation', constraint = 'meetings_open';
    end if;
    if old.state <> 'planned' and (new.starts_at, new.ends_at, new.kind, new.group_name) is distinct from (old.starts_at, old.ends_at, old.kind, old.group_name) then
      raise exception 'the meeting was held' using errcode = 'check_violation', constraint = 'meetings_planned';
    end if;
    if session_user = 'safeguarding_portal' and new.cancelled_by is distinct from old.cancelled_by and new.cancelled_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'meetings_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- An agenda and a list of who came change as long as their meeting does.
create function portal.guard_meeting_part() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare part jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end; begin
    if exists (select from portal.meetings m where m.id = (part->>'meeting_id')::uuid and m.state in ('cancelled', 'approved')) then
      raise exception 'the meeting is closed' using errcode = 'check_violation', constraint = 'meetings_open';
    end if;
    if tg_table_name = 'meeting_attendance' and part->>'of_partnership_id' <> part->>'partnership_id' and not exists (
        select from portal.meeting_shares s where s.meeting_id = (part->>'meeting_id')::uuid and s.partnership_id = (part->>'of_partnership_id')::uuid and s.state = 'accepted') then
      raise exception 'not a meeting of theirs' using errcode = 'check_violation', constraint = 'meeting_attendance_of_partners';
    end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
--> statement-breakpoint
-- The host proposes; whose share it is answers, once, in their own name.
create function portal.guard_meeting_share() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'DELETE' then
      if old.state = 'accepted' or (session_user = 'safeguarding_portal' and old.host_id not in (select access.my_partnerships_in_office())) then
        raise exception 'not to take back' using errcode = 'check_violation', constraint = 'meeting_shares_own';
      end if;
      return old;
    end if;
    if tg_op = 'INSERT' then
      if new.state <> 'proposed' or (session_user = 'safeguarding_portal' and new.host_id not in (select access.my_partnerships_in_office())) then
        raise exception 'not yours to propose' using errcode = 'check_violation', constraint = 'meeting_shares_own';
      end if;
      return new;
    end if;
    if old.state <> 'proposed' then
      raise exception 'it was answered' using errcode = 'check_violation', constraint = 'meeting_shares_answered';
    end if;
    if session_user = 'safeguarding_portal' and (old.partnership_id not in (select access.my_partnerships_in_office()) or new.answered_by is distinct from access.me()) then
      raise exception 'not yours to answer' using errcode = 'check_violation', constraint = 'meeting_shares_own';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- Who may be at a meeting of the caller: the seats of its day and the representatives of education, of every partnership that has
-- it. A meeting before the portal knew the partnership is by the seats with which it began.
create function portal.meeting_parties(the_meeting uuid) returns table (of_partnership_id uuid, seat_id uuid, post_id uuid, seat_kind text, body text, office text, place integer)
  language sql stable security definer set search_path = pg_catalog
  as $$
    with met as (
      select m.id, m.partnership_id as host_id, (m.starts_at at time zone 'Europe/London')::date as on_day from portal.meetings m
      where m.id = the_meeting and (m.partnership_id in (select access.my_partnerships_in_office())
        or exists (select from portal.meeting_shares s where s.meeting_id = m.id and s.state = 'accepted' and s.partnership_id in (select access.my_partnerships_in_office())))),
    holding as (
      select met.host_id as id, 0 as rank, met.on_day from met
      union all
      select s.partnership_id, 1, met.on_day from met join portal.meeting_shares s on s.meeting_id = met.id and s.state = 'accepted'),
    dated as (
      select h.id, h.rank, greatest(h.on_day, (select min(s.valid_from) from portal.seats s where s.partnership_id = h.id)) as on_day from holding h)
    select d.id, s.id, null::uuid, s.kind::text, s.name, null::text, d.rank * 1000 + s.position
      from dated d join portal.seats s on s.partnership_id = d.id and s.valid_from <= d.on_day and (s.valid_to is null or s.valid_to > d.on_day)
    union all
    select d.id, null, p.id, null, p.body, p.office, d.rank * 1000 + 500 + row_number() over (partition by d.id order by p.body, p.id)::integer
      from dated d join portal.posts p on p.partnership_id = d.id and p.role = 'education-representative' and p.valid_from <= d.on_day and (p.valid_to is null or p.valid_to > d.on_day)
  $$;
--> statement-breakpoint
-- The meetings that partnerships of the signed-in person have accepted a share of.
create function portal.my_shared_meetings() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select s.meeting_id from portal.meeting_shares s where s.state = 'accepted' and s.partnership_id in (select access.my_partnerships_in_office()) $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['portal.guard_meeting()', 'portal.guard_meeting_part()', 'portal.guard_meeting_share()', 'portal.meeting_parties(uuid)', 'portal.my_shared_meetings()'] loop
    execute format('alter function %s owner to safeguarding_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function portal.meeting_parties(uuid), portal.my_shared_meetings() to safeguarding_portal;
grant execute on function portal.my_shared_meetings() to safeguarding_definer;
create trigger meetings_guard before update on portal.meetings for each row execute function portal.guard_meeting();
create trigger meeting_items_guard before insert or update on portal.meeting_items for each row execute function portal.guard_meeting_part();
create trigger meeting_attendance_guard before insert or update or delete on portal.meeting_attendance for each row execute function portal.guard_meeting_part();
create trigger meeting_shares_guard before insert or update or delete on portal.meeting_shares for each row execute function portal.guard_meeting_share();
create trigger meetings_no_delete before delete on portal.meetings for each row execute function portal.refuse_change();
create trigger meeting_items_no_delete before delete on portal.meeting_items for each row execute function portal.refuse_change();
create trigger meeting_moves_no_change before update or delete on portal.meeting_moves for each row execute function portal.refuse_change();
create trigger quorum_rules_no_change before update or delete on portal.quorum_rules for each row execute function portal.refuse_change();
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['meetings', 'meeting_moves', 'meeting_items', 'meeting_attendance', 'quorum_rules', 'meeting_shares'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('create trigger %I before truncate on portal.%I for each statement execute function portal.refuse_change()', t || '_no_truncate', t);
    execute format('grant select, insert, update, delete on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    execute format('create policy in_office on portal.%I for select to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office()))', t);
  end loop;
end $$;
create policy host_adds on portal.meetings for insert to safeguarding_portal with check (partnership_id in (select access.my_partnerships_in_office()) and recorded_by = (select access.me()) and state = 'planned');
create policy host_changes on portal.meetings for update to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()));
create policy sharer on portal.meetings for select to safeguarding_portal using (
  exists (select from portal.meeting_shares s where s.meeting_id = meetings.id and s.state <> 'declined' and s.partnership_id in (select access.my_partnerships_in_office())));
create policy host_adds on portal.meeting_moves for insert to safeguarding_portal with check (partnership_id in (select access.my_partnerships_in_office()) and moved_by = (select access.me()));
create policy host_adds on portal.meeting_items for insert to safeguarding_portal with check (partnership_id in (select access.my_partnerships_in_office()) and recorded_by = (select access.me()));
create policy host_changes on portal.meeting_items for update to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()));
create policy host_adds on portal.meeting_attendance for insert to safeguarding_portal with check (partnership_id in (select access.my_partnerships_in_office()) and recorded_by = (select access.me()));
create policy host_changes on portal.meeting_attendance for update to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()) and recorded_by = (select access.me()));
create policy host_removes on portal.meeting_attendance for delete to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office()));
create policy own_adds on portal.quorum_rules for insert to safeguarding_portal with check (partnership_id in (select access.my_partnerships_in_office()) and recorded_by = (select access.me()));
do $$
declare t text; begin
  foreach t in array array['meeting_moves', 'meeting_items', 'meeting_attendance'] loop
    execute format('create policy sharer on portal.%1$I for select to safeguarding_portal using (meeting_id in (select portal.my_shared_meetings()))', t);
  end loop;
end $$;
-- Partnerships that meet together see by which rules each of them has a quorum.
create policy together on portal.quorum_rules for select to safeguarding_portal using (
  exists (select from portal.meeting_shares s where s.state = 'accepted' and (
    (s.host_id = quorum_rules.partnership_id and s.partnership_id in (select access.my_partnerships_in_office()))
    or (s.partnership_id = quorum_rules.partnership_id and s.host_id in (select access.my_partnerships_in_office())))));
create policy host on portal.meeting_shares for select to safeguarding_portal using (host_id in (select access.my_partnerships_in_office()));
create policy together on portal.meeting_shares for select to safeguarding_portal using (meeting_id in (select portal.my_shared_meetings()));
create policy host_proposes on portal.meeting_shares for insert to safeguarding_portal with check (host_id in (select access.my_partnerships_in_office()) and proposed_by = (select access.me()));
create policy sharer_answers on portal.meeting_shares for update to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()));
create policy host_takes_back on portal.meeting_shares for delete to safeguarding_portal using (host_id in (select access.my_partnerships_in_office()));
grant update (kind, group_name, starts_at, ends_at, place, state, cancelled_reason, cancelled_at, cancelled_by, revision, attendance_revision) on portal.meetings to safeguarding_portal;
grant update (position, title, purpose, papers, revision, recorded_at, recorded_by, removed_at, removed_by) on portal.meeting_items to safeguarding_portal;
grant update (status, deputy_post, position, recorded_at, recorded_by), delete on portal.meeting_attendance to safeguarding_portal;
grant update (state, reason, answered_at, answered_by), delete on portal.meeting_shares to safeguarding_portal;
