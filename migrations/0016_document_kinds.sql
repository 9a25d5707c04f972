-- More kinds of signed document, a PDF as a document's text, earlier documents, and telling the Secretary of State.
set local role safeguarding_owner;
--> statement-breakpoint
-- The threshold document and the protocol for assessment are signed and published as the arrangements are.
alter table portal.documents drop constraint documents_kind_check;
alter table portal.documents add constraint documents_kind_check check (kind in ('arrangements', 'threshold-document', 'assessment-protocol'));
--> statement-breakpoint
-- The PDF that a draft carries as its text, rewritten without metadata, with the words of each of its pages.
create table portal.draft_files (
  document_id uuid primary key,
  partnership_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  sha256 portal.sha256 not null,
  size integer not null,
  pages integer not null check (pages > 0),
  texts jsonb not null,
  body bytea not null,
  added_at timestamptz not null default access.clock(),
  added_by uuid references portal.people,
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id),
  check (encode(sha256(body), 'hex') = sha256 and length(body) = size)
);
-- A version that was frozen with one names it in its signed content; `file` repeats that for lists and pages.
alter table portal.versions add column file jsonb, add column file_sha256 portal.sha256,
  add constraint versions_file_named check ((file is null) = (file_sha256 is null) and (file is null or file->>'sha256' = file_sha256)),
  add foreign key (partnership_id, file_sha256) references portal.payloads (partnership_id, sha256);
--> statement-breakpoint
-- An `archive` publication is one state of one earlier document that was published elsewhere: arrangements or a report.
alter table publication.publications drop constraint publications_kind_check, drop constraint publications_check;
alter table publication.publications add column file_sha256 portal.sha256,
  add constraint publications_kind_check check (kind in ('directory', 'archive', 'arrangements', 'threshold-document', 'assessment-protocol')),
  add constraint publications_check check ((kind in ('directory', 'archive')) = (version_id is null));
create index publications_file on publication.publications (file_sha256) where file_sha256 is not null;
create index publications_archive on publication.publications (slug, (facts->>'entryId')) where kind = 'archive';
alter table publication.bodies drop constraint bodies_format_check;
alter table publication.bodies add constraint bodies_format_check check (format in ('content', 'html', 'pdf', 'outline', 'record', 'file'));
--> statement-breakpoint
-- That the Secretary of State was told of a published version, and when.
create table portal.government_notifications (
  version_id uuid primary key,
  partnership_id uuid not null,
  notified_on date not null,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id)
);
--> statement-breakpoint
reset role;
--> statement-breakpoint
create or replace function portal.guard_payload() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'DELETE' or new.body is not null or new.sha256 <> old.sha256 or new.partnership_id <> old.partnership_id or new.media_type <> old.media_type
      or not exists (select from portal.takedowns t join portal.versions v on v.id = t.version_id
        where t.erased_at is not null and v.partnership_id = old.partnership_id and old.sha256 in (v.content_sha256, v.html_sha256, v.pdf_sha256, v.file_sha256)) then
      raise exception 'payloads are immutable' using errcode = 'restrict_violation', constraint = 'payloads_immutable';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- The same PDF may be carried by several versions: its stored bytes go with the last of them.
create or replace function portal.erase_taken_down() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    update portal.payloads p set body = null, erased_at = new.erased_at
      from portal.versions v
      where v.id = new.version_id and p.partnership_id = v.partnership_id and p.body is not null
        and (p.sha256 in (v.content_sha256, v.html_sha256, v.pdf_sha256)
          or (p.sha256 = v.file_sha256 and not exists (
            select from portal.versions o where o.partnership_id = v.partnership_id and o.file_sha256 = v.file_sha256 and o.id <> v.id
              and not exists (select from portal.takedowns t where t.version_id = o.id and t.erased_at is not null))));
    update publication.bodies b set body = null, erased_at = new.erased_at
      from publication.publications pu
      where pu.version_id = new.version_id and b.publication_id = pu.id and b.format in ('content', 'html', 'pdf', 'outline', 'file') and b.body is not null;
    return null;
  end $$;
--> statement-breakpoint
create or replace function publication.guard_publication() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.kind not in ('directory', 'archive') and not exists (
      select from portal.versions v where v.id = new.version_id and v.partnership_id = new.partnership_id and v.kind = new.kind and v.number = new.number
        and v.status = 'published' and v.content_sha256 = new.content_sha256 and v.html_sha256 = new.html_sha256 and v.pdf_sha256 = new.pdf_sha256
        and v.file_sha256 is not distinct from new.file_sha256) then
      raise exception 'not a published version' using errcode = 'check_violation', constraint = 'publications_of_published_versions';
    end if;
    return new;
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
    if tg_op = 'UPDATE' and new.body is null and (to_jsonb(new) - '{body,erased_at}'::text[]) = (to_jsonb(old) - '{body,erased_at}'::text[]) and exists (
        select from portal.takedowns t join publication.publications p on p.version_id = t.version_id
        where p.id = old.publication_id and t.erased_at is not null) then
      return new;
    end if;
    raise exception 'publications are immutable' using errcode = 'restrict_violation', constraint = 'publications_immutable';
  end $$;
--> statement-breakpoint
-- A notification is about a version that was published, on no day before it was, and in one's own name.
create function portal.guard_government_notification() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not exists (select from portal.versions v where v.id = new.version_id and v.partnership_id = new.partnership_id and v.published_at is not null
        and new.notified_on between (v.published_at at time zone 'Europe/London')::date and access.today()) then
      raise exception 'not of a published version, or an impossible date' using errcode = 'check_violation', constraint = 'government_notifications_after_publication';
    end if;
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'government_notifications_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
alter function portal.guard_government_notification() owner to safeguarding_definer;
revoke all on function portal.guard_government_notification() from public;
create trigger government_notifications_guard before insert or update on portal.government_notifications for each row execute function portal.guard_government_notification();
alter table portal.government_notifications enable always trigger government_notifications_guard;
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['portal.draft_files', 'portal.government_notifications'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy member on %s to safeguarding_portal using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()))', t);
  end loop;
end $$;
grant select, insert, update, delete on portal.draft_files to safeguarding_definer;
grant select, insert, update, delete on portal.government_notifications to safeguarding_definer;
grant select, insert, delete on portal.draft_files to safeguarding_portal;
grant select, insert on portal.government_notifications to safeguarding_portal;
grant update (notified_on, recorded_at, recorded_by) on portal.government_notifications to safeguarding_portal;
