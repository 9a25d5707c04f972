-- An earlier document that was taken off the public list can be erased for good, as a version that was taken down can.
set local role safeguarding_owner;
--> statement-breakpoint
-- Taken off the list by one person at once; its stored words and bytes erased by two.
create table portal.archive_removals (
  entry_id uuid primary key,
  partnership_id uuid not null references portal.partnerships,
  reason text not null check (length(reason) between 5 and 300),
  removed_at timestamptz not null default access.clock(),
  removed_by uuid not null references portal.people,
  erasure_proposed_at timestamptz,
  erasure_proposed_by uuid references portal.people,
  erased_at timestamptz,
  erased_by uuid references portal.people,
  check ((erasure_proposed_at is null) = (erasure_proposed_by is null)),
  check ((erased_at is null) = (erased_by is null)),
  constraint archive_removals_erased_by_two check (erased_at is null or (erasure_proposed_by is not null and erased_by <> erasure_proposed_by))
);
create index archive_removals_partnership on portal.archive_removals (partnership_id);
alter table portal.archive_removals enable row level security;
alter table portal.archive_removals force row level security;
create policy member on portal.archive_removals to safeguarding_portal using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()));
create policy administrator on portal.archive_removals to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
grant select, insert on portal.archive_removals to safeguarding_portal;
grant update (erasure_proposed_at, erasure_proposed_by, erased_at, erased_by) on portal.archive_removals to safeguarding_portal;
grant select, insert, update, delete on portal.archive_removals to safeguarding_definer;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A removal is of an entry of that partnership's list, in one's own name, and begins with nothing erased.
create function portal.guard_archive_removal() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.erasure_proposed_by is not null or new.erased_by is not null
      or not exists (select from publication.publications p where p.partnership_id = new.partnership_id and p.kind = 'archive' and p.facts->>'entryId' = new.entry_id::text) then
      raise exception 'not an entry that is on the list' using errcode = 'check_violation', constraint = 'archive_removals_of_entries';
    end if;
    if session_user = 'safeguarding_portal' and new.removed_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'archive_removals_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create function publication.erase_archive_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    update publication.bodies b set body = null, erased_at = new.erased_at
      from publication.publications p
      where p.partnership_id = new.partnership_id and p.kind = 'archive' and p.facts->>'entryId' = new.entry_id::text and b.publication_id = p.id and b.body is not null;
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
        select from portal.takedowns t join publication.publications p on p.version_id = t.version_id
        where p.id = old.publication_id and t.erased_at is not null) or exists (
        select from portal.archive_removals r join publication.publications p on p.partnership_id = r.partnership_id and p.kind = 'archive' and p.facts->>'entryId' = r.entry_id::text
        where p.id = old.publication_id and r.erased_at is not null)) then
      return new;
    end if;
    raise exception 'publications are immutable' using errcode = 'restrict_violation', constraint = 'publications_immutable';
  end $$;
--> statement-breakpoint
alter function portal.guard_archive_removal() owner to safeguarding_definer;
alter function publication.erase_archive_entry() owner to safeguarding_definer;
revoke all on function portal.guard_archive_removal(), publication.erase_archive_entry() from public;
create trigger archive_removals_guard before insert on portal.archive_removals for each row execute function portal.guard_archive_removal();
create trigger archive_removals_kept before update on portal.archive_removals for each row execute function portal.guard_takedown();
create trigger archive_removals_erase after update on portal.archive_removals for each row when (old.erased_at is null and new.erased_at is not null) execute function publication.erase_archive_entry();
create trigger archive_removals_no_delete before delete on portal.archive_removals for each row execute function portal.refuse_change();
create trigger archive_removals_no_truncate before truncate on portal.archive_removals for each statement execute function portal.refuse_change();
alter table portal.archive_removals enable always trigger archive_removals_guard;
alter table portal.archive_removals enable always trigger archive_removals_kept;
alter table portal.archive_removals enable always trigger archive_removals_erase;
alter table portal.archive_removals enable always trigger archive_removals_no_delete;
alter table portal.archive_removals enable always trigger archive_removals_no_truncate;
