-- An agency whose name would put people at risk (a refuge, a children's home) is named without its name in public.
set local role safeguarding_owner;
--> statement-breakpoint
-- A partnership's decision that the public does not read an agency's name, with why, which is never published, and how it ended.
create table portal.agency_withholdings (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  reason text not null check (length(reason) between 3 and 500),
  withheld_at timestamptz not null default access.clock(),
  withheld_by uuid not null references portal.people,
  ended_at timestamptz,
  ended_by uuid references portal.people,
  ended_reason text check (length(ended_reason) between 3 and 500),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id),
  constraint agency_withholdings_ended check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_reason is null))
);
create unique index agency_withholdings_one_open on portal.agency_withholdings (membership_id) where ended_at is null;
create index agency_withholdings_membership on portal.agency_withholdings (partnership_id, membership_id);
alter table portal.agency_withholdings enable row level security;
alter table portal.agency_withholdings force row level security;
create policy in_office on portal.agency_withholdings for select to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office()));
create policy in_office_withholds on portal.agency_withholdings for insert to safeguarding_portal
  with check (partnership_id in (select access.my_partnerships_in_office()) and withheld_by = (select access.me()) and ended_at is null);
create policy in_office_ends on portal.agency_withholdings for update to safeguarding_portal
  using (partnership_id in (select access.my_partnerships_in_office()) and ended_at is null)
  with check (partnership_id in (select access.my_partnerships_in_office()) and ended_by = (select access.me()));
grant select, insert on portal.agency_withholdings to safeguarding_portal;
grant update (ended_at, ended_by, ended_reason) on portal.agency_withholdings to safeguarding_portal;
grant select, insert, update, delete on portal.agency_withholdings to safeguarding_definer;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- The bodies whose names the public does not read, whichever partnership decided so: nothing else of it is told. Asked by
-- what is published and by what shows what was published before.
create function publication.withheld_agencies() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select distinct m.agency_id from portal.agency_withholdings w join portal.agency_memberships m on m.id = w.membership_id where w.ended_at is null $$;
--> statement-breakpoint
-- The posts that speak for such a body, in any partnership.
create function publication.withheld_posts() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct p.id from portal.agency_memberships m
      cross join lateral (values (m.representative_post_id), (m.deputy_post_id)) as p (id)
    where p.id is not null and m.agency_id in (select publication.withheld_agencies())
  $$;
--> statement-breakpoint
alter function publication.withheld_agencies() owner to safeguarding_definer;
alter function publication.withheld_posts() owner to safeguarding_definer;
revoke all on function publication.withheld_agencies(), publication.withheld_posts() from public;
grant execute on function publication.withheld_agencies(), publication.withheld_posts() to safeguarding_definer, safeguarding_portal, safeguarding_public, safeguarding_worker;
create trigger agency_withholdings_no_delete before delete on portal.agency_withholdings for each row execute function portal.refuse_change();
create trigger agency_withholdings_no_truncate before truncate on portal.agency_withholdings for each statement execute function portal.refuse_change();
alter table portal.agency_withholdings enable always trigger agency_withholdings_no_delete;
alter table portal.agency_withholdings enable always trigger agency_withholdings_no_truncate;
