-- What must hold whatever the application does. Trigger functions that read across tenants belong to the definer role.
create function portal.version_is_signed_by_all(the_version portal.versions) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select count(*) = cardinality(the_version.required_seats) from portal.signatures s
    where s.version_id = the_version.id and s.seat_id = any (the_version.required_seats)
  $$;
--> statement-breakpoint
create function portal.guard_version() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  begin
    if tg_op = 'DELETE' then
      raise exception 'versions are never deleted' using errcode = 'restrict_violation', constraint = 'versions_immutable';
    end if;
    if tg_op = 'INSERT' then
      if new.status <> 'awaiting' or new.approved_at is not null or new.published_at is not null or new.closed_at is not null then
        raise exception 'a version begins awaiting' using errcode = 'check_violation', constraint = 'versions_begin_awaiting';
      end if;
      if (select array_agg(id order by id) from portal.seats where partnership_id = new.partnership_id
            and valid_from <= access.today() and (valid_to is null or valid_to > access.today()))
         is distinct from (select array_agg(id order by id) from unnest(new.required_seats) id) then
        raise exception 'a version requires every seat' using errcode = 'check_violation', constraint = 'versions_require_every_seat';
      end if;
      return new;
    end if;
    if (to_jsonb(new) - '{status,approved_at,approved_seq,published_at,published_by,published_seq,closed_at,withdrawn_reason,taken_down_at}'::text[])
       is distinct from (to_jsonb(old) - '{status,approved_at,approved_seq,published_at,published_by,published_seq,closed_at,withdrawn_reason,taken_down_at}'::text[]) then
      raise exception 'versions are immutable' using errcode = 'restrict_violation', constraint = 'versions_immutable';
    end if;
    if new.status <> old.status then
      if not (old.status, new.status) in (
        ('awaiting', 'approved'), ('awaiting', 'declined'), ('awaiting', 'superseded'),
        ('approved', 'scheduled'), ('approved', 'published'), ('approved', 'superseded'),
        ('scheduled', 'approved'), ('scheduled', 'published'),
        ('published', 'superseded'), ('published', 'withdrawn')) then
        raise exception 'a version cannot go from % to %', old.status, new.status using errcode = 'check_violation', constraint = 'versions_transition';
      end if;
      if new.status in ('approved', 'scheduled', 'published') and not portal.version_is_signed_by_all(new) then
        raise exception 'not every seat has signed' using errcode = 'check_violation', constraint = 'versions_every_seat_signs';
      end if;
      if new.status = 'declined' and not exists (select from portal.declines where version_id = new.id) then
        raise exception 'a decline has a reason' using errcode = 'check_violation', constraint = 'versions_decline_recorded';
      end if;
      if new.status = 'withdrawn' and coalesce(length(new.withdrawn_reason), 0) < 5 then
        raise exception 'a withdrawal has a reason' using errcode = 'check_violation', constraint = 'versions_withdrawal_reason';
      end if;
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger versions_guard before insert or update or delete on portal.versions for each row execute function portal.guard_version();
create trigger versions_no_truncate before truncate on portal.versions for each statement execute function portal.refuse_change();
alter table portal.versions enable always trigger versions_guard;
alter table portal.versions enable always trigger versions_no_truncate;
--> statement-breakpoint
create function portal.guard_version_seat() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not exists (select from portal.versions v where v.id = new.version_id and new.seat_id = any (v.required_seats)) then
      raise exception 'not a required seat' using errcode = 'check_violation', constraint = 'version_seats_required';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger version_seats_guard before insert on portal.version_seats for each row execute function portal.guard_version_seat();
--> statement-breakpoint
-- A signature stands only if, at this moment, its maker holds the seat, has just confirmed who they are, and signed these very bytes.
create function portal.guard_signature() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare ver portal.versions; statement jsonb; begin
    select * into ver from portal.versions where id = new.version_id for update;
    if ver.status <> 'awaiting' then
      raise exception 'the version is %', ver.status using errcode = 'check_violation', constraint = 'signatures_version_awaiting';
    end if;
    if new.person_id is distinct from access.me() or not exists (
      select from portal.appointments a where a.id = new.appointment_id and a.person_id = new.person_id and a.role = 'lsp'
        and a.seat_id = new.seat_id and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())) then
      raise exception 'not the holder of this seat' using errcode = 'check_violation', constraint = 'signatures_own_seat';
    end if;
    if not exists (select from access.sessions s where s.id = nullif(current_setting('app.session', true), '')
        and s.confirmed_at > access.clock() - interval '5 minutes' and s.strength = new.strength) then
      raise exception 'identity not confirmed' using errcode = 'check_violation', constraint = 'signatures_confirmed';
    end if;
    select convert_from(body, 'UTF8')::jsonb into statement from portal.payloads where partnership_id = new.partnership_id and sha256 = new.statement_sha256;
    if statement->>'contentSha256' is distinct from ver.content_sha256 or statement->>'versionId' is distinct from new.version_id::text
      or statement->>'seatId' is distinct from new.seat_id::text or statement->>'signerId' is distinct from new.person_id::text
      or statement->>'appointmentId' is distinct from new.appointment_id::text then
      raise exception 'the statement is about something else' using errcode = 'check_violation', constraint = 'signatures_statement_matches';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger signatures_guard before insert on portal.signatures for each row execute function portal.guard_signature();
alter table portal.signatures enable always trigger signatures_guard;
--> statement-breakpoint
create function portal.guard_decline() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if (select status from portal.versions where id = new.version_id for update) <> 'awaiting' then
      raise exception 'the version is closed' using errcode = 'check_violation', constraint = 'declines_version_awaiting';
    end if;
    if new.person_id is distinct from access.me() or not exists (
      select from portal.appointments a where a.id = new.appointment_id and a.person_id = new.person_id and a.role = 'lsp'
        and a.seat_id = new.seat_id and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())) then
      raise exception 'not the holder of this seat' using errcode = 'check_violation', constraint = 'declines_own_seat';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger declines_guard before insert on portal.declines for each row execute function portal.guard_decline();
--> statement-breakpoint
-- Bytes are erased only for a version that two people erased; they never change otherwise.
create function portal.guard_payload() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'DELETE' or new.body is not null or new.sha256 <> old.sha256 or new.partnership_id <> old.partnership_id or new.media_type <> old.media_type
      or not exists (select from portal.takedowns t join portal.versions v on v.id = t.version_id
        where t.erased_at is not null and v.partnership_id = old.partnership_id and old.sha256 in (v.content_sha256, v.html_sha256, v.pdf_sha256)) then
      raise exception 'payloads are immutable' using errcode = 'restrict_violation', constraint = 'payloads_immutable';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger payloads_guard before update or delete on portal.payloads for each row execute function portal.guard_payload();
alter table portal.payloads enable always trigger payloads_guard;
--> statement-breakpoint
create function portal.keep_section_revision() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    insert into portal.section_revisions (section_id, partnership_id, revision, title, body, items, saved_at, saved_by)
      values (new.id, new.partnership_id, new.revision, new.title, new.body, new.items, new.saved_at, new.saved_by)
      on conflict do nothing;
    return null;
  end $$;
--> statement-breakpoint
create trigger sections_keep_revision after insert or update on portal.sections for each row execute function portal.keep_section_revision();
--> statement-breakpoint
create function portal.guard_gap() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if (select i.strength from portal.documents d join portal.guidance_items i on i.edition_id = d.edition_id and i.document = d.kind and i.id = new.item_id
        where d.id = new.document_id) is distinct from 'should' then
      raise exception 'only a should item may be declared not covered' using errcode = 'check_violation', constraint = 'declared_gaps_should_only';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger declared_gaps_guard before insert or update on portal.declared_gaps for each row execute function portal.guard_gap();
--> statement-breakpoint
-- A publication of a signed document is a copy of a version that is published at that moment, by its hashes.
create function publication.guard_publication() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.kind <> 'directory' and not exists (
      select from portal.versions v where v.id = new.version_id and v.partnership_id = new.partnership_id and v.kind = new.kind and v.number = new.number
        and v.status = 'published' and v.content_sha256 = new.content_sha256 and v.html_sha256 = new.html_sha256 and v.pdf_sha256 = new.pdf_sha256) then
      raise exception 'not a published version' using errcode = 'check_violation', constraint = 'publications_of_published_versions';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger publications_guard before insert on publication.publications for each row execute function publication.guard_publication();
alter table publication.publications enable always trigger publications_guard;
--> statement-breakpoint
create function publication.guard_body() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if exists (select from publication.publications p where p.id = new.publication_id and (
          (new.format = 'content' and p.content_sha256 is distinct from new.sha256) or (new.format = 'html' and p.html_sha256 is distinct from new.sha256)
          or (new.format = 'pdf' and p.pdf_sha256 is distinct from new.sha256))) then
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
create trigger bodies_guard before insert or update or delete on publication.bodies for each row execute function publication.guard_body();
alter table publication.bodies enable always trigger bodies_guard;
--> statement-breakpoint
create function portal.require_publication() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not exists (select from publication.publications where version_id = new.id) then
      raise exception 'a published version has its publication' using errcode = 'check_violation', constraint = 'versions_published_have_publication';
    end if;
    return null;
  end $$;
--> statement-breakpoint
create constraint trigger versions_have_publication after update on portal.versions deferrable initially deferred
  for each row when (new.status = 'published') execute function portal.require_publication();
--> statement-breakpoint
-- Append-only tables: no update, no delete, no truncate, not even by their owner.
do $$
declare t text; name text; begin
  foreach t in array array['portal.signatures', 'portal.declines', 'portal.version_seats', 'portal.section_revisions', 'publication.publications', 'publication.notices'] loop
    name := split_part(t, '.', 2);
    execute format('create trigger %I before update or delete on %s for each row execute function portal.refuse_change()', name || '_no_change', t);
    execute format('create trigger %I before truncate on %s for each statement execute function portal.refuse_change()', name || '_no_truncate', t);
    execute format('alter table %s enable always trigger %I', t, name || '_no_change');
    execute format('alter table %s enable always trigger %I', t, name || '_no_truncate');
  end loop;
  foreach t in array array['portal.payloads', 'publication.bodies'] loop
    name := split_part(t, '.', 2);
    execute format('create trigger %I before truncate on %s for each statement execute function portal.refuse_change()', name || '_no_truncate', t);
    execute format('alter table %s enable always trigger %I', t, name || '_no_truncate');
  end loop;
end $$;
