-- Comments on a draft, its review before freezing, and publication at a set time.
set local role safeguarding_owner;
--> statement-breakpoint
-- A comment on a section, as it read at one revision: a thread of remarks, resolved or open. Never published, never frozen.
create table portal.comments (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  document_id uuid not null,
  section_id uuid not null,
  section_revision integer not null,
  opened_at timestamptz not null default access.clock(),
  opened_by uuid not null references portal.people,
  resolved_at timestamptz,
  resolved_by uuid references portal.people,
  unique (id, partnership_id),
  check ((resolved_at is null) = (resolved_by is null)),
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id),
  foreign key (section_id, partnership_id) references portal.sections (id, partnership_id)
);
create index comments_section on portal.comments (section_id);
create index comments_document on portal.comments (document_id) where resolved_at is null;
--> statement-breakpoint
-- What somebody says in a comment's thread; the first is the comment itself. Its author may put it right or take it back:
-- the words are then gone.
create table portal.remarks (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  comment_id uuid not null,
  number integer not null check (number > 0),
  text text check (length(text) between 1 and 4000),
  said_at timestamptz not null default access.clock(),
  said_by uuid not null references portal.people,
  corrected_at timestamptz,
  withdrawn_at timestamptz,
  unique (id, partnership_id),
  unique (comment_id, number),
  check ((text is null) = (withdrawn_at is not null)),
  foreign key (comment_id, partnership_id) references portal.comments (id, partnership_id)
);
-- A member whom a remark is for.
create table portal.mentions (
  remark_id uuid not null,
  person_id uuid not null references portal.people,
  partnership_id uuid not null,
  primary key (remark_id, person_id),
  foreign key (remark_id, partnership_id) references portal.remarks (id, partnership_id)
);
--> statement-breakpoint
-- What a delegated partner or the chair says of a draft at one of its revisions. A later revision makes it stale.
create table portal.reviews (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  document_id uuid not null,
  revision integer not null,
  outcome text not null check (outcome in ('ready', 'changes-wanted')),
  words text check (length(words) <= 4000),
  reviewed_at timestamptz not null default access.clock(),
  reviewed_by uuid not null references portal.people,
  unique (id, partnership_id),
  constraint reviews_changes_named check (outcome = 'ready' or coalesce(length(words), 0) >= 5),
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id)
);
create index reviews_document on portal.reviews (document_id, reviewed_at);
-- Somebody asks for a review of the draft as it stands.
create table portal.review_requests (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  document_id uuid not null,
  revision integer not null,
  asked_at timestamptz not null default access.clock(),
  asked_by uuid not null references portal.people,
  constraint review_requests_once unique (document_id, revision),
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id)
);
-- The review that a version was frozen on; none when the reason is among its warnings.
alter table portal.versions add column review_id uuid;
alter table portal.versions add foreign key (review_id, partnership_id) references portal.reviews (id, partnership_id);
--> statement-breakpoint
-- When an approved version is to be published. A new time is a new row; the one before is ended as moved.
create table portal.publication_schedules (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  version_id uuid not null,
  due_at timestamptz not null,
  scheduled_at timestamptz not null default access.clock(),
  scheduled_by uuid not null references portal.people,
  ended_at timestamptz,
  ended_by uuid references portal.people,
  outcome text check (outcome in ('published', 'published-by-hand', 'moved', 'taken-off', 'superseded')),
  -- The first time it was tried and could not be done, and the kind of fault met last.
  failed_at timestamptz,
  problem text check (length(problem) <= 200),
  check ((ended_at is null) = (outcome is null)),
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id)
);
create unique index publication_schedules_one_open on portal.publication_schedules (version_id) where ended_at is null;
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['comments', 'remarks', 'mentions', 'reviews', 'review_requests', 'publication_schedules'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('create policy member on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()))', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
    execute format('grant select, insert, update, delete on portal.%I to safeguarding_definer', t);
  end loop;
end $$;
-- In one's own name only.
create policy own_name on portal.comments as restrictive for insert to safeguarding_portal with check (opened_by = (select access.me()));
create policy own_name_resolved on portal.comments as restrictive for update to safeguarding_portal using (true) with check (resolved_by is null or resolved_by = (select access.me()));
create policy own_name on portal.remarks as restrictive for insert to safeguarding_portal with check (said_by = (select access.me()));
create policy own_words on portal.remarks as restrictive for update to safeguarding_portal using (said_by = (select access.me())) with check (said_by = (select access.me()));
create policy own_name on portal.reviews as restrictive for insert to safeguarding_portal with check (reviewed_by = (select access.me()));
create policy own_name on portal.review_requests as restrictive for insert to safeguarding_portal with check (asked_by = (select access.me()));
create policy own_name on portal.publication_schedules as restrictive for insert to safeguarding_portal with check (scheduled_by = (select access.me()));
grant update (resolved_at, resolved_by) on portal.comments to safeguarding_portal;
grant update (text, corrected_at, withdrawn_at) on portal.remarks to safeguarding_portal;
grant update (ended_at, ended_by, outcome) on portal.publication_schedules to safeguarding_portal;
--> statement-breakpoint
-- A job publishes for the partnership that scheduled it, and sees nothing of any other.
do $$
declare t text; begin
  foreach t in array array['portal.versions', 'portal.version_seats', 'portal.signatures', 'portal.payloads', 'portal.appointments', 'portal.publication_schedules',
    'ledger.entries', 'ledger.payloads', 'publication.publications', 'publication.bodies', 'publication.notices'] loop
    execute format('create policy job on %s to safeguarding_worker using (partnership_id = (select access.job_partnership())) with check (partnership_id = (select access.job_partnership()))', t);
    execute format('grant select on %s to safeguarding_worker', t);
  end loop;
end $$;
grant usage on schema ledger, publication to safeguarding_worker;
grant update (status, published_at, published_seq, closed_at) on portal.versions to safeguarding_worker;
grant update (ended_at, outcome, failed_at, problem) on portal.publication_schedules to safeguarding_worker;
grant insert on publication.publications, publication.bodies, publication.notices to safeguarding_worker;
--> statement-breakpoint
reset role;
--> statement-breakpoint
grant execute on function ledger.append(uuid, text, bytea) to safeguarding_worker;
-- What a job writes in the ledger, it writes in the chain of the partnership that asked for it.
create function ledger.guard_job_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.actor = 'job' and new.partnership_id is distinct from access.job_partnership() then
      raise exception 'not the partnership of the job' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end $$;
create trigger entries_job_guard before insert on ledger.entries for each row execute function ledger.guard_job_entry();
alter table ledger.entries enable always trigger entries_job_guard;
--> statement-breakpoint
-- As in 0008, and: a scheduled version has its time, the next freeze supersedes it too, and a job publishes only what is due.
create or replace function portal.guard_version() returns trigger
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
        ('scheduled', 'approved'), ('scheduled', 'published'), ('scheduled', 'superseded'),
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
      if new.status = 'scheduled' and not exists (select from portal.publication_schedules s where s.version_id = new.id and s.ended_at is null) then
        raise exception 'a scheduled version has its time' using errcode = 'check_violation', constraint = 'versions_scheduled_has_time';
      end if;
      if new.status = 'published' and session_user = 'safeguarding_worker' and not exists (
          select from portal.publication_schedules s where s.version_id = new.id and s.ended_at is null and s.due_at <= access.clock()) then
        raise exception 'not due' using errcode = 'check_violation', constraint = 'versions_due';
      end if;
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- A time to publish begins in the future, is never changed, and ends once.
create function portal.guard_schedule() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if new.due_at <= access.clock() or new.ended_at is not null then
        raise exception 'the time has passed' using errcode = 'check_violation', constraint = 'publication_schedules_in_future';
      end if;
      return new;
    end if;
    if tg_op = 'DELETE' or old.ended_at is not null
       or (to_jsonb(new) - '{ended_at,ended_by,outcome,failed_at,problem}'::text[]) is distinct from (to_jsonb(old) - '{ended_at,ended_by,outcome,failed_at,problem}'::text[]) then
      raise exception 'schedules are kept' using errcode = 'restrict_violation', constraint = 'publication_schedules_immutable';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create function portal.enqueue_publication() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    perform access.enqueue_job('publish-scheduled', new.partnership_id, jsonb_build_object('schedule', new.id), clock_timestamp() + (new.due_at - access.clock()));
    return null;
  end $$;
--> statement-breakpoint
-- What is due and has no job, because it was lost or used up, gets another one, at most one every five minutes.
create function portal.requeue_publications() returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare again integer; begin
    perform access.enqueue_job('publish-scheduled', s.partnership_id, jsonb_build_object('schedule', s.id))
      from portal.publication_schedules s
      where s.ended_at is null and s.due_at <= access.clock() and not exists (
        select from pgboss.job j where j.name = 'publish-scheduled' and (j.data->>'schedule')::uuid = s.id
          and ((j.state < 'completed' and j.start_after <= clock_timestamp()) or j.completed_on > clock_timestamp() - interval '5 minutes'));
    get diagnostics again = row_count;
    return again;
  end $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['ledger.guard_job_entry()', 'portal.guard_version()', 'portal.guard_schedule()', 'portal.enqueue_publication()', 'portal.requeue_publications()'] loop
    execute format('alter function %s owner to safeguarding_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function portal.requeue_publications() to safeguarding_worker;
create trigger publication_schedules_guard before insert or update or delete on portal.publication_schedules for each row execute function portal.guard_schedule();
create trigger publication_schedules_no_truncate before truncate on portal.publication_schedules for each statement execute function portal.refuse_change();
create trigger publication_schedules_enqueue after insert on portal.publication_schedules for each row execute function portal.enqueue_publication();
alter table portal.publication_schedules enable always trigger publication_schedules_guard;
alter table portal.publication_schedules enable always trigger publication_schedules_no_truncate;
alter table portal.publication_schedules enable always trigger publication_schedules_enqueue;
do $$
declare t text; begin
  foreach t in array array['reviews', 'review_requests', 'mentions'] loop
    execute format('create trigger %I before update or delete on portal.%I for each row execute function portal.refuse_change()', t || '_no_change', t);
    execute format('create trigger %I before truncate on portal.%I for each statement execute function portal.refuse_change()', t || '_no_truncate', t);
    execute format('alter table portal.%I enable always trigger %I', t, t || '_no_change');
    execute format('alter table portal.%I enable always trigger %I', t, t || '_no_truncate');
  end loop;
end $$;
