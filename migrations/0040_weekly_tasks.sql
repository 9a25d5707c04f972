-- Once a week everybody in office is told by e-mail what needs them. To know what it is, the worker reads as that person
-- would: for one message, for a minute, and only in a transaction that cannot write.
set local role safeguarding_owner;
--> statement-breakpoint
create table access.readings (
  id portal.sha256 primary key,
  person_id uuid not null references access.accounts,
  message_id uuid not null references portal.messages on delete cascade,
  expires_at timestamptz not null
);
create index readings_message on access.readings (message_id);
alter table access.readings enable row level security;
alter table access.readings force row level security;
grant select, insert, update, delete on access.readings to safeguarding_definer;
create policy definer on access.readings to safeguarding_definer using (true) with check (true);
--> statement-breakpoint
create unique index messages_one_of_a_week on portal.messages (person_id, (content->>'week')) where kind = 'weekly-tasks';
drop policy member_writes on portal.messages;
drop policy sign_in_writes on portal.messages;
create policy member_writes on portal.messages for insert to safeguarding_portal with check (
  status = 'waiting' and kind not in ('daily-digest', 'weekly-tasks') and (select access.me()) is not null
  and (partnership_id is null or partnership_id in (select access.my_partnerships()) or (select access.is_administrator())));
create policy sign_in_writes on portal.messages for insert to safeguarding_sign_in with check (status = 'waiting' and kind not in ('daily-digest', 'weekly-tasks') and partnership_id is null);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Who is signed in, or in whose place something is read that cannot write.
create or replace function access.me() returns uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select coalesce(
      (select s.person_id
        from access.sessions s join access.accounts a on a.person_id = s.person_id
        where s.id = nullif(current_setting('app.session', true), '')
          and a.suspended_at is null
          and s.expires_at > access.clock()
          and s.created_at > access.clock() - interval '8 hours'
          and s.last_seen_at > access.clock() - interval '30 minutes'
          and (s.strength <> 'password-demo' or (select demo from access.installation))),
      (select r.person_id
        from access.readings r join access.accounts a on a.person_id = r.person_id
        where r.id = nullif(current_setting('app.session', true), '')
          and current_setting('transaction_read_only') = 'on'
          and a.suspended_at is null
          and r.expires_at > access.clock()))
  $$;
--> statement-breakpoint
-- Opens the reading that the bound job's message needs, and answers its id; null when it needs none (any more).
create function portal.open_reading() returns text
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare of portal.messages; the_id text := encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'); begin
    select * into of from portal.messages m
      where m.id = (access.job_data()->>'message')::uuid and m.kind = 'weekly-tasks' and m.status = 'waiting' and m.content->'tasks' = 'null';
    if not found then return null; end if;
    delete from access.readings where message_id = of.id or expires_at <= access.clock();
    insert into access.readings (id, person_id, message_id, expires_at) values (the_id, of.person_id, of.id, access.clock() + interval '1 minute');
    return the_id;
  end $$;
--> statement-breakpoint
-- Keeps what was read in the message, so that it says the same each time it is tried, and ends the reading.
create function portal.keep_weekly_tasks(the_tasks jsonb, the_rest integer) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare the_message uuid := (access.job_data()->>'message')::uuid; begin
    delete from access.readings where message_id = the_message;
    update portal.messages set content = content || jsonb_build_object('tasks', the_tasks, 'more', the_rest)
      where id = the_message and kind = 'weekly-tasks' and status = 'waiting' and content->'tasks' = 'null';
  end $$;
--> statement-breakpoint
-- On Mondays, from the hour of somebody's daily e-mail: one message for each who holds an office and has an account that is set up.
create function portal.gather_weekly_tasks() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare here timestamp := access.clock() at time zone 'Europe/London'; written integer; begin
    if extract(isodow from here) <> 1 then return 0; end if;
    insert into portal.messages (id, person_id, kind, topic, content)
      select gen_random_uuid(), c.person_id, 'weekly-tasks', 'your-work', jsonb_build_object('kind', 'weekly-tasks', 'partnershipId', null, 'week', access.today(), 'tasks', null, 'more', 0)
      from access.accounts c left join portal.digest_hours h on h.person_id = c.person_id
      where c.suspended_at is null and c.password_hash is not null
        and extract(hour from here) >= coalesce(h.hour, 7)
        and exists (select from portal.appointments a where a.person_id = c.person_id and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today()))
        and not exists (select from portal.message_preferences p where p.person_id = c.person_id and p.topic = 'your-work' and p.delivery = 'off')
        and not exists (select from portal.messages m where m.person_id = c.person_id and m.kind = 'weekly-tasks' and m.content->>'week' = access.today()::text)
      on conflict do nothing;
    get diagnostics written = row_count;
    return written;
  end $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['portal.open_reading()', 'portal.keep_weekly_tasks(jsonb, integer)', 'portal.gather_weekly_tasks()'] loop
    execute format('alter function %s owner to safeguarding_definer', f);
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to safeguarding_worker', f);
  end loop;
end $$;
