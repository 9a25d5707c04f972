-- A priority is published as it stands, again and again; each time is a snapshot that stays.
set local role safeguarding_owner;
--> statement-breakpoint
create unique index publications_priority_update on publication.publications ((facts->>'priorityId'), (facts->>'update')) where kind = 'priority';
--> statement-breakpoint
reset role;
--> statement-breakpoint
create or replace function publication.guard_publication() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.kind not in ('directory', 'archive', 'funding', 'agencies', 'priority', 'decision') and not exists (
      select from portal.versions v where v.id = new.version_id and v.partnership_id = new.partnership_id and v.kind = new.kind and v.number = new.number
        and v.status = 'published' and v.content_sha256 = new.content_sha256 and v.html_sha256 = new.html_sha256 and v.pdf_sha256 = new.pdf_sha256
        and v.file_sha256 is not distinct from new.file_sha256) then
      raise exception 'not a published version' using errcode = 'check_violation', constraint = 'publications_of_published_versions';
    end if;
    if new.source_version_id is not null and not exists (
      select from portal.versions v where v.id = new.source_version_id and v.status = 'published' and v.taken_down_at is null and v.kind = 'budget-' || (new.facts->>'year')) then
      raise exception 'not of a budget that stands' using errcode = 'check_violation', constraint = 'publications_of_published_budgets';
    end if;
    -- What the register says is not public is not published, whatever the application does.
    if new.kind = 'decision' and new.facts->>'decisionId' is not null and not exists (
      select from portal.decisions d where d.id = (new.facts->>'decisionId')::uuid and d.partnership_id = new.partnership_id and d.is_public and d.status = 'stands') then
      raise exception 'not a public decision' using errcode = 'check_violation', constraint = 'publications_of_public_decisions';
    end if;
    if new.kind = 'priority' and not exists (
      select from portal.priorities p where p.id::text = new.facts->>'priorityId' and p.partnership_id = new.partnership_id and p.agreed_on is not null) then
      raise exception 'not of a priority that is agreed' using errcode = 'check_violation', constraint = 'publications_of_agreed_priorities';
    end if;
    return new;
  end $$;
