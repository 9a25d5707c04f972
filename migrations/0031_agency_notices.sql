-- Acknowledgement: letters that tell agencies that they are named, each with a link of its own, and what comes back by it.
set local role safeguarding_owner;
--> statement-breakpoint
alter table portal.agency_memberships
  -- Where the body's office reads its mail. Never public.
  add column contact_email text check (length(contact_email) <= 254 and contact_email ~ '^[^@[:space:]]+@[^@[:space:]]+\.[^@[:space:]]+$'),
  -- How often it was proposed again after it had been withdrawn: a letter is about one naming, and no other.
  add column naming integer not null default 0;
grant update (contact_email, naming) on portal.agency_memberships to safeguarding_portal;
--> statement-breakpoint
-- For how long a link works, and after how many days without an answer an agency is reminded: at most as often as there are days.
create table portal.notice_rules (
  only_one boolean primary key default true check (only_one),
  link_days integer not null check (link_days between 1 and 365),
  reminder_days integer[] not null check (cardinality(reminder_days) <= 5)
);
insert into portal.notice_rules (link_days, reminder_days) values (60, array[14, 28]);
grant select on portal.notice_rules to safeguarding_portal, safeguarding_definer;
-- When the next letter may go out: so many a minute, however many processes send.
create table portal.notice_pace (only_one boolean primary key default true check (only_one), next_at timestamptz not null);
insert into portal.notice_pace (next_at) values ('-infinity');
grant select, update on portal.notice_pace to safeguarding_definer;
--> statement-breakpoint
-- A letter to an agency: that it is named, the same once more, or what became of its answer. Sent by a job, like a message.
create table portal.agency_notices (
  id uuid primary key,
  number bigint generated always as identity,
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  naming integer not null,
  kind text not null check (kind in ('named', 'reminder', 'answer')),
  -- The answer that it is about.
  reply_id uuid,
  email text not null,
  -- The same as those in office may read it: of an account, masked.
  shown_as text not null,
  -- What it says, as things stood when it was written.
  content jsonb not null,
  -- Its link, by the SHA-256 of its token; sealed under APP_SECRET until the letter has gone.
  link_sha256 portal.sha256 unique,
  secret_sealed text,
  expires_at timestamptz,
  written_at timestamptz not null default access.clock(),
  -- Null: a reminder that the portal wrote by itself.
  written_by uuid references portal.people,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'unconfirmed', 'kept', 'bounced', 'given-up', 'dropped')),
  status_at timestamptz not null default access.clock(),
  handovers integer not null default 0,
  problem text check (length(problem) <= 200),
  unique (id, partnership_id),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id),
  constraint agency_notices_link check ((kind = 'answer') = (link_sha256 is null) and (kind = 'answer') = (expires_at is null) and (kind = 'answer') = (reply_id is not null)),
  constraint agency_notices_secret_wiped check (secret_sealed is null or status in ('waiting', 'kept'))
);
create index agency_notices_membership on portal.agency_notices (membership_id, number);
create index agency_notices_unsettled on portal.agency_notices (written_at) where status = 'waiting';
--> statement-breakpoint
-- That an agency has acknowledged, by its link: once for each naming. Who did is kept for those in office.
create table portal.agency_acknowledgements (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  naming integer not null,
  notice_id uuid not null,
  name text not null check (length(name) between 2 and 100),
  post text not null check (length(post) between 2 and 100),
  reference text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
  acknowledged_at timestamptz not null default access.clock(),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id),
  foreign key (notice_id, partnership_id) references portal.agency_notices (id, partnership_id),
  constraint agency_acknowledgements_once unique (membership_id, naming)
);
--> statement-breakpoint
-- What an agency writes back by its link: details to correct, that it closed, that it is not the body meant, or who should
-- have an account. Somebody in office accepts it or sets it aside.
create table portal.agency_replies (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  notice_id uuid not null,
  kind text not null check (kind in ('details', 'closed', 'not-us', 'account')),
  proposed jsonb not null,
  -- What stood in the register when it was written.
  before jsonb not null,
  said_by text not null check (length(said_by) between 2 and 100),
  said_by_post text not null check (length(said_by_post) between 2 and 100),
  said_at timestamptz not null default access.clock(),
  -- The hidden key of the form, and what was in it.
  submission uuid not null,
  fields_sha256 portal.sha256 not null,
  decided_at timestamptz,
  decided_by uuid references portal.people,
  outcome text check (outcome in ('accepted', 'set-aside', 'overtaken')),
  reason text check (length(reason) between 3 and 500),
  unique (id, partnership_id),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id),
  foreign key (notice_id, partnership_id) references portal.agency_notices (id, partnership_id),
  constraint agency_replies_submission_key unique (notice_id, submission),
  constraint agency_replies_decided check ((outcome is null) = (decided_at is null) and (outcome is distinct from 'set-aside' or reason is not null))
);
create unique index agency_replies_one_open on portal.agency_replies (membership_id, kind) where outcome is null;
alter table portal.agency_notices add foreign key (reply_id, partnership_id) references portal.agency_replies (id, partnership_id);
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['agency_notices', 'agency_acknowledgements', 'agency_replies'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update, delete on portal.%I to safeguarding_definer', t);
  end loop;
end $$;
reset role;
--> statement-breakpoint
-- The letter whose link is bound to this transaction, and its partnership: derived from the letter's own row.
create function access.my_notice() returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select n.id from portal.agency_notices n where n.link_sha256 = nullif(current_setting('app.link', true), '') $$;
--> statement-breakpoint
create function access.link_partnership() returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select n.partnership_id from portal.agency_notices n where n.link_sha256 = nullif(current_setting('app.link', true), '') $$;
--> statement-breakpoint
-- Binds a link to this transaction, however it stands; null when there never was such a link. Uses nothing up.
create function access.bind_link(token_sha256 text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n portal.agency_notices; begin
    select * into n from portal.agency_notices where link_sha256 = token_sha256;
    if not found then return null; end if;
    perform set_config('app.link', token_sha256, true);
    return jsonb_build_object('now', to_char(access.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'today', access.today(),
      'noticeId', n.id, 'partnershipId', n.partnership_id, 'membershipId', n.membership_id, 'naming', n.naming);
  end $$;
--> statement-breakpoint
create or replace function access.actor() returns text
  language plpgsql stable security definer set search_path = pg_catalog
  as $$ begin
    if access.me() is not null then return 'person:' || access.me(); end if;
    if session_user = 'safeguarding_worker' then return 'job'; end if;
    if session_user = 'safeguarding_portal' and access.my_notice() is not null then return 'link:' || access.my_notice(); end if;
    if session_user in ('safeguarding_portal', 'safeguarding_public', 'safeguarding_sign_in') then
      raise exception 'no session' using errcode = 'insufficient_privilege';
    end if;
    return 'migrator';
  end $$;
--> statement-breakpoint
create or replace function ledger.append(partnership uuid, event_type text, body bytea, out seq bigint, out hash text)
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare author text := access.actor(); begin
    if author like 'person:%' and not access.is_administrator()
       and (partnership is null or partnership not in (select access.my_partnerships())) then
      raise exception 'not a member' using errcode = 'insufficient_privilege';
    end if;
    if author like 'link:%' and partnership is distinct from access.link_partnership() then
      raise exception 'not the partnership of the link' using errcode = 'insufficient_privilege';
    end if;
    select a.seq, a.hash into seq, hash from ledger.append_as(author, partnership, event_type, body) a;
  end $$;
--> statement-breakpoint
-- Where an agency is written to: its office's own address, or else that of the account of whoever holds the post that speaks for it.
create function portal.notice_address(m portal.agency_memberships) returns text
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select coalesce(m.contact_email, (
      select a.email::text from portal.appointments ap join access.accounts a on a.person_id = ap.person_id
      where ap.post_id = m.representative_post_id and ap.partnership_id = m.partnership_id and a.suspended_at is null
        and ap.starts_on <= access.today() and (ap.ends_on is null or ap.ends_on > access.today()) limit 1))
  $$;
--> statement-breakpoint
-- The agencies without an address of their own whose representative has an account: in the registers of those in office.
create function portal.represented_memberships() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select m.id from portal.agency_memberships m
    where m.partnership_id in (select access.my_partnerships_in_office()) and m.contact_email is null and m.representative_post_id is not null and portal.notice_address(m) is not null
  $$;
--> statement-breakpoint
-- A letter is about an agency as it stands: the database takes its address and its words from the register.
create function portal.fill_notice() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare m portal.agency_memberships; r portal.agency_replies; begin
    select * into m from portal.agency_memberships where id = new.membership_id and partnership_id = new.partnership_id;
    if new.kind = 'answer' then
      select * into r from portal.agency_replies where id = new.reply_id and partnership_id = new.partnership_id and membership_id = m.id;
      select n.email, n.shown_as, n.naming into new.email, new.shown_as, new.naming from portal.agency_notices n where n.id = r.notice_id;
    else
      if m.status <> 'named' or m.acknowledged_on is not null then
        raise exception 'nothing to tell' using errcode = 'check_violation', constraint = 'agency_notices_of_named';
      end if;
      new.email := portal.notice_address(m);
      if new.email is null then
        raise exception 'nobody to tell' using errcode = 'check_violation', constraint = 'agency_notices_address';
      end if;
      new.shown_as := coalesce(m.contact_email, access.masked(new.email));
      new.naming := m.naming;
      select access.clock() + make_interval(days => link_days) into new.expires_at from portal.notice_rules;
    end if;
    select jsonb_build_object('legalName', a.legal_name, 'agencyId', a.id, 'category', c.title, 'inclusion', m.inclusion, 'reason', m.reason, 'namedOn', m.named_on,
        'partnership', jsonb_build_object('name', p.name, 'slug', p.slug))
      || case when new.kind = 'answer' then jsonb_build_object('reply', jsonb_build_object('kind', r.kind, 'outcome', r.outcome, 'reason', r.reason, 'saidOn', (r.said_at at time zone 'Europe/London')::date)) else '{}' end
      into new.content
      from portal.agencies a join portal.agency_categories c on c.list_id = m.category_list and c.id = m.category join portal.partnerships p on p.id = m.partnership_id
      where a.id = m.agency_id;
    return new;
  end $$;
--> statement-breakpoint
create function portal.enqueue_notice() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    perform access.enqueue_job('send-notice', new.partnership_id, jsonb_build_object('notice', new.id));
    return null;
  end $$;
--> statement-breakpoint
create trigger agency_notices_fill before insert on portal.agency_notices for each row execute function portal.fill_notice();
create trigger agency_notices_enqueue after insert on portal.agency_notices for each row execute function portal.enqueue_notice();
alter table portal.agency_notices enable always trigger agency_notices_fill;
alter table portal.agency_notices enable always trigger agency_notices_enqueue;
--> statement-breakpoint
-- How a link stands: open, or why it is not.
create function portal.notice_link_state(n portal.agency_notices) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$
    select case
      when m.naming <> n.naming then 'earlier'
      when m.status <> 'named' then 'withdrawn'
      when m.acknowledged_on is not null then 'acknowledged'
      when exists (select from portal.agency_notices newer where newer.membership_id = n.membership_id and newer.naming = n.naming and newer.number > n.number
        and newer.kind <> 'answer' and newer.status in ('sent', 'kept', 'unconfirmed')) then 'replaced'
      when n.expires_at <= access.clock() then 'expired'
      else 'open' end
    from portal.agency_memberships m where m.id = n.membership_id
  $$;
--> statement-breakpoint
-- What the page behind the bound link shows, and nothing besides.
create function portal.read_notice_link() returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('state', portal.notice_link_state(n), 'mayReply', portal.notice_link_state(n) in ('open', 'acknowledged') and n.expires_at > access.clock(),
      'partnership', jsonb_build_object('name', p.name, 'slug', p.slug), 'agencyId', a.id, 'legalName', a.legal_name, 'nameInLetter', n.content->>'legalName',
      'category', c.title, 'inclusion', m.inclusion, 'reason', m.reason, 'howWeWork', m.how_we_work, 'namedOn', m.named_on, 'withdrawnOn', m.withdrawn_on,
      'sentTo', access.masked(n.email), 'writtenOn', (n.written_at at time zone 'Europe/London')::date, 'expiresOn', (n.expires_at at time zone 'Europe/London')::date,
      'hasArrangements', exists (select from publication.publications pub where pub.partnership_id = m.partnership_id and pub.kind = 'arrangements'),
      'acknowledged', case when m.acknowledged_on is not null then jsonb_build_object('on', m.acknowledged_on, 'post', k.post, 'reference', k.reference, 'byThisLink', coalesce(k.notice_id = n.id, false)) end)
    from portal.agency_notices n
      join portal.agency_memberships m on m.id = n.membership_id
      join portal.agencies a on a.id = m.agency_id
      join portal.agency_categories c on c.list_id = m.category_list and c.id = m.category
      join portal.partnerships p on p.id = m.partnership_id
      left join portal.agency_acknowledgements k on k.membership_id = m.id and k.naming = m.naming
    where n.id = access.my_notice()
  $$;
--> statement-breakpoint
-- One acknowledgement of any number at once, and only while the link is open. The register has it in the same moment.
create function portal.take_acknowledgement() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n portal.agency_notices; begin
    select * into n from portal.agency_notices where id = new.notice_id;
    perform 1 from portal.agency_memberships where id = n.membership_id for update;
    if portal.notice_link_state(n) is distinct from 'open' then
      raise exception 'the link is not open' using errcode = 'check_violation', constraint = 'agency_acknowledgements_open_link';
    end if;
    new.partnership_id := n.partnership_id; new.membership_id := n.membership_id; new.naming := n.naming; new.acknowledged_at := access.clock();
    update portal.agency_memberships set acknowledged_on = access.today(), told_on = coalesce(told_on, access.today()), revision = revision + 1 where id = n.membership_id;
    return new;
  end $$;
--> statement-breakpoint
-- An answer is taken while its link may answer; one of a kind waits at a time, and a later one takes its place.
create function portal.take_reply() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n portal.agency_notices; may boolean; begin
    select * into n from portal.agency_notices where id = new.notice_id;
    perform 1 from portal.agency_memberships where id = n.membership_id for update;
    may := portal.notice_link_state(n) in ('open', 'acknowledged') and n.expires_at > access.clock();
    if not may then
      raise exception 'the link is not open' using errcode = 'check_violation', constraint = 'agency_replies_open_link';
    end if;
    if exists (select from portal.agency_replies where notice_id = n.id and submission = new.submission) then
      raise exception 'sent before' using errcode = 'unique_violation', constraint = 'agency_replies_submission_key';
    end if;
    if (select count(*) from portal.agency_replies where notice_id = n.id) >= 10 then
      raise exception 'too many' using errcode = 'check_violation', constraint = 'agency_replies_most';
    end if;
    update portal.agency_replies set outcome = 'overtaken', decided_at = access.clock() where membership_id = n.membership_id and kind = new.kind and outcome is null;
    new.partnership_id := n.partnership_id; new.membership_id := n.membership_id; new.said_at := access.clock();
    new.decided_at := null; new.decided_by := null; new.outcome := null; new.reason := null;
    select jsonb_build_object('legalName', a.legal_name, 'contactEmail', m.contact_email) into new.before
      from portal.agency_memberships m join portal.agencies a on a.id = m.agency_id where m.id = n.membership_id;
    return new;
  end $$;
--> statement-breakpoint
create trigger agency_acknowledgements_take before insert on portal.agency_acknowledgements for each row execute function portal.take_acknowledgement();
create trigger agency_acknowledgements_no_change before update or delete on portal.agency_acknowledgements for each row execute function portal.refuse_change();
create trigger agency_replies_take before insert on portal.agency_replies for each row execute function portal.take_reply();
alter table portal.agency_acknowledgements enable always trigger agency_acknowledgements_take;
alter table portal.agency_acknowledgements enable always trigger agency_acknowledgements_no_change;
alter table portal.agency_replies enable always trigger agency_replies_take;
--> statement-breakpoint
-- Why a letter need not be sent any more, or null.
create function portal.notice_is_idle(n portal.agency_notices) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$
    select case
      when n.kind = 'answer' then null
      when m.status <> 'named' or m.naming <> n.naming then 'withdrawn'
      when m.acknowledged_on is not null then 'acknowledged'
      when exists (select from portal.agency_notices newer where newer.membership_id = n.membership_id and newer.number > n.number and newer.kind <> 'answer') then 'overtaken' end
    from portal.agency_memberships m where m.id = n.membership_id
  $$;
--> statement-breakpoint
create function portal.notice_facts(n portal.agency_notices) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('id', n.id, 'kind', n.kind, 'content', n.content, 'email', n.email, 'secretSealed', n.secret_sealed, 'status', n.status, 'handovers', n.handovers,
      'writtenAt', to_char(n.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'expiresOn', (n.expires_at at time zone 'Europe/London')::date, 'idle', portal.notice_is_idle(n))
  $$;
--> statement-breakpoint
create function portal.notice_to_send() returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$ select portal.notice_facts(n) from portal.agency_notices n where n.id = (access.job_data()->>'notice')::uuid $$;
--> statement-breakpoint
-- Whether the bound job may hand its letter over now. When it may not, another job has the next free moment for it.
create function portal.take_notice_turn(per_minute integer) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare about jsonb := access.job_data(); turn timestamptz; begin
    if about->>'notice' is null then return false; end if;
    if about ? 'turn' then return true; end if;
    select greatest(next_at, clock_timestamp()) into turn from portal.notice_pace for update;
    update portal.notice_pace set next_at = turn + interval '1 minute' / per_minute;
    if turn <= clock_timestamp() then return true; end if;
    perform access.enqueue_job('send-notice', (about->>'partnership')::uuid, jsonb_build_object('notice', about->>'notice', 'turn', true), turn);
    return false;
  end $$;
--> statement-breakpoint
create function portal.count_notice_handover(by integer) returns integer
  language sql security definer set search_path = pg_catalog
  as $$
    update portal.agency_notices set handovers = greatest(handovers + by, 0)
    where id = (access.job_data()->>'notice')::uuid and status = 'waiting' returning handovers
  $$;
--> statement-breakpoint
-- Says what became of the bound job's letter; only the first word counts. An agency is told when the mail server has its letter.
create function portal.settle_notice(outcome text, why text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare n portal.agency_notices; begin
    update portal.agency_notices set status = outcome, status_at = access.clock(), problem = left(why, 200), secret_sealed = case when outcome = 'kept' then secret_sealed end
      where id = (access.job_data()->>'notice')::uuid and status = 'waiting' returning * into n;
    if not found then return null; end if;
    if outcome in ('sent', 'kept') and n.kind <> 'answer' then
      update portal.agency_memberships set told_on = access.today(), revision = revision + 1
        where id = n.membership_id and naming = n.naming and status = 'named' and told_on is null;
    end if;
    return jsonb_build_object('kind', n.kind, 'membershipId', n.membership_id, 'partnershipId', n.partnership_id);
  end $$;
--> statement-breakpoint
-- Letters whose jobs were all used up, or lost, get another one, at most one every half hour.
create function portal.requeue_notices() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare again integer; begin
    perform access.enqueue_job('send-notice', n.partnership_id, jsonb_build_object('notice', n.id))
      from portal.agency_notices n
      where n.status = 'waiting' and not exists (
        select from pgboss.job j where j.name = 'send-notice' and (j.data->>'notice')::uuid = n.id
          and (j.state < 'completed' or j.completed_on > clock_timestamp() - interval '30 minutes'));
    get diagnostics again = row_count;
    return again;
  end $$;
--> statement-breakpoint
-- Named agencies that have had their letter for so many days and have not acknowledged: by day, and not after a letter came back.
create function portal.reminders_due(most integer) returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select m.id from portal.agency_memberships m cross join portal.notice_rules r
      cross join lateral (select n.status from portal.agency_notices n where n.membership_id = m.id and n.naming = m.naming and n.kind <> 'answer' order by n.number desc limit 1) last
      cross join lateral (
        select max(n.status_at) filter (where n.kind = 'named' and n.status in ('sent', 'kept')) as told_at, (count(*) filter (where n.kind = 'reminder'))::int as reminders
        from portal.agency_notices n where n.membership_id = m.id and n.naming = m.naming) so_far
    where m.status = 'named' and m.acknowledged_on is null and last.status in ('sent', 'kept')
      and extract(hour from access.clock() at time zone 'Europe/London') between 8 and 17
      and (so_far.told_at at time zone 'Europe/London')::date + r.reminder_days[so_far.reminders + 1] <= access.today()
      and portal.notice_address(m) is not null
    order by m.id limit most
  $$;
--> statement-breakpoint
create function portal.write_reminder(the_id uuid, membership uuid, token_sha256 text, sealed text) returns void
  language sql security definer set search_path = pg_catalog
  as $$
    insert into portal.agency_notices (id, partnership_id, membership_id, kind, link_sha256, secret_sealed, written_at, status_at)
    select the_id, m.partnership_id, m.id, 'reminder', token_sha256, sealed, access.clock(), access.clock() from portal.agency_memberships m
    where m.id = membership and m.status = 'named' and m.acknowledged_on is null and (select access.job_data()) is not null
  $$;
--> statement-breakpoint
-- The newest letters of a demonstration, as nobody's mailbox holds them. Empty everywhere else.
create function access.list_demo_notices(most integer) returns setof jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select portal.notice_facts(n) from portal.agency_notices n
    where (select demo from access.installation) and n.status in ('waiting', 'kept', 'sent', 'unconfirmed', 'bounced')
    order by n.number desc limit most
  $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['access.my_notice()', 'access.link_partnership()', 'access.bind_link(text)', 'access.list_demo_notices(integer)', 'portal.notice_address(portal.agency_memberships)',
    'portal.represented_memberships()', 'portal.fill_notice()', 'portal.enqueue_notice()', 'portal.notice_link_state(portal.agency_notices)', 'portal.read_notice_link()',
    'portal.take_acknowledgement()', 'portal.take_reply()', 'portal.notice_is_idle(portal.agency_notices)', 'portal.notice_facts(portal.agency_notices)', 'portal.notice_to_send()',
    'portal.take_notice_turn(integer)', 'portal.count_notice_handover(integer)', 'portal.settle_notice(text, text)', 'portal.requeue_notices()', 'portal.reminders_due(integer)',
    'portal.write_reminder(uuid, uuid, text, text)']
  loop
    execute format('alter function %s owner to safeguarding_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function access.my_notice(), access.link_partnership(), access.bind_link(text), portal.read_notice_link(), portal.represented_memberships() to safeguarding_portal;
grant execute on function access.my_notice(), access.link_partnership() to safeguarding_definer;
grant execute on function portal.notice_to_send(), portal.take_notice_turn(integer), portal.count_notice_handover(integer), portal.settle_notice(text, text), portal.requeue_notices(),
  portal.reminders_due(integer), portal.write_reminder(uuid, uuid, text, text) to safeguarding_worker;
grant execute on function access.list_demo_notices(integer) to safeguarding_sign_in;
--> statement-breakpoint
-- Those in office write and read letters, but never a link that works; a link reads nothing here but its own answers.
create policy in_office on portal.agency_notices to safeguarding_portal
  using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()));
create policy own_name on portal.agency_notices as restrictive for insert to safeguarding_portal with check (written_by = (select access.me()) and status = 'waiting');
grant select (id, number, partnership_id, membership_id, naming, kind, reply_id, shown_as, content, expires_at, written_at, written_by, status, status_at, problem) on portal.agency_notices to safeguarding_portal;
grant insert (id, partnership_id, membership_id, kind, reply_id, link_sha256, secret_sealed, written_at, written_by, status_at) on portal.agency_notices to safeguarding_portal;
create policy in_office on portal.agency_acknowledgements for select to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office()));
create policy by_link on portal.agency_acknowledgements for insert to safeguarding_portal
  with check (notice_id = (select access.my_notice()) and partnership_id = (select access.link_partnership()));
grant select, insert on portal.agency_acknowledgements to safeguarding_portal;
create policy in_office on portal.agency_replies for select to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office()));
create policy decide on portal.agency_replies for update to safeguarding_portal
  using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()) and decided_by = (select access.me()));
create policy by_link on portal.agency_replies for insert to safeguarding_portal
  with check (notice_id = (select access.my_notice()) and partnership_id = (select access.link_partnership()));
create policy own_by_link on portal.agency_replies for select to safeguarding_portal using (notice_id = (select access.my_notice()));
grant select, insert, update (decided_at, decided_by, outcome, reason) on portal.agency_replies to safeguarding_portal;
