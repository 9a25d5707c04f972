-- Messages to people, and the jobs that send them. The job tables themselves (schema pgboss) are made by db/migrate.ts.
set local role safeguarding_owner;
--> statement-breakpoint
-- The outbox: a message to one person, written in the transaction of the change it tells of. A job sends it afterwards.
create table portal.messages (
  id uuid primary key,
  person_id uuid not null references portal.people,
  partnership_id uuid references portal.partnerships,
  version_id uuid,
  kind text not null check (kind ~ '^[a-z]+(-[a-z]+)*$'),
  topic text not null check (topic ~ '^[a-z]+(-[a-z]+)*$'),
  content jsonb not null,
  -- A link that opens something, sealed under APP_SECRET; gone once the message is settled.
  secret_sealed text,
  written_at timestamptz not null default access.clock(),
  status text not null default 'waiting'
    check (status in ('waiting', 'digest', 'sent', 'unconfirmed', 'kept', 'bounced', 'given-up', 'dropped')),
  status_at timestamptz not null default access.clock(),
  handovers integer not null default 0,
  problem text check (length(problem) <= 200),
  digest_id uuid references portal.messages,
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id),
  constraint messages_secret_wiped check (secret_sealed is null or status in ('waiting', 'kept'))
);
create index messages_person on portal.messages (person_id, status);
create index messages_unsettled on portal.messages (written_at) where status in ('waiting', 'digest');
create unique index messages_one_digest_a_day on portal.messages (person_id, (content->>'day')) where kind = 'daily-digest';
--> statement-breakpoint
alter table portal.messages enable row level security;
alter table portal.messages force row level security;
-- Writing is all that those who serve pages may do: nobody reads another person's messages through this table.
create policy member_writes on portal.messages for insert to safeguarding_portal with check (
  status = 'waiting' and kind <> 'daily-digest' and (select access.me()) is not null
  and (partnership_id is null or partnership_id in (select access.my_partnerships()) or (select access.is_administrator())));
create policy sign_in_writes on portal.messages for insert to safeguarding_sign_in with check (status = 'waiting' and kind <> 'daily-digest' and partnership_id is null);
create policy worker_writes on portal.messages for insert to safeguarding_worker with check (status = 'waiting');
grant insert on portal.messages to safeguarding_portal, safeguarding_sign_in, safeguarding_worker;
grant select, insert, update, delete on portal.messages to safeguarding_definer;
--> statement-breakpoint
-- How somebody wants to be told of a topic. Without a row: at once.
create table portal.message_preferences (
  person_id uuid not null references portal.people,
  topic text not null check (topic ~ '^[a-z]+(-[a-z]+)*$'),
  delivery text not null check (delivery in ('at-once', 'digest', 'off')),
  chosen_at timestamptz not null default access.clock(),
  primary key (person_id, topic)
);
-- The hour in London from which the daily e-mail goes out. Without a row: seven.
create table portal.digest_hours (
  person_id uuid primary key references portal.people,
  hour smallint not null check (hour between 0 and 23)
);
-- An address in an e-mail that stops one topic for its reader, and can do nothing else. By the SHA-256 of its token.
create table portal.unsubscribe_links (
  id portal.sha256 primary key,
  person_id uuid not null references portal.people,
  topic text not null,
  made_at timestamptz not null default access.clock()
);
alter table portal.message_preferences enable row level security;
alter table portal.message_preferences force row level security;
alter table portal.digest_hours enable row level security;
alter table portal.digest_hours force row level security;
alter table portal.unsubscribe_links enable row level security;
alter table portal.unsubscribe_links force row level security;
create policy own on portal.message_preferences to safeguarding_portal using (person_id = (select access.me())) with check (person_id = (select access.me()));
create policy own on portal.digest_hours to safeguarding_portal using (person_id = (select access.me())) with check (person_id = (select access.me()));
grant select, insert, update on portal.message_preferences, portal.digest_hours to safeguarding_portal;
grant select, insert, update, delete on portal.message_preferences, portal.digest_hours, portal.unsubscribe_links to safeguarding_definer;
--> statement-breakpoint
grant usage on schema pgboss to safeguarding_definer, safeguarding_worker;
grant select, insert, update, delete on pgboss.job, pgboss.archive to safeguarding_worker;
grant select on pgboss.queue, pgboss.schedule, pgboss.subscription to safeguarding_worker;
grant select, update on pgboss.version to safeguarding_worker;
grant select, insert, update on pgboss.job to safeguarding_definer;
grant select on pgboss.queue to safeguarding_definer;
revoke all on function pgboss.create_queue(text, json), pgboss.delete_queue(text) from public;
grant usage on schema portal to safeguarding_worker;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Puts a job in a queue in the caller's own transaction. The tenant it will be bound to is written here, by the
-- database, from the row that asks for it: `{"partnership": …}`. For triggers and functions of the database only.
create function access.enqueue_job(the_queue text, partnership uuid, payload jsonb, start_after timestamptz default clock_timestamp()) returns uuid
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare job uuid := gen_random_uuid(); begin
    insert into pgboss.job (id, name, data, start_after, keep_until, retry_limit, retry_delay, retry_backoff, expire_in, policy)
      select job, q.name, payload || jsonb_build_object('partnership', partnership), enqueue_job.start_after,
        enqueue_job.start_after + coalesce(q.retention_minutes, 20160) * interval '1 minute',
        coalesce(q.retry_limit, 2), coalesce(q.retry_delay, 0), coalesce(q.retry_backoff, false), coalesce(q.expire_seconds, 900) * interval '1 second', q.policy
      from pgboss.queue q where q.name = the_queue;
    if not found then raise exception 'no queue %', the_queue; end if;
    return job;
  end $$;
--> statement-breakpoint
create function portal.enqueue_message() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    perform access.enqueue_job('send-message', new.partnership_id, jsonb_build_object('message', new.id));
    return null;
  end $$;
--> statement-breakpoint
create trigger messages_enqueue after insert on portal.messages for each row execute function portal.enqueue_message();
alter table portal.messages enable always trigger messages_enqueue;
--> statement-breakpoint
-- Binds a job that is under way to this transaction and answers what it is about and what time it is; null when it is over.
create function access.bind_job(the_queue text, the_id text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare bound jsonb; begin
    select j.data into bound from pgboss.job j where j.name = the_queue and j.id = the_id::uuid and j.state = 'active';
    if not found then return null; end if;
    perform set_config('app.job_queue', the_queue, true), set_config('app.job', the_id, true);
    return jsonb_build_object(
      'now', to_char(access.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'today', access.today(), 'partnershipId', bound->>'partnership', 'data', coalesce(bound, '{}'));
  end $$;
--> statement-breakpoint
-- What the bound job is about: derived from the job's own row, which those who serve pages can neither write nor change.
create function access.job_data() returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select j.data from pgboss.job j
    where j.name = nullif(current_setting('app.job_queue', true), '') and j.id = nullif(current_setting('app.job', true), '')::uuid and j.state = 'active'
  $$;
--> statement-breakpoint
create function access.job_partnership() returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$ select (access.job_data()->>'partnership')::uuid $$;
--> statement-breakpoint
-- Why a message need not be sent any more, or null. Nobody is asked to sign what is closed or what they have signed,
-- and nobody is told of a partnership they have left.
create function portal.message_is_idle(m portal.messages) returns text
  language sql stable security definer set search_path = pg_catalog
  as $$
    select case
      when not exists (select from access.accounts a where a.person_id = m.person_id and (a.suspended_at is null or m.topic = 'your-account')) then 'no account'
      when m.topic <> 'your-account' and m.partnership_id is not null and not exists (
        select from portal.appointments a where a.person_id = m.person_id and a.partnership_id = m.partnership_id
          and (a.ends_on is null or a.ends_on > access.today())) then 'left'
      when m.kind = 'version-frozen' and not exists (
        select from portal.versions v join portal.version_seats s on s.version_id = v.id
          join portal.appointments a on a.seat_id = s.seat_id and a.role = 'lsp' and a.person_id = m.person_id
            and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())
        where v.id = m.version_id and v.status = 'awaiting'
          and not exists (select from portal.signatures g where g.version_id = v.id and g.seat_id = s.seat_id)) then 'overtaken'
      when m.kind in ('version-signed', 'version-approved') and exists (
        select from portal.versions v where v.id = m.version_id and v.status in ('superseded', 'declined', 'withdrawn')) then 'overtaken'
    end
  $$;
--> statement-breakpoint
-- One message as its e-mail needs it.
create function portal.message_facts(m portal.messages) returns jsonb
  language sql stable security definer set search_path = pg_catalog
  as $$
    select jsonb_build_object('id', m.id, 'topic', m.topic, 'content', m.content, 'secretSealed', m.secret_sealed, 'status', m.status,
      'writtenAt', to_char(m.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'handovers', m.handovers,
      'personId', m.person_id, 'idle', portal.message_is_idle(m),
      'partnership', (select jsonb_build_object('name', p.name, 'slug', p.slug) from portal.partnerships p where p.id = m.partnership_id))
  $$;
--> statement-breakpoint
-- The message that the bound job is to send, with its reader's address; for a daily e-mail, with what it gathers.
create function portal.message_to_send() returns jsonb
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select portal.message_facts(m) || jsonb_build_object(
      'name', (select p.name from portal.people p where p.id = m.person_id),
      'email', (select a.email::text from access.accounts a where a.person_id = m.person_id),
      'delivery', (select d.delivery from portal.message_preferences d where d.person_id = m.person_id and d.topic = m.topic),
      'items', coalesce((select jsonb_agg(portal.message_facts(i) order by i.written_at, i.id) from portal.messages i where i.digest_id = m.id), '[]'))
    from portal.messages m where m.id = (access.job_data()->>'message')::uuid
  $$;
--> statement-breakpoint
-- From here on the mail server may have the message whatever becomes of us (1), or has said that it has not (-1).
create function portal.count_handover(by integer) returns integer
  language sql security definer set search_path = pg_catalog
  as $$
    update portal.messages set handovers = greatest(handovers + by, 0)
    where id = (access.job_data()->>'message')::uuid and status = 'waiting' returning handovers
  $$;
--> statement-breakpoint
create function portal.keep_unsubscribe_link(token_sha256 text, the_topic text) returns void
  language sql security definer set search_path = pg_catalog
  as $$
    insert into portal.unsubscribe_links (id, person_id, topic)
    select token_sha256, m.person_id, the_topic from portal.messages m where m.id = (access.job_data()->>'message')::uuid
    on conflict do nothing
  $$;
--> statement-breakpoint
-- Says what became of the bound job's message, and of what it gathered. Only the first word counts.
create function portal.settle_message(outcome text, why text) returns boolean
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare the_message uuid := (access.job_data()->>'message')::uuid; begin
    update portal.messages set status = outcome, status_at = access.clock(), problem = left(why, 200),
        secret_sealed = case when outcome = 'kept' then secret_sealed end
      where id = the_message and status = 'waiting';
    if not found then return false; end if;
    update portal.messages set status = case when portal.message_is_idle(messages) is null then outcome else 'dropped' end, status_at = access.clock(), problem = left(why, 200)
      where digest_id = the_message and status = 'digest';
    return true;
  end $$;
--> statement-breakpoint
-- Every reader whose hour has come and who has not had today's e-mail gets one with what waits for it.
create function portal.gather_digests() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare reader uuid; digest uuid; written integer := 0; day text := access.today()::text; begin
    for reader in
      select distinct m.person_id from portal.messages m
        left join portal.digest_hours h on h.person_id = m.person_id
      where m.status = 'digest' and m.digest_id is null and extract(hour from access.clock() at time zone 'Europe/London') >= coalesce(h.hour, 7)
        and not exists (select from portal.messages d where d.kind = 'daily-digest' and d.person_id = m.person_id and d.content->>'day' = day)
    loop
      digest := gen_random_uuid();
      insert into portal.messages (id, person_id, kind, topic, content)
        values (digest, reader, 'daily-digest', 'your-account', jsonb_build_object('kind', 'daily-digest', 'partnershipId', null, 'day', day));
      update portal.messages set digest_id = digest where person_id = reader and status = 'digest' and digest_id is null;
      written := written + 1;
    end loop;
    return written;
  end $$;
--> statement-breakpoint
-- Messages whose jobs were all used up, or lost, get another one, at most one every half hour.
create function portal.requeue_messages() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare again integer; begin
    perform access.enqueue_job('send-message', m.partnership_id, jsonb_build_object('message', m.id))
      from portal.messages m
      where m.status = 'waiting' and not exists (
        select from pgboss.job j where j.name = 'send-message' and (j.data->>'message')::uuid = m.id
          and (j.state < 'completed' or j.completed_on > clock_timestamp() - interval '30 minutes'));
    get diagnostics again = row_count;
    return again;
  end $$;
--> statement-breakpoint
-- Jobs of a process that died are tried again at once by the one that takes its place; one that has killed as many
-- processes as it may is given up.
create function access.take_over_jobs() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare taken integer; begin
    update pgboss.job set
      state = case when retry_count > retry_limit then 'failed'::pgboss.job_state else 'retry'::pgboss.job_state end,
      completed_on = case when retry_count > retry_limit then clock_timestamp() end, start_after = clock_timestamp()
    where state = 'active';
    get diagnostics taken = row_count;
    return taken;
  end $$;
--> statement-breakpoint
-- Stops what an unsubscribe address stands for. Answers the topic, or null when there is no such address.
create function access.unsubscribe(token_sha256 text, really boolean) returns text
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare link portal.unsubscribe_links; begin
    select * into link from portal.unsubscribe_links where id = token_sha256;
    if not found then return null; end if;
    if really and link.topic = 'daily-digest' then
      update portal.message_preferences set delivery = 'off', chosen_at = access.clock() where person_id = link.person_id and delivery = 'digest';
    elsif really then
      insert into portal.message_preferences (person_id, topic, delivery, chosen_at) values (link.person_id, link.topic, 'off', access.clock())
        on conflict (person_id, topic) do update set delivery = 'off', chosen_at = access.clock();
    end if;
    return link.topic;
  end $$;
--> statement-breakpoint
-- The newest outgoing messages of a demonstration, as nobody's mailbox holds them. Empty everywhere else.
create function access.list_demo_messages(most integer) returns table (facts jsonb, name text, email text)
  language sql stable security definer set search_path = pg_catalog, public
  as $$
    select portal.message_facts(m) || jsonb_build_object('items', coalesce((select jsonb_agg(portal.message_facts(i) order by i.written_at, i.id) from portal.messages i where i.digest_id = m.id and i.status <> 'dropped'), '[]')),
      p.name, a.email::text
    from portal.messages m join portal.people p on p.id = m.person_id left join access.accounts a on a.person_id = m.person_id
    where (select demo from access.installation) and m.status in ('waiting', 'kept', 'sent', 'unconfirmed', 'bounced')
    order by m.written_at desc, m.id limit most
  $$;
--> statement-breakpoint
-- Whose messages came back and nothing reached them since: of one partnership for its members, of all for an administrator.
create function portal.list_bounced(the_partnership uuid) returns table (person_id uuid, bounced_at timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select m.person_id, max(m.status_at) from portal.messages m
    where m.status = 'bounced'
      and not exists (select from portal.messages later where later.person_id = m.person_id and later.status = 'sent' and later.status_at > m.status_at)
      and ((the_partnership is null and access.is_administrator())
        or (the_partnership in (select access.my_partnerships()) and exists (
          select from portal.appointments a where a.person_id = m.person_id and a.partnership_id = the_partnership and (a.ends_on is null or a.ends_on > access.today()))))
    group by m.person_id
  $$;
--> statement-breakpoint
-- How the outbox stands, for an administrator: numbers only.
create function portal.outbox_state() returns table (status text, messages bigint, oldest timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select m.status, count(*), min(m.written_at) from portal.messages m
    where access.is_administrator() and m.status in ('waiting', 'digest', 'unconfirmed', 'bounced', 'given-up')
    group by m.status order by m.status
  $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['access.enqueue_job(text, uuid, jsonb, timestamptz)', 'access.bind_job(text, text)', 'access.job_data()', 'access.job_partnership()',
    'access.take_over_jobs()', 'access.unsubscribe(text, boolean)', 'access.list_demo_messages(integer)', 'portal.enqueue_message()',
    'portal.message_is_idle(portal.messages)', 'portal.message_facts(portal.messages)', 'portal.message_to_send()', 'portal.count_handover(integer)',
    'portal.keep_unsubscribe_link(text, text)', 'portal.settle_message(text, text)', 'portal.gather_digests()', 'portal.requeue_messages()',
    'portal.list_bounced(uuid)', 'portal.outbox_state()']
  loop
    execute format('alter function %s owner to safeguarding_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
--> statement-breakpoint
grant execute on function access.bind_job(text, text), access.job_data(), access.job_partnership(), access.take_over_jobs(), portal.message_to_send(),
  portal.count_handover(integer), portal.keep_unsubscribe_link(text, text), portal.settle_message(text, text), portal.gather_digests(),
  portal.requeue_messages(), access.me(), access.my_partnerships(), access.actor() to safeguarding_worker;
grant execute on function access.unsubscribe(text, boolean), access.list_demo_messages(integer) to safeguarding_sign_in;
grant execute on function portal.list_bounced(uuid), portal.outbox_state() to safeguarding_portal;
