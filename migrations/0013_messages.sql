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
grant usage on schema pgboss to safeguarding_definer, safeguarding_worker;
grant select, insert, update, delete on pgboss.job, pgboss.archive to safeguarding_worker;
grant select on pgboss.queue, pgboss.schedule, pgboss.subscription to safeguarding_worker;
grant select, update on pgboss.version to safeguarding_worker;
grant select, insert on pgboss.job to safeguarding_definer;
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
alter function access.enqueue_job(text, uuid, jsonb, timestamptz) owner to safeguarding_definer;
alter function portal.enqueue_message() owner to safeguarding_definer;
revoke all on function access.enqueue_job(text, uuid, jsonb, timestamptz), portal.enqueue_message() from public;
