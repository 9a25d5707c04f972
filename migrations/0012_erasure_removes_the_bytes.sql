-- Erasing is done where no policy can hide a row from it: an administrator confirms an erasure without being allowed
-- to read the bytes. Proposing and confirming are each in one's own name, and neither is ever taken back.
create function portal.guard_takedown() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if (to_jsonb(new) - '{erasure_proposed_at,erasure_proposed_by,erased_at,erased_by}'::text[]) is distinct from (to_jsonb(old) - '{erasure_proposed_at,erasure_proposed_by,erased_at,erased_by}'::text[])
       or (old.erasure_proposed_by is not null and (new.erasure_proposed_by, new.erasure_proposed_at) is distinct from (old.erasure_proposed_by, old.erasure_proposed_at))
       or (old.erased_at is not null and (new.erased_by, new.erased_at) is distinct from (old.erased_by, old.erased_at)) then
      raise exception 'takedowns are kept' using errcode = 'restrict_violation', constraint = 'takedowns_immutable';
    end if;
    if session_user = 'safeguarding_portal' and (
        (new.erasure_proposed_by is distinct from old.erasure_proposed_by and new.erasure_proposed_by is distinct from access.me())
        or (new.erased_by is distinct from old.erased_by and new.erased_by is distinct from access.me())) then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'takedowns_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create function portal.erase_taken_down() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    update portal.payloads p set body = null, erased_at = new.erased_at
      from portal.versions v
      where v.id = new.version_id and p.partnership_id = v.partnership_id and p.sha256 in (v.content_sha256, v.html_sha256, v.pdf_sha256) and p.body is not null;
    update publication.bodies b set body = null, erased_at = new.erased_at
      from publication.publications pu
      where pu.version_id = new.version_id and b.publication_id = pu.id and b.format in ('content', 'html', 'pdf', 'outline') and b.body is not null;
    return null;
  end $$;
--> statement-breakpoint
alter function portal.guard_takedown() owner to safeguarding_definer;
alter function portal.erase_taken_down() owner to safeguarding_definer;
revoke all on function portal.guard_takedown(), portal.erase_taken_down() from public;
create trigger takedowns_guard before update on portal.takedowns for each row execute function portal.guard_takedown();
create trigger takedowns_erase after update on portal.takedowns for each row when (old.erased_at is null and new.erased_at is not null) execute function portal.erase_taken_down();
create trigger takedowns_no_delete before delete on portal.takedowns for each row execute function portal.refuse_change();
create trigger takedowns_no_truncate before truncate on portal.takedowns for each statement execute function portal.refuse_change();
alter table portal.takedowns enable always trigger takedowns_guard;
alter table portal.takedowns enable always trigger takedowns_erase;
alter table portal.takedowns enable always trigger takedowns_no_delete;
alter table portal.takedowns enable always trigger takedowns_no_truncate;
