-- Minutes: what was said of each item of a meeting, every text kept, and the later meeting that approved them.
set local role safeguarding_owner;
--> statement-breakpoint
alter table portal.meetings
  add column approved_in uuid,
  add column approved_at timestamptz,
  add column approved_by uuid references portal.people,
  add constraint meetings_approved check ((state = 'approved') = (approved_in is not null) and (state = 'approved') = (approved_at is not null) and (state = 'approved') = (approved_by is not null)),
  add foreign key (approved_in, partnership_id) references portal.meetings (id, partnership_id);
create index meetings_approved_in on portal.meetings (approved_in) where approved_in is not null;
--> statement-breakpoint
-- One text of the minutes of an item; never changed. The one that stands with the greatest number is in the minutes. A text
-- that was begun before somebody else's came to stand is kept beside it, until a later one is written in sight of it.
create table portal.meeting_minutes (
  id uuid primary key default gen_random_uuid(),
  item_id uuid not null,
  meeting_id uuid not null,
  partnership_id uuid not null references portal.partnerships,
  -- The nth text of the item; written by the database.
  number integer not null,
  -- Which text stood when this one was begun, and up to which number its writer saw them; 0 is none.
  began_from integer not null check (began_from >= 0),
  seen integer not null check (seen >= 0),
  stands boolean not null,
  body text not null check (length(body) between 1 and 20000),
  office text not null check (length(office) between 2 and 400),
  saved_at timestamptz not null default access.clock(),
  saved_by uuid not null references portal.people,
  constraint meeting_minutes_number_key unique (item_id, number),
  foreign key (item_id, partnership_id) references portal.meeting_items (id, partnership_id),
  foreign key (meeting_id, partnership_id) references portal.meetings (id, partnership_id)
);
create index meeting_minutes_meeting on portal.meeting_minutes (meeting_id);
create index meeting_minutes_partnership on portal.meeting_minutes (partnership_id);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Numbers the texts of an item, and decides which of them stands: two who save at once do not both count, whoever they are.
create function portal.take_minutes() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare standing integer; last integer; begin
    perform 1 from portal.meeting_items i where i.id = new.item_id and i.meeting_id = new.meeting_id and i.removed_at is null for update;
    if not found then
      raise exception 'not an item of the meeting' using errcode = 'check_violation', constraint = 'meeting_minutes_of_items';
    end if;
    select coalesce(max(m.number), 0), coalesce(max(m.number) filter (where m.stands), 0) into last, standing from portal.meeting_minutes m where m.item_id = new.item_id;
    if new.seen > last or new.began_from > last then
      raise exception 'nobody saw that' using errcode = 'check_violation', constraint = 'meeting_minutes_number_key';
    end if;
    new.number := last + 1;
    new.stands := new.began_from = standing;
    return new;
  end $$;
--> statement-breakpoint
-- Minutes are approved at a later meeting of the same kind that was held, once every item has one text.
create or replace function portal.guard_meeting() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if old.state in ('cancelled', 'approved') or (old.state = 'held' and new.state not in ('held', 'approved')) or (old.state = 'planned' and new.state = 'approved') then
      raise exception 'the meeting is closed' using errcode = 'check_violation', constraint = 'meetings_open';
    end if;
    if old.state <> 'planned' and (new.starts_at, new.ends_at, new.kind, new.group_name) is distinct from (old.starts_at, old.ends_at, old.kind, old.group_name) then
      raise exception 'the meeting was held' using errcode = 'check_violation', constraint = 'meetings_planned';
    end if;
    if new.state = 'approved' and not exists (
        select from portal.meetings a where a.id = new.approved_in and a.partnership_id = new.partnership_id and a.kind = new.kind
          and a.group_name is not distinct from new.group_name and a.starts_at > new.starts_at and a.state in ('held', 'approved')) then
      raise exception 'not approved by such a meeting' using errcode = 'check_violation', constraint = 'meetings_approved_in_later';
    end if;
    if session_user = 'safeguarding_portal' and ((new.cancelled_by is distinct from old.cancelled_by and new.cancelled_by is distinct from access.me())
        or (new.approved_by is distinct from old.approved_by and new.approved_by is distinct from access.me())) then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'meetings_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
alter function portal.take_minutes() owner to safeguarding_definer;
revoke all on function portal.take_minutes() from public;
create trigger meeting_minutes_guard before insert on portal.meeting_minutes for each row execute function portal.guard_meeting_part();
create trigger meeting_minutes_take before insert on portal.meeting_minutes for each row execute function portal.take_minutes();
create trigger meeting_minutes_no_change before update or delete on portal.meeting_minutes for each row execute function portal.refuse_change();
create trigger meeting_minutes_no_truncate before truncate on portal.meeting_minutes for each statement execute function portal.refuse_change();
alter table portal.meeting_minutes enable row level security;
alter table portal.meeting_minutes force row level security;
create policy in_office on portal.meeting_minutes for select to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office()));
create policy host_adds on portal.meeting_minutes for insert to safeguarding_portal with check (partnership_id in (select access.my_partnerships_in_office()) and saved_by = (select access.me()));
create policy sharer on portal.meeting_minutes for select to safeguarding_portal using (meeting_id in (select portal.my_shared_meetings()));
grant select, insert on portal.meeting_minutes to safeguarding_portal;
grant select, insert, update, delete on portal.meeting_minutes to safeguarding_definer;
grant update (approved_in, approved_at, approved_by) on portal.meetings to safeguarding_portal;
