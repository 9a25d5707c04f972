-- Files of registers: what was read of them, what taking them in did, and the way back.
set local role safeguarding_owner;
--> statement-breakpoint
create table portal.register_imports (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  source text not null check (source in ('gias', 'charity-commission', 'early-years', 'own')),
  file_name text not null,
  file_sha256 portal.sha256 not null,
  -- The day on which the register was copied, where the file or whoever chose it says so.
  extract_date date,
  -- How many rows there were and why not all were kept, and the columns that were not there.
  counts jsonb not null,
  -- The rows that were kept and what was wrong with others. Of a public register they go on saying what is open in the area.
  rows jsonb not null,
  errors jsonb not null,
  uploaded_at timestamptz not null default access.clock(),
  uploaded_by uuid not null references portal.people,
  applied_at timestamptz,
  applied_by uuid references portal.people,
  -- What was added, and what was changed as it was before.
  undo jsonb,
  undone_at timestamptz,
  undone_by uuid references portal.people,
  unique (id, partnership_id),
  check ((applied_at is null) = (applied_by is null)),
  check ((applied_at is null) = (undo is null)),
  check ((undone_at is null) = (undone_by is null)),
  check (undone_at is null or applied_at is not null)
);
create index register_imports_source on portal.register_imports (partnership_id, source, uploaded_at);
alter table portal.register_imports enable row level security;
alter table portal.register_imports force row level security;
create policy in_office on portal.register_imports to safeguarding_portal
  using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()));
grant select, insert, update, delete on portal.register_imports to safeguarding_definer;
grant select, insert on portal.register_imports to safeguarding_portal;
grant update (rows, errors, applied_at, applied_by, undo, undone_at, undone_by) on portal.register_imports to safeguarding_portal;
--> statement-breakpoint
-- A file that was never taken in is forgotten; so are agencies that a file added and nobody has touched since.
create policy forgets on portal.register_imports as restrictive for delete to safeguarding_portal using (applied_at is null);
grant delete on portal.register_imports to safeguarding_portal;
create policy undoes on portal.agency_memberships as restrictive for delete to safeguarding_portal using (status = 'proposed' and revision = 1);
grant delete on portal.agency_memberships to safeguarding_portal;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Bodies that any partnership has recorded under numbers of one kind. Numbers are public; nothing else is told.
create function portal.find_agencies(the_column text, numbers text[]) returns table (number text, id uuid)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select a.urn::text, a.id from portal.agencies a where the_column = 'urn' and a.urn in (select n::int from unnest(numbers) n where n ~ '^[0-9]{6}$')
    union all
    select a.charity_number, a.id from portal.agencies a where the_column = 'charity_number' and a.charity_number = any (numbers)
    union all
    select a.organisation_code, a.id from portal.agencies a where the_column = 'organisation_code' and a.organisation_code = any (numbers)
  $$;
alter function portal.find_agencies(text, text[]) owner to safeguarding_definer;
revoke all on function portal.find_agencies(text, text[]) from public;
grant execute on function portal.find_agencies(text, text[]) to safeguarding_portal;
--> statement-breakpoint
-- Takes back bodies that a file added, where no partnership has them in its register: another may have joined meanwhile.
create function portal.forget_unused_agencies(ids uuid[]) returns void
  language sql security definer set search_path = pg_catalog
  as $$
    delete from portal.agencies a where a.id = any (ids) and a.kept_by in (select access.my_partnerships_in_office())
      and not exists (select from portal.agency_memberships m where m.agency_id = a.id)
  $$;
alter function portal.forget_unused_agencies(uuid[]) owner to safeguarding_definer;
revoke all on function portal.forget_unused_agencies(uuid[]) from public;
grant execute on function portal.forget_unused_agencies(uuid[]) to safeguarding_portal;
