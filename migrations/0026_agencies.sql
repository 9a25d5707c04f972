-- Relevant agencies: the bodies that the partners name, of which category and why, and what became of it.
set local role safeguarding_owner;
--> statement-breakpoint
-- An edition of the list of categories from which agencies are named: the Schedule to SI 2018/789 as amended up to a day.
create table portal.agency_category_lists (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  source text not null,
  note text not null,
  in_force_from date not null unique,
  file_sha256 portal.sha256 not null
);
create table portal.agency_categories (
  list_id text not null references portal.agency_category_lists,
  id text not null check (id ~ '^[a-z0-9][a-z0-9-]{1,59}$'),
  position integer not null,
  part text not null,
  -- How the public reads the list: by kind of work.
  sector text not null check (sector in ('education', 'health-and-care', 'criminal-justice', 'voluntary', 'other')),
  title text not null,
  paragraph integer,
  confidence text not null check (confidence in ('verified', 'to-verify')),
  -- Whether a body of it is under the duty to act in accordance with the arrangements.
  in_schedule boolean not null,
  primary key (list_id, id)
);
--> statement-breakpoint
-- A body, once, however many partnerships it works with. Whoever recorded it first keeps its name and numbers.
create table portal.agencies (
  id uuid primary key default gen_random_uuid(),
  kept_by uuid not null references portal.partnerships,
  legal_name text not null check (length(legal_name) between 2 and 200),
  urn integer constraint agencies_urn_key unique check (urn between 100000 and 999999),
  -- A linked charity has the number of the one that it is linked to, and its own place: "1234567-2".
  charity_number text constraint agencies_charity_number_key unique check (charity_number ~ '^[1-9][0-9]{5,6}(-[1-9][0-9]{0,3})?$'),
  organisation_code text constraint agencies_organisation_code_key unique check (organisation_code ~ '^[A-Z0-9]{3,12}$'),
  -- The academy trust, federation or body that it belongs to.
  parent text check (length(parent) between 2 and 200),
  parent_code text check (parent_code ~ '^[A-Z0-9]{1,12}$'),
  phase text check (length(phase) between 2 and 60),
  establishment text check (length(establishment) between 2 and 100),
  closed_on date,
  revision integer not null default 1,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people
);
--> statement-breakpoint
-- An agency in one partnership: why it was chosen, how it works with the others, and how far it is.
create table portal.agency_memberships (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  agency_id uuid not null references portal.agencies,
  category_list text not null,
  category text not null,
  inclusion text not null check (inclusion in ('statutory', 'voluntary')),
  reason text check (length(reason) between 3 and 1000),
  how_we_work text check (length(how_we_work) between 3 and 1000),
  -- The council areas of the partnership in which it works, by their official codes; none is all of them.
  areas text[] not null default '{}',
  audits text[] not null default '{}' check (audits <@ array['section-11', 'section-175', 'section-157']),
  status text not null default 'proposed' check (status in ('proposed', 'named', 'withdrawn')),
  named_on date,
  withdrawn_on date,
  withdrawn_reason text check (length(withdrawn_reason) between 3 and 500),
  told_on date,
  acknowledged_on date,
  -- The posts that speak for it.
  representative_post_id uuid,
  deputy_post_id uuid,
  revision integer not null default 1,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  unique (id, partnership_id),
  constraint agency_memberships_once unique (partnership_id, agency_id),
  foreign key (category_list, category) references portal.agency_categories (list_id, id),
  foreign key (representative_post_id, partnership_id) references portal.posts (id, partnership_id),
  foreign key (deputy_post_id, partnership_id) references portal.posts (id, partnership_id),
  -- Nobody is named without a reason.
  constraint agency_memberships_named check (status <> 'named' or (named_on is not null and reason is not null)),
  constraint agency_memberships_withdrawn check ((status = 'withdrawn') = (withdrawn_on is not null) and (status = 'withdrawn') = (withdrawn_reason is not null))
);
create index agency_memberships_agency on portal.agency_memberships (agency_id);
create index agency_memberships_category on portal.agency_memberships (partnership_id, category);
--> statement-breakpoint
alter table publication.publications drop constraint publications_kind_check, drop constraint publications_check,
  add constraint publications_kind_check check (kind in ('directory', 'archive', 'funding', 'agencies', 'arrangements', 'threshold-document', 'assessment-protocol') or kind ~ '^budget-20[0-9]{2}-[0-9]{2}$'),
  add constraint publications_check check ((kind in ('directory', 'archive', 'funding', 'agencies')) = (version_id is null));
-- Which partnerships name an agency.
create index publications_agencies on publication.publications using gin ((facts->'agencyIds')) where kind = 'agencies';
--> statement-breakpoint
reset role;
--> statement-breakpoint
create or replace function publication.guard_publication() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.kind not in ('directory', 'archive', 'funding', 'agencies') and not exists (
      select from portal.versions v where v.id = new.version_id and v.partnership_id = new.partnership_id and v.kind = new.kind and v.number = new.number
        and v.status = 'published' and v.content_sha256 = new.content_sha256 and v.html_sha256 = new.html_sha256 and v.pdf_sha256 = new.pdf_sha256
        and v.file_sha256 is not distinct from new.file_sha256) then
      raise exception 'not a published version' using errcode = 'check_violation', constraint = 'publications_of_published_versions';
    end if;
    if new.source_version_id is not null and not exists (
      select from portal.versions v where v.id = new.source_version_id and v.status = 'published' and v.taken_down_at is null and v.kind = 'budget-' || (new.facts->>'year')) then
      raise exception 'not of a budget that stands' using errcode = 'check_violation', constraint = 'publications_of_published_budgets';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- A body that is recorded already, by any partnership, under one of these numbers. They are public; nothing else is told.
create function portal.find_agency(the_urn integer, the_charity text, the_code text) returns table (id uuid, kept_by uuid)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select a.id, a.kept_by from portal.agencies a where a.urn = the_urn or a.charity_number = the_charity or a.organisation_code = the_code
  $$;
alter function portal.find_agency(integer, text, text) owner to safeguarding_definer;
revoke all on function portal.find_agency(integer, text, text) from public;
grant execute on function portal.find_agency(integer, text, text) to safeguarding_portal;
--> statement-breakpoint
-- Council areas are the partnership's own.
create function portal.guard_agency_areas() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if exists (select from unnest(new.areas) as area (code) where not exists (
        select from portal.partnership_areas pa join portal.organisations o on o.id = pa.organisation_id where pa.partnership_id = new.partnership_id and o.code = area.code)) then
      raise exception 'not an area of the partnership' using errcode = 'check_violation', constraint = 'agency_memberships_areas';
    end if;
    return new;
  end $$;
alter function portal.guard_agency_areas() owner to safeguarding_definer;
revoke all on function portal.guard_agency_areas() from public;
create trigger agency_memberships_guard_areas before insert or update of areas on portal.agency_memberships for each row execute function portal.guard_agency_areas();
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['agencies', 'agency_memberships'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update, delete on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
  end loop;
end $$;
create policy member on portal.agency_memberships to safeguarding_portal
  using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()));
-- Seen by whoever keeps it and by whoever has it in its register; changed by whoever keeps it.
create policy member on portal.agencies for select to safeguarding_portal
  using (kept_by in (select access.my_partnerships()) or exists (select from portal.agency_memberships m where m.agency_id = agencies.id and m.partnership_id in (select access.my_partnerships())));
create policy keeper_adds on portal.agencies for insert to safeguarding_portal with check (kept_by in (select access.my_partnerships()));
create policy keeper_changes on portal.agencies for update to safeguarding_portal using (kept_by in (select access.my_partnerships())) with check (kept_by in (select access.my_partnerships()));
grant update (legal_name, urn, charity_number, organisation_code, parent, parent_code, phase, establishment, closed_on, revision, recorded_at, recorded_by) on portal.agencies to safeguarding_portal;
grant update (category_list, category, inclusion, reason, how_we_work, areas, audits, status, named_on, withdrawn_on, withdrawn_reason, told_on, acknowledged_on, representative_post_id, deputy_post_id, revision, recorded_at, recorded_by) on portal.agency_memberships to safeguarding_portal;
grant select on portal.agency_category_lists, portal.agency_categories to safeguarding_portal, safeguarding_definer;
