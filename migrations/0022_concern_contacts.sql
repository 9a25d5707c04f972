-- Whom to call about a child in each area of a partnership. Each revision is kept, the last applies; one without a service
-- says that no number is known, and the public is shown the national ones.
set local role safeguarding_owner;
--> statement-breakpoint
create table portal.concern_contacts (
  partnership_id uuid not null references portal.partnerships,
  area_id uuid not null references portal.organisations,
  revision integer not null check (revision > 0),
  service text check (length(service) between 2 and 120),
  -- National digits, beginning with 0.
  phone text check (phone ~ '^0[1-9][0-9]{8,9}$'),
  out_of_hours_phone text check (out_of_hours_phone ~ '^0[1-9][0-9]{8,9}$'),
  web_page text check (web_page ~ '^https://' and length(web_page) <= 300),
  checked_on date not null default access.today(),
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  constraint concern_contacts_revision_key primary key (partnership_id, area_id, revision),
  check ((service is null) = (phone is null)),
  check (service is not null or (out_of_hours_phone is null and web_page is null))
);
--> statement-breakpoint
reset role;
--> statement-breakpoint
alter table portal.concern_contacts enable row level security;
alter table portal.concern_contacts force row level security;
create policy member on portal.concern_contacts to safeguarding_portal
  using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()));
-- Whoever publishes the directory reads all of it, an administrator too.
create policy administrator on portal.concern_contacts for select to safeguarding_portal using ((select access.is_administrator()));
grant select, insert, update, delete on portal.concern_contacts to safeguarding_definer;
grant select, insert on portal.concern_contacts to safeguarding_portal;
--> statement-breakpoint
-- Of an area the partnership covers today, checked today, and in one's own name.
create function portal.guard_concern_contact() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not exists (select from portal.partnership_areas a where a.partnership_id = new.partnership_id and a.organisation_id = new.area_id
        and a.valid_from <= access.today() and (a.valid_to is null or a.valid_to > access.today())) then
      raise exception 'not an area of the partnership' using errcode = 'check_violation', constraint = 'concern_contacts_own_area';
    end if;
    if session_user = 'safeguarding_portal' and (new.recorded_by is distinct from access.me() or new.checked_on <> access.today()) then
      raise exception 'in one''s own name and on the day' using errcode = 'check_violation', constraint = 'concern_contacts_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
alter function portal.guard_concern_contact() owner to safeguarding_definer;
revoke all on function portal.guard_concern_contact() from public;
create trigger concern_contacts_guard before insert on portal.concern_contacts for each row execute function portal.guard_concern_contact();
create trigger concern_contacts_no_change before update or delete on portal.concern_contacts for each row execute function portal.refuse_change();
create trigger concern_contacts_no_truncate before truncate on portal.concern_contacts for each statement execute function portal.refuse_change();
alter table portal.concern_contacts enable always trigger concern_contacts_guard;
alter table portal.concern_contacts enable always trigger concern_contacts_no_change;
alter table portal.concern_contacts enable always trigger concern_contacts_no_truncate;
