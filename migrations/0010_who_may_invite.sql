-- Whether this very transaction wrote the person's row: whoever opens an account may hand over its first link,
-- whoever finds one that was there may not.
create function access.opened_now(person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from portal.people p where p.id = person and p.xmin = pg_current_xact_id_if_assigned()::xid) $$;
--> statement-breakpoint
alter function access.opened_now(uuid) owner to safeguarding_definer;
revoke all on function access.opened_now(uuid) from public;
grant execute on function access.opened_now(uuid) to safeguarding_portal;
--> statement-breakpoint
-- A set-up link takes over an account that has no password yet. So only an administrator, or whoever opens the account
-- in this transaction, is given one: a lead who appoints somebody known elsewhere is not.
create or replace function access.invite(person uuid, token_sha256 text) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if session_user = 'safeguarding_portal' and not (access.is_administrator() or (access.me() is not null and access.opened_now(person))) then
      raise exception 'not the opener of the account' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from access.accounts where person_id = person and password_hash is not null) then return false; end if;
    update access.invitations set used_at = access.clock() where person_id = person and purpose = 'set-up' and used_at is null;
    insert into access.invitations (id, person_id, purpose, invited_by, expires_at)
      values (token_sha256, person, 'set-up', access.me(), access.clock() + interval '72 hours');
    return true;
  end $$;
--> statement-breakpoint
-- Whoever ends their own appointment stays a member until that transaction ends, so that it can write the ledger entry
-- and publish who is accountable; the next transaction finds them outside.
create or replace function access.my_partnerships() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct partnership_id from portal.appointments
    where person_id = access.me() and starts_on <= access.today()
      and (ends_on is null or ends_on > access.today()
        or (ended_by = access.me() and xmin = pg_current_xact_id_if_assigned()::xid))
  $$;
--> statement-breakpoint
-- The office of a post is named as its holder is appointed: "Director of Children's Services".
grant update (office) on portal.posts to safeguarding_portal;
