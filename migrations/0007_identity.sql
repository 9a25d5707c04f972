-- Who "me" is, derived in the database from the session row: never from a value the application can choose freely.
-- These functions are owned by a role that cannot log in and is exempt from row-level security; run as the migrator.
create function access.me() returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select s.person_id
    from access.sessions s join access.accounts a on a.person_id = s.person_id
    where s.id = nullif(current_setting('app.session', true), '')
      and a.suspended_at is null
      and s.expires_at > access.clock()
      and s.created_at > access.clock() - interval '8 hours'
      and s.last_seen_at > access.clock() - interval '30 minutes'
      and (s.strength <> 'password-demo' or (select demo from access.installation))
  $$;
--> statement-breakpoint
create function access.my_partnerships() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct partnership_id from portal.appointments
    where person_id = access.me() and starts_on <= access.today() and (ends_on is null or ends_on > access.today())
  $$;
--> statement-breakpoint
create function access.is_administrator() returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from access.administrators where person_id = access.me() and revoked_at is null) $$;
--> statement-breakpoint
-- Binds the actor to this transaction and answers who it is, what it holds today, and what time it is: one round trip.
create function access.bind(session text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare person uuid; begin
    perform set_config('app.session', coalesce(session, ''), true);
    person := access.me();
    return jsonb_build_object(
      'now', to_char(access.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'today', access.today(),
      'personId', person,
      'name', (select name from portal.people where id = person),
      'administrator', access.is_administrator(),
      'confirmedAt', (select to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from access.sessions where id = session and person is not null),
      'strength', (select strength from access.sessions where id = session and person is not null),
      'holds', coalesce((
        select jsonb_agg(jsonb_build_object(
          'appointmentId', a.id, 'partnershipId', a.partnership_id, 'slug', p.slug, 'partnership', p.name, 'role', a.role,
          'postId', a.post_id, 'office', po.office, 'seatId', a.seat_id, 'organisation', s.name, 'acting', a.acting)
          order by p.name, s.position, a.role)
        from portal.appointments a
        join portal.partnerships p on p.id = a.partnership_id
        join portal.posts po on po.id = a.post_id
        left join portal.seats s on s.id = a.seat_id
        where a.person_id = person and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())), '[]'));
  end $$;
--> statement-breakpoint
-- How a ledger entry names its author. The migrator seeds and repairs; jobs run as the worker; nobody else acts without a session.
create function access.actor() returns text
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin
    if access.me() is not null then return 'person:' || access.me(); end if;
    if session_user = 'safeguarding_worker' then return 'job'; end if;
    if session_user in ('safeguarding_portal', 'safeguarding_public', 'safeguarding_sign_in') then
      raise exception 'no session' using errcode = 'insufficient_privilege';
    end if;
    return 'migrator';
  end $$;
--> statement-breakpoint
-- Appends one entry. The head row of the chain is locked, so entries of a chain are in one order.
create function ledger.append(partnership uuid, event_type text, body bytea, out seq bigint, out hash text)
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare the_chain text := coalesce(partnership::text, 'installation'); head ledger.heads; author text := access.actor();
    entry_at timestamptz; digest text := encode(sha256(body), 'hex');
  begin
    if author like 'person:%' and not access.is_administrator()
       and (partnership is null or partnership not in (select access.my_partnerships())) then
      raise exception 'not a member' using errcode = 'insufficient_privilege';
    end if;
    insert into ledger.heads values (the_chain, 0, ledger.genesis(the_chain)) on conflict do nothing;
    select * into head from ledger.heads h where h.chain = the_chain for update;
    entry_at := greatest(date_trunc('milliseconds', access.clock()), coalesce((select e.at from ledger.entries e where e.chain = the_chain and e.seq = head.seq), '-infinity'));
    seq := head.seq + 1;
    hash := ledger.entry_hash(the_chain, seq, head.hash, entry_at, author, event_type, digest);
    insert into ledger.entries values (the_chain, partnership, seq, head.hash, entry_at, author, event_type, digest, hash);
    insert into ledger.payloads values (the_chain, partnership, seq, body, null);
    update ledger.heads h set seq = append.seq, hash = append.hash where h.chain = the_chain;
  end $$;
--> statement-breakpoint
-- Whether the ledger still holds this entry at this place: all that the public may ask of it.
create function ledger.holds(the_chain text, the_seq bigint, the_hash text) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from ledger.entries where chain = the_chain and seq = the_seq and hash = the_hash) $$;
--> statement-breakpoint
-- The first place where a chain does not hold together, or null. Recomputes every hash.
create function ledger.first_break(the_chain text) returns bigint
  language sql stable security definer set search_path = pg_catalog
  as $$
    select min(seq) from (
      select e.seq,
        e.previous = coalesce(lag(e.hash) over (order by e.seq), ledger.genesis(the_chain))
        and e.seq = coalesce(lag(e.seq) over (order by e.seq), 0) + 1
        and e.hash = ledger.entry_hash(e.chain, e.seq, e.previous, e.at, e.actor, e.type, e.payload_sha256)
        and (p.erased_at is not null or coalesce(encode(sha256(p.body), 'hex') = e.payload_sha256, false)) as holds
      from ledger.entries e left join ledger.payloads p using (chain, seq)
      where e.chain = the_chain) checked
    where not holds
  $$;
--> statement-breakpoint
-- Opens an account for an e-mail address, or finds the one there is. Whoever appoints somebody calls it in the same transaction.
create function access.open_account(address text, full_name text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, public
  as $$
  declare person uuid; begin
    if access.me() is null and session_user = 'safeguarding_portal' then
      raise exception 'no session' using errcode = 'insufficient_privilege';
    end if;
    select person_id into person from access.accounts where email = address::public.citext;
    if person is null then
      insert into portal.people (name) values (full_name) returning id into person;
      insert into access.accounts (person_id, email) values (person, address::public.citext);
    end if;
    return person;
  end $$;
--> statement-breakpoint
-- Issues a single-use set-up link for a person who has never set a password. 72 hours.
create function access.invite(person uuid, token_sha256 text) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if access.me() is null and session_user = 'safeguarding_portal' then
      raise exception 'no session' using errcode = 'insufficient_privilege';
    end if;
    if exists (select from access.accounts where person_id = person and password_hash is not null) then return false; end if;
    update access.invitations set used_at = access.clock() where person_id = person and purpose = 'set-up' and used_at is null;
    insert into access.invitations (id, person_id, purpose, invited_by, expires_at)
      values (token_sha256, person, 'set-up', access.me(), access.clock() + interval '72 hours');
    return true;
  end $$;
--> statement-breakpoint
-- Suspends or restores an account; an administrator's alone.
create function access.set_suspended(person uuid, suspended boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not access.is_administrator() then raise exception 'not an administrator' using errcode = 'insufficient_privilege'; end if;
    update access.accounts set suspended_at = case when suspended then access.clock() end
      where person_id = person and (suspended_at is null) = suspended;
    if not found then return false; end if;
    if suspended then delete from access.sessions where person_id = person; end if;
    return true;
  end $$;
--> statement-breakpoint
-- The accounts an administrator looks after: no content, no secrets.
create function access.list_accounts() returns table (person_id uuid, name text, email text, suspended_at timestamptz, has_password boolean, has_second_factor boolean, administrator boolean)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select a.person_id, p.name, a.email::text, a.suspended_at, a.password_hash is not null, a.totp_secret_sealed is not null,
      exists (select from access.administrators ad where ad.person_id = a.person_id and ad.revoked_at is null)
    from access.accounts a join portal.people p on p.id = a.person_id
    where access.is_administrator()
    order by p.name, a.email
  $$;
