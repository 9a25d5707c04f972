set local role safeguarding_owner;
--> statement-breakpoint
-- A Word file as it was read, looked through by a person before it becomes a draft. The file itself is not kept.
create table portal.word_imports (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  kind text not null,
  file_name text not null check (length(file_name) between 1 and 200),
  file_sha256 portal.sha256 not null,
  -- Sections and losses; gone once it was taken in or set aside.
  reading jsonb,
  read_at timestamptz not null default access.clock(),
  read_by uuid not null references portal.people,
  closed_at timestamptz,
  unique (id, partnership_id),
  constraint word_imports_open_or_closed check ((reading is null) = (closed_at is not null))
);
create index word_imports_partnership on portal.word_imports (partnership_id, kind, read_at);
--> statement-breakpoint
reset role;
--> statement-breakpoint
alter table portal.word_imports enable row level security;
alter table portal.word_imports force row level security;
create policy member on portal.word_imports to safeguarding_portal
  using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()));
grant select, insert, update, delete on portal.word_imports to safeguarding_definer;
grant select, insert on portal.word_imports to safeguarding_portal;
grant update (reading, closed_at) on portal.word_imports to safeguarding_portal;
