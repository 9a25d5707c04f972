-- Decisions are published one state at a time: kind 'decision', the words a body, the counts in the facts.
set local role safeguarding_owner;
--> statement-breakpoint
alter table publication.publications drop constraint publications_kind_check, drop constraint publications_check,
  add constraint publications_kind_check check (kind in ('directory', 'archive', 'funding', 'agencies', 'priority', 'decision', 'arrangements', 'threshold-document', 'assessment-protocol') or kind ~ '^budget-20[0-9]{2}-[0-9]{2}$'),
  add constraint publications_check check ((kind in ('directory', 'archive', 'funding', 'agencies', 'priority', 'decision')) = (version_id is null));
-- The last state of each decision of a partnership.
create index publications_decisions on publication.publications (slug, (facts->>'decisionId'), number desc) where kind = 'decision';
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
    return new;
  end $$;
