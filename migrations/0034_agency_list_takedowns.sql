-- A published list of agencies that shows where a refuge is, or names somebody, is taken down by one person and erased by two.
set local role safeguarding_owner;
--> statement-breakpoint
-- Everything published of a partnership's list up to the nth time, taken down at once. Until it is published once more, on
-- somebody's word that it was put right, nothing else publishes it.
create table portal.agency_list_takedowns (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  up_to integer not null check (up_to > 0),
  reason text not null check (length(reason) between 5 and 300),
  taken_down_at timestamptz not null default access.clock(),
  taken_down_by uuid not null references portal.people,
  erasure_proposed_at timestamptz,
  erasure_proposed_by uuid references portal.people,
  erased_at timestamptz,
  erased_by uuid references portal.people,
  constraint agency_list_takedowns_once unique (partnership_id, up_to),
  check ((erasure_proposed_at is null) = (erasure_proposed_by is null)),
  check ((erased_at is null) = (erased_by is null)),
  constraint agency_list_takedowns_erased_by_two check (erased_at is null or (erasure_proposed_by is not null and erased_by <> erasure_proposed_by))
);
alter table portal.agency_list_takedowns enable row level security;
alter table portal.agency_list_takedowns force row level security;
create policy in_office on portal.agency_list_takedowns to safeguarding_portal
  using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()));
create policy administrator on portal.agency_list_takedowns to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
grant select, insert on portal.agency_list_takedowns to safeguarding_portal;
grant update (erasure_proposed_at, erasure_proposed_by, erased_at, erased_by) on portal.agency_list_takedowns to safeguarding_portal;
grant select, insert, update, delete on portal.agency_list_takedowns to safeguarding_definer;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A takedown is of a list that was published, in one's own name, and begins with nothing erased.
create function portal.guard_agency_list_takedown() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.erasure_proposed_by is not null or new.erased_by is not null
      or not exists (select from publication.publications p where p.partnership_id = new.partnership_id and p.kind = 'agencies' and p.number = new.up_to) then
      raise exception 'not a list that was published' using errcode = 'check_violation', constraint = 'agency_list_takedowns_of_lists';
    end if;
    if session_user = 'safeguarding_portal' and new.taken_down_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'agency_list_takedowns_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create function publication.erase_agency_lists() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    update publication.bodies b set body = null, erased_at = new.erased_at
      from publication.publications p
      where p.partnership_id = new.partnership_id and p.kind = 'agencies' and p.number <= new.up_to and b.publication_id = p.id and b.body is not null;
    return null;
  end $$;
--> statement-breakpoint
create or replace function publication.guard_body() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if exists (select from publication.publications p where p.id = new.publication_id and (
          (new.format = 'content' and p.content_sha256 is distinct from new.sha256) or (new.format = 'html' and p.html_sha256 is distinct from new.sha256)
          or (new.format = 'pdf' and p.pdf_sha256 is distinct from new.sha256) or (new.format = 'file' and p.file_sha256 is distinct from new.sha256))) then
        raise exception 'not the published bytes' using errcode = 'check_violation', constraint = 'bodies_are_the_published_bytes';
      end if;
      return new;
    end if;
    if tg_op = 'UPDATE' and new.body is null and (to_jsonb(new) - '{body,erased_at}'::text[]) = (to_jsonb(old) - '{body,erased_at}'::text[]) and (exists (
        select from portal.takedowns t join publication.publications p on t.version_id in (p.version_id, p.source_version_id)
        where p.id = old.publication_id and t.erased_at is not null) or exists (
        select from portal.archive_removals r join publication.publications p on p.partnership_id = r.partnership_id and p.kind = 'archive' and p.facts->>'entryId' = r.entry_id::text
        where p.id = old.publication_id and r.erased_at is not null) or exists (
        select from portal.agency_list_takedowns t join publication.publications p on p.partnership_id = t.partnership_id and p.kind = 'agencies' and p.number <= t.up_to
        where p.id = old.publication_id and t.erased_at is not null)) then
      return new;
    end if;
    raise exception 'publications are immutable' using errcode = 'restrict_violation', constraint = 'publications_immutable';
  end $$;
--> statement-breakpoint
-- The takedown after which a partnership's list was not published again, if there is one: asked by whatever would publish it.
create function portal.agency_list_hold(partnership uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select t.id from portal.agency_list_takedowns t
    where t.partnership_id = partnership
      and not exists (select from publication.publications p where p.partnership_id = t.partnership_id and p.kind = 'agencies' and p.number > t.up_to)
  $$;
--> statement-breakpoint
alter function portal.agency_list_hold(uuid) owner to safeguarding_definer;
revoke all on function portal.agency_list_hold(uuid) from public;
grant execute on function portal.agency_list_hold(uuid) to safeguarding_portal, safeguarding_worker;
alter function portal.guard_agency_list_takedown() owner to safeguarding_definer;
alter function publication.erase_agency_lists() owner to safeguarding_definer;
revoke all on function portal.guard_agency_list_takedown(), publication.erase_agency_lists() from public;
create trigger agency_list_takedowns_guard before insert on portal.agency_list_takedowns for each row execute function portal.guard_agency_list_takedown();
create trigger agency_list_takedowns_kept before update on portal.agency_list_takedowns for each row execute function portal.guard_takedown();
create trigger agency_list_takedowns_erase after update on portal.agency_list_takedowns for each row when (old.erased_at is null and new.erased_at is not null) execute function publication.erase_agency_lists();
create trigger agency_list_takedowns_no_delete before delete on portal.agency_list_takedowns for each row execute function portal.refuse_change();
create trigger agency_list_takedowns_no_truncate before truncate on portal.agency_list_takedowns for each statement execute function portal.refuse_change();
alter table portal.agency_list_takedowns enable always trigger agency_list_takedowns_guard;
alter table portal.agency_list_takedowns enable always trigger agency_list_takedowns_kept;
alter table portal.agency_list_takedowns enable always trigger agency_list_takedowns_erase;
alter table portal.agency_list_takedowns enable always trigger agency_list_takedowns_no_delete;
alter table portal.agency_list_takedowns enable always trigger agency_list_takedowns_no_truncate;
