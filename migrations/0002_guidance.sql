set local role safeguarding_owner;
--> statement-breakpoint
-- One edition of the statutory guidance, as data from db/rulesets. Loaded at every start; a new edition is a new file.
create table portal.guidance_editions (
  id text primary key check (id ~ '^[a-z0-9-]{3,60}$'),
  title text not null,
  published text not null,
  replaces text references portal.guidance_editions deferrable initially deferred,
  note text not null,
  file_sha256 portal.sha256 not null,
  dates jsonb not null default '[]'
);
--> statement-breakpoint
-- One thing the edition asks a document to contain: must or should, with its source and how far it was checked.
create table portal.guidance_items (
  edition_id text not null references portal.guidance_editions,
  id text not null,
  document text not null check (document in ('arrangements', 'yearly-report')),
  position integer not null,
  strength text not null check (strength in ('must', 'should')),
  title text not null,
  summary text not null,
  basis text not null,
  condition text,
  confidence text not null check (confidence in ('verified', 'to-verify')),
  in_force boolean not null,
  in_force_from date,
  in_force_note text,
  condition_key text,
  evidence text[] not null default '{}',
  primary key (edition_id, document, id)
);
--> statement-breakpoint
reset role;
