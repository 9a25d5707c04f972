set local role safeguarding_owner;
--> statement-breakpoint
alter table access.accounts add column last_signed_in_at timestamptz;
--> statement-breakpoint
-- `handle` names a session in an address without telling its id; `browser` is no finer than "Firefox on Windows".
alter table access.sessions add column handle uuid not null default gen_random_uuid();
alter table access.sessions add column browser text check (length(browser) <= 60);
alter table access.sessions add constraint sessions_handle_key unique (handle);
--> statement-breakpoint
-- A single-use link bound to one account's e-mail address, one appointment and its role: when any of them changes or
-- ends, the link no longer holds. Links made before named a person only, so they are sent again.
drop table access.invitations;
create table access.invitations (
  id portal.sha256 primary key,
  person_id uuid not null references access.accounts,
  email citext not null,
  partnership_id uuid not null,
  appointment_id uuid not null,
  role text not null,
  invited_by uuid references portal.people,
  created_at timestamptz not null default access.clock(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('accepted', 'withdrawn', 'replaced')),
  check ((ended_at is null) = (ended_as is null)),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id)
);
create unique index invitations_one_open on access.invitations (appointment_id) where ended_at is null;
create index invitations_person on access.invitations (person_id);
--> statement-breakpoint
-- Ten codes on paper, each good once in place of a code from the phone. Kept as an HMAC under APP_SECRET.
create table access.recovery_codes (
  person_id uuid not null references access.accounts,
  code_hmac portal.sha256 not null,
  created_at timestamptz not null default access.clock(),
  used_at timestamptz,
  primary key (person_id, code_hmac)
);
--> statement-breakpoint
-- A link to choose a new password: one hour, once, for the address the account had when it was asked for.
create table access.password_resets (
  id portal.sha256 primary key,
  person_id uuid not null references access.accounts,
  email citext not null,
  created_at timestamptz not null default access.clock(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_resets_person on access.password_resets (person_id);
--> statement-breakpoint
-- A second factor set up anew: proposed by one person, confirmed by another, neither of them the person concerned.
create table access.factor_resets (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references access.accounts,
  asked_at timestamptz,
  proposed_at timestamptz,
  proposed_by uuid references portal.people,
  how_checked text check (length(how_checked) between 10 and 500),
  confirmed_at timestamptz,
  confirmed_by uuid references portal.people,
  link_sha256 portal.sha256,
  expires_at timestamptz not null,
  completed_at timestamptz,
  stopped_at timestamptz,
  stopped_by uuid references portal.people,
  constraint factor_resets_link_key unique (link_sha256),
  constraint factor_resets_two_people check (confirmed_by is null or (proposed_by is not null and confirmed_by <> proposed_by)),
  constraint factor_resets_not_oneself check (coalesce(proposed_by <> person_id, true) and coalesce(confirmed_by <> person_id, true)),
  check ((proposed_by is null) = (proposed_at is null) and (proposed_by is null) = (how_checked is null)),
  check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_by is null) = (link_sha256 is null)),
  check (completed_at is null or confirmed_by is not null)
);
create unique index factor_resets_one_open on access.factor_resets (person_id) where completed_at is null and stopped_at is null;
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['invitations', 'recovery_codes', 'password_resets', 'factor_resets'] loop
    execute format('alter table access.%I enable row level security', t);
    execute format('alter table access.%I force row level security', t);
    execute format('create policy sign_in on access.%I to safeguarding_sign_in using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on access.%I to safeguarding_definer', t);
  end loop;
end $$;
grant select, insert, update, delete on access.recovery_codes, access.password_resets to safeguarding_sign_in;
grant select on access.factor_resets to safeguarding_sign_in;
--> statement-breakpoint
-- What a step may put in the place of a second factor that is there: its owner's own choice, or a reset by two people.
alter table access.sign_in_steps add column replaces boolean not null default false;
alter table access.sign_in_steps add column factor_reset_id uuid references access.factor_resets;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- What was proposed or confirmed is never taken back or put in another's name.
create function access.guard_factor_reset() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.person_id <> old.person_id
       or (old.proposed_by is not null and (new.proposed_by, new.proposed_at, new.how_checked) is distinct from (old.proposed_by, old.proposed_at, old.how_checked))
       or (old.confirmed_by is not null and (new.confirmed_by, new.confirmed_at, new.link_sha256) is distinct from (old.confirmed_by, old.confirmed_at, old.link_sha256))
       or (old.completed_at is not null) or (old.stopped_at is not null) then
      raise exception 'factor resets are kept' using errcode = 'restrict_violation', constraint = 'factor_resets_immutable';
    end if;
    if session_user = 'safeguarding_portal' and (
        (new.proposed_by is distinct from old.proposed_by and new.proposed_by is distinct from access.me())
        or (new.confirmed_by is distinct from old.confirmed_by and new.confirmed_by is distinct from access.me())) then
      raise exception 'in one''s own name only' using errcode = 'check_violation', constraint = 'factor_resets_own_name';
    end if;
    return new;
  end $$;
create trigger factor_resets_guard before update on access.factor_resets for each row execute function access.guard_factor_reset();
create trigger factor_resets_no_delete before delete on access.factor_resets for each row execute function portal.refuse_change();
create trigger factor_resets_no_truncate before truncate on access.factor_resets for each statement execute function portal.refuse_change();
alter table access.factor_resets enable always trigger factor_resets_guard;
alter table access.factor_resets enable always trigger factor_resets_no_delete;
alter table access.factor_resets enable always trigger factor_resets_no_truncate;
--> statement-breakpoint
-- Appends in somebody's name without asking whether they are a member: for functions that have asked something better.
create function ledger.append_as(author text, partnership uuid, event_type text, body bytea, out seq bigint, out hash text)
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare the_chain text := coalesce(partnership::text, 'installation'); head ledger.heads;
    entry_at timestamptz; digest text := encode(sha256(body), 'hex');
  begin
    insert into ledger.heads values (the_chain, 0, ledger.genesis(the_chain)) on conflict do nothing;
    select * into head from ledger.heads h where h.chain = the_chain for update;
    entry_at := greatest(date_trunc('milliseconds', access.clock()), coalesce((select e.at from ledger.entries e where e.chain = the_chain and e.seq = head.seq), '-infinity'));
    seq := head.seq + 1;
    hash := ledger.entry_hash(the_chain, seq, head.hash, entry_at, author, event_type, digest);
    insert into ledger.entries values (the_chain, partnership, seq, head.hash, entry_at, author, event_type, digest, hash);
    insert into ledger.payloads values (the_chain, partnership, seq, body, null);
    update ledger.heads h set seq = append_as.seq, hash = append_as.hash where h.chain = the_chain;
  end $$;
create or replace function ledger.append(partnership uuid, event_type text, body bytea, out seq bigint, out hash text)
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare author text := access.actor(); begin
    if author like 'person:%' and not access.is_administrator()
       and (partnership is null or partnership not in (select access.my_partnerships())) then
      raise exception 'not a member' using errcode = 'insufficient_privilege';
    end if;
    select a.seq, a.hash into seq, hash from ledger.append_as(author, partnership, event_type, body) a;
  end $$;
--> statement-breakpoint
-- The partnerships in which somebody holds an office today.
create function access.partnerships_of(person uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct partnership_id from portal.appointments
    where person_id = person and starts_on <= access.today() and (ends_on is null or ends_on > access.today())
    order by partnership_id
  $$;
--> statement-breakpoint
-- One entry in the chain of each partnership concerned, or of the installation when there is none.
create function ledger.append_for_person(author text, concerned uuid, event_type text, subject text) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare body bytea := convert_to(format('{"personId":"%s",%s"type":"%s"}', concerned, subject, event_type), 'UTF8'); place uuid; begin
    for place in select access.partnerships_of(concerned) loop
      perform ledger.append_as(author, place, event_type, body);
    end loop;
    if not found then perform ledger.append_as(author, null, event_type, body); end if;
  end $$;
--> statement-breakpoint
-- An administrator, whoever opens the account in this transaction, or a lead, chair or business manager of the partnership.
create function access.may_invite(partnership uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select access.is_administrator() or (access.me() is not null and access.opened_now(person))
      or exists (select from portal.appointments where person_id = access.me() and partnership_id = partnership
        and role in ('lsp', 'chair', 'business-manager') and starts_on <= access.today() and (ends_on is null or ends_on > access.today()))
  $$;
--> statement-breakpoint
drop function access.invite(uuid, text);
create function access.invite(appointment uuid, token_sha256 text) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare a portal.appointments; account access.accounts; begin
    select * into a from portal.appointments where id = appointment;
    if a.id is null or (a.ends_on is not null and a.ends_on <= access.today()) then return false; end if;
    if session_user = 'safeguarding_portal' and not access.may_invite(a.partnership_id, a.person_id) then
      raise exception 'may not invite' using errcode = 'insufficient_privilege';
    end if;
    select * into account from access.accounts where person_id = a.person_id for update;
    if account.person_id is null or account.password_hash is not null or account.suspended_at is not null then return false; end if;
    update access.invitations set ended_at = access.clock(), ended_as = 'replaced' where appointment_id = appointment and ended_at is null;
    insert into access.invitations (id, person_id, email, partnership_id, appointment_id, role, invited_by, expires_at)
      values (token_sha256, a.person_id, account.email, a.partnership_id, a.id, a.role, access.me(), access.clock() + interval '72 hours');
    return true;
  end $$;
--> statement-breakpoint
create function access.withdraw_invitation(appointment uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare i access.invitations; begin
    select * into i from access.invitations where appointment_id = appointment and ended_at is null for update;
    if i.id is null then return false; end if;
    if not access.may_invite(i.partnership_id, i.person_id) then raise exception 'may not invite' using errcode = 'insufficient_privilege'; end if;
    update access.invitations set ended_at = access.clock(), ended_as = 'withdrawn' where id = i.id;
    return true;
  end $$;
--> statement-breakpoint
-- What an invitation is and how it stands; no row for a link that never was. Changes nothing.
create function access.read_invitation(token_sha256 text)
  returns table (state text, person_id uuid, name text, email text, partnership text, role text, office text, organisation text, invited_by text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select case
        when i.ended_as = 'accepted' or acc.password_hash is not null then 'accepted'
        when i.ended_as is not null then i.ended_as
        when acc.suspended_at is not null or acc.email <> i.email or a.person_id <> i.person_id or a.role <> i.role
          or (a.ends_on is not null and a.ends_on <= access.today()) then 'void'
        when i.expires_at <= access.clock() then 'expired'
        else 'open' end,
      i.person_id, p.name, i.email::text, pa.name, i.role, po.office, s.name, by.name, i.expires_at
    from access.invitations i
    join access.accounts acc on acc.person_id = i.person_id
    join portal.people p on p.id = i.person_id
    join portal.appointments a on a.id = i.appointment_id
    join portal.partnerships pa on pa.id = i.partnership_id
    join portal.posts po on po.id = a.post_id
    left join portal.seats s on s.id = a.seat_id
    left join portal.people by on by.id = i.invited_by
    where i.id = token_sha256
  $$;
--> statement-breakpoint
-- Uses an invitation up and sets the first password: for exactly one of any number at once.
create function access.accept_invitation(token_sha256 text, first_password_hash text) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare i access.invitations; begin
    select inv.* into i from access.invitations inv where inv.id = token_sha256;
    perform 1 from access.accounts where person_id = i.person_id for update;
    if not exists (select from access.read_invitation(token_sha256) r where r.state = 'open') then return null; end if;
    update access.invitations set ended_at = access.clock(), ended_as = 'accepted' where id = token_sha256;
    update access.accounts set password_hash = first_password_hash where person_id = i.person_id;
    perform ledger.append_as('person:' || i.person_id, i.partnership_id, 'invitation.accepted',
      convert_to(format('{"appointmentId":"%s","personId":"%s","type":"invitation.accepted"}', i.appointment_id, i.person_id), 'UTF8'));
    return i.person_id;
  end $$;
--> statement-breakpoint
-- An e-mail address that does not tell a name: "r•••@council.example".
create function access.masked(email text) returns text
  language sql immutable set search_path = pg_catalog
  as $$ select regexp_replace(email, '^(.).*@', '\1•••@') $$;
--> statement-breakpoint
-- How the accounts of a partnership's people of today and to come stand: for whoever may invite there. A name that is
-- withheld is not told to an administrator.
create function access.list_member_accounts(partnership uuid)
  returns table (appointment_id uuid, person_id uuid, name text, email text, role text, office text, organisation text, starts_on date,
    set_up boolean, second_factor boolean, suspended boolean, invited_at timestamptz, invited_by text, expires_at timestamptz, invitation text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select a.id, a.person_id, case when p.name_withheld and partnership not in (select access.my_partnerships()) then null else p.name end,
      case when p.name_withheld and partnership not in (select access.my_partnerships()) then access.masked(acc.email::text) else acc.email::text end,
      a.role, po.office, s.name, a.starts_on,
      acc.password_hash is not null, acc.totp_secret_sealed is not null, acc.suspended_at is not null,
      i.created_at, by.name, i.expires_at,
      case when i.id is null then 'none' when i.ended_as is not null then i.ended_as when i.email <> acc.email then 'void'
        when i.expires_at <= access.clock() then 'expired' else 'open' end
    from portal.appointments a
    join portal.people p on p.id = a.person_id
    join access.accounts acc on acc.person_id = a.person_id
    join portal.posts po on po.id = a.post_id
    left join portal.seats s on s.id = a.seat_id
    left join lateral (select * from access.invitations inv where inv.appointment_id = a.id order by inv.created_at desc, inv.ended_at desc nulls first limit 1) i on true
    left join portal.people by on by.id = i.invited_by
    where a.partnership_id = partnership and (a.ends_on is null or a.ends_on > access.today())
      and access.may_invite(partnership, access.me())
    order by s.position nulls last, a.role, p.name
  $$;
--> statement-breakpoint
-- The accounts an administrator looks after: no content, no secrets, no name that is withheld. Searched by part of a
-- name or address; one whose name is withheld is found by its whole address only, so that searching tells nothing.
drop function access.list_accounts();
create function access.list_accounts(search text default '')
  returns table (person_id uuid, name text, name_withheld boolean, email text, suspended_at timestamptz, has_password boolean, has_second_factor boolean,
    administrator boolean, last_signed_in_at timestamptz, invited_until timestamptz, factor_reset text, places jsonb)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select a.person_id, case when p.name_withheld then null else p.name end, p.name_withheld,
      case when p.name_withheld then access.masked(a.email::text) else a.email::text end, a.suspended_at,
      a.password_hash is not null, a.totp_secret_sealed is not null,
      exists (select from access.administrators ad where ad.person_id = a.person_id and ad.revoked_at is null),
      a.last_signed_in_at,
      (select max(i.expires_at) from access.invitations i where i.person_id = a.person_id and i.ended_at is null and i.expires_at > access.clock()),
      (select case when r.confirmed_at is not null then 'confirmed' when r.proposed_at is not null then 'proposed' else 'asked' end
        from access.factor_resets r where r.person_id = a.person_id and r.completed_at is null and r.stopped_at is null and r.expires_at > access.clock()),
      coalesce((select jsonb_agg(distinct jsonb_build_object('slug', pa.slug, 'name', pa.name)) from portal.appointments ap join portal.partnerships pa on pa.id = ap.partnership_id
        where ap.person_id = a.person_id and (ap.ends_on is null or ap.ends_on > access.today())), '[]')
    from access.accounts a join portal.people p on p.id = a.person_id
    where access.is_administrator() and (search = '' or a.email = search::public.citext
      or (not p.name_withheld and (position(lower(search) in lower(p.name)) > 0 or position(lower(search) in lower(a.email::text)) > 0)))
    order by p.name_withheld, p.name, a.email
  $$;
--> statement-breakpoint
-- Who may propose that a second factor be set up anew (a business manager of a partnership the person belongs to, or an
-- administrator) and who may confirm it (also a chair). Never the person concerned.
create function access.may_reset_factor(person uuid, roles text[]) returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$
    select access.me() is not null and access.me() <> person and (access.is_administrator() or exists (
      select from portal.appointments a where a.person_id = access.me() and a.role = any (roles)
        and a.partnership_id in (select access.partnerships_of(person))
        and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())))
  $$;
--> statement-breakpoint
-- Everybody who is told: the person, and the business managers and chairs of the partnerships they belong to.
create function access.told_of_factor_reset(person uuid) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select person
    union
    select a.person_id from portal.appointments a where a.role in ('business-manager', 'chair') and a.partnership_id in (select access.partnerships_of(person))
      and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())
  $$;
--> statement-breakpoint
-- The person says, after the right password, that both phone and recovery codes are lost. Null when that was said already.
create function access.ask_factor_reset(person uuid) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare made uuid; begin
    perform 1 from access.accounts where person_id = person and totp_secret_sealed is not null and suspended_at is null for update;
    if not found then return null; end if;
    update access.factor_resets set stopped_at = access.clock() where person_id = person and completed_at is null and stopped_at is null and expires_at <= access.clock();
    insert into access.factor_resets (person_id, asked_at, expires_at) values (person, access.clock(), access.clock() + interval '7 days')
      on conflict do nothing returning id into made;
    if made is not null then perform ledger.append_for_person('person:' || person, person, 'factor-reset.asked', format('"resetId":"%s",', made)); end if;
    return made;
  end $$;
--> statement-breakpoint
create function access.propose_factor_reset(person uuid, checked text) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare made uuid; begin
    if not access.may_reset_factor(person, '{business-manager}') then raise exception 'may not propose' using errcode = 'insufficient_privilege'; end if;
    perform 1 from access.accounts where person_id = person and totp_secret_sealed is not null and suspended_at is null for update;
    if not found then return null; end if;
    update access.factor_resets set stopped_at = access.clock() where person_id = person and completed_at is null and stopped_at is null and expires_at <= access.clock();
    insert into access.factor_resets as r (person_id, proposed_at, proposed_by, how_checked, expires_at)
      values (person, access.clock(), access.me(), checked, access.clock() + interval '72 hours')
      on conflict (person_id) where completed_at is null and stopped_at is null
      do update set proposed_at = excluded.proposed_at, proposed_by = excluded.proposed_by, how_checked = excluded.how_checked, expires_at = excluded.expires_at
      where r.proposed_by is null
      returning id into made;
    if made is not null then perform ledger.append_for_person(access.actor(), person, 'factor-reset.proposed', format('"resetId":"%s",', made)); end if;
    return made;
  end $$;
--> statement-breakpoint
-- The link lives for 24 hours. False when there is nothing to confirm any more.
create function access.confirm_factor_reset(reset uuid, token_sha256 text) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare r access.factor_resets; begin
    select * into r from access.factor_resets where id = reset for update;
    if r.id is null or not access.may_reset_factor(r.person_id, '{business-manager,chair}') then raise exception 'may not confirm' using errcode = 'insufficient_privilege'; end if;
    if r.proposed_by is null or r.confirmed_by is not null or r.stopped_at is not null or r.expires_at <= access.clock() then return false; end if;
    update access.factor_resets set confirmed_at = access.clock(), confirmed_by = access.me(), link_sha256 = token_sha256, expires_at = access.clock() + interval '24 hours' where id = reset;
    perform ledger.append_for_person(access.actor(), r.person_id, 'factor-reset.confirmed', format('"resetId":"%s",', r.id));
    return true;
  end $$;
--> statement-breakpoint
-- Stopped by the person concerned, or by anybody who could have confirmed it.
create function access.stop_factor_reset(reset uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare r access.factor_resets; begin
    select * into r from access.factor_resets where id = reset for update;
    if r.id is null or not (r.person_id = access.me() or access.may_reset_factor(r.person_id, '{business-manager,chair}')) then
      raise exception 'may not stop' using errcode = 'insufficient_privilege';
    end if;
    if r.completed_at is not null or r.stopped_at is not null then return false; end if;
    update access.factor_resets set stopped_at = access.clock(), stopped_by = access.me() where id = reset;
    perform ledger.append_for_person(access.actor(), r.person_id, 'factor-reset.stopped', format('"resetId":"%s",', r.id));
    return true;
  end $$;
--> statement-breakpoint
-- The new second factor in the place of the old one: once. Every session and recovery code of before ends with it.
create function access.complete_factor_reset(reset uuid, sealed text, step bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare r access.factor_resets; begin
    select * into r from access.factor_resets where id = reset for update;
    if r.confirmed_by is null or r.completed_at is not null or r.stopped_at is not null or r.expires_at <= access.clock() then return false; end if;
    update access.accounts set totp_secret_sealed = sealed, totp_last_step = step where person_id = r.person_id and suspended_at is null;
    if not found then return false; end if;
    update access.factor_resets set completed_at = access.clock() where id = reset;
    delete from access.sessions where person_id = r.person_id;
    delete from access.recovery_codes where person_id = r.person_id;
    perform ledger.append_for_person('person:' || r.person_id, r.person_id, 'factor-reset.completed', format('"resetId":"%s",', r.id));
    return true;
  end $$;
--> statement-breakpoint
-- The open reset of one person's second factor, for that person and for whoever may propose or confirm it.
create function access.read_factor_reset(person uuid)
  returns table (id uuid, asked_at timestamptz, proposed_at timestamptz, proposed_by uuid, proposer text, how_checked text, confirmed_at timestamptz, confirmer text, expires_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select r.id, r.asked_at, r.proposed_at, r.proposed_by, pr.name, r.how_checked, r.confirmed_at, co.name, r.expires_at
    from access.factor_resets r
    left join portal.people pr on pr.id = r.proposed_by
    left join portal.people co on co.id = r.confirmed_by
    where r.person_id = person and r.completed_at is null and r.stopped_at is null and r.expires_at > access.clock()
      and (person = access.me() or access.may_reset_factor(person, '{business-manager,chair}'))
  $$;
--> statement-breakpoint
-- Counts a try against several limits, in the order given, and stops at the first one reached: null, or when to come
-- back. One statement, so that the counter everybody shares is locked for no longer than it takes to count.
create function access.count_try(keys text[], tries integer[], minutes integer[]) returns timestamptz
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare counted access.attempts; begin
    delete from access.attempts where key in (
      select key from access.attempts where window_ends_at <= access.clock() and key <> all (keys) limit 100 for update skip locked);
    for at in 1 .. array_length(keys, 1) loop
      insert into access.attempts as a (key, count, window_ends_at) values (keys[at], 1, access.clock() + minutes[at] * interval '1 minute')
        on conflict (key) do update set
          count = case when a.window_ends_at <= access.clock() then 1 else a.count + 1 end,
          window_ends_at = case when a.window_ends_at <= access.clock() then excluded.window_ends_at else a.window_ends_at end
        returning * into counted;
      if counted.count > tries[at] then return counted.window_ends_at; end if;
    end loop;
    return null;
  end $$;
--> statement-breakpoint
-- Takes a try out of the counts again, locking in the order in which they are counted.
create function access.give_back_try(keys text[]) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    for at in 1 .. array_length(keys, 1) loop
      update access.attempts set count = count - 1 where key = keys[at] and count > 0;
    end loop;
  end $$;
--> statement-breakpoint
do $$
declare f record; begin
  for f in
    select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where (n.nspname = 'access' and p.proname in ('guard_factor_reset', 'partnerships_of', 'may_invite', 'invite', 'withdraw_invitation', 'read_invitation',
        'accept_invitation', 'count_try', 'give_back_try', 'masked', 'list_member_accounts', 'list_accounts', 'may_reset_factor', 'told_of_factor_reset', 'ask_factor_reset', 'propose_factor_reset',
        'confirm_factor_reset', 'stop_factor_reset', 'complete_factor_reset', 'read_factor_reset'))
      or (n.nspname = 'ledger' and p.proname in ('append_as', 'append_for_person'))
  loop
    execute format('alter function %s owner to safeguarding_definer', f.signature);
    execute format('revoke all on function %s from public', f.signature);
  end loop;
end $$;
grant execute on function access.invite(uuid, text), access.withdraw_invitation(uuid), access.list_member_accounts(uuid), access.list_accounts(text),
  access.may_reset_factor(uuid, text[]), access.told_of_factor_reset(uuid), access.propose_factor_reset(uuid, text), access.confirm_factor_reset(uuid, text),
  access.stop_factor_reset(uuid), access.read_factor_reset(uuid) to safeguarding_portal;
grant execute on function access.count_try(text[], integer[], integer[]), access.give_back_try(text[]), access.read_invitation(text), access.accept_invitation(text, text), access.ask_factor_reset(uuid),
  access.complete_factor_reset(uuid, text, bigint), access.told_of_factor_reset(uuid) to safeguarding_sign_in;
