set local role safeguarding_owner;
--> statement-breakpoint
-- A signed document: one of the kinds that the lead safeguarding partners sign. The row is the draft; versions are frozen copies.
create table portal.documents (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  kind text not null check (kind in ('arrangements')),
  title text not null check (length(title) between 3 and 160),
  edition_id text not null references portal.guidance_editions,
  in_force_from date,
  next_review_on date,
  change_note text,
  revision integer not null default 1,
  started_at timestamptz not null default access.clock(),
  started_by uuid references portal.people,
  saved_at timestamptz not null default access.clock(),
  constraint documents_one_per_kind unique (partnership_id, kind),
  unique (id, partnership_id)
);
--> statement-breakpoint
-- A section of a draft. `items` are the guidance items it covers, of the document's edition.
create table portal.sections (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  document_id uuid not null,
  position integer not null,
  title text not null check (length(title) between 1 and 160),
  body text not null default '',
  items text[] not null default '{}',
  revision integer not null default 1,
  saved_at timestamptz not null default access.clock(),
  saved_by uuid references portal.people,
  removed_at timestamptz,
  unique (id, partnership_id),
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id)
);
create index sections_document on portal.sections (document_id, position);
--> statement-breakpoint
-- Every accepted save of a section, kept.
create table portal.section_revisions (
  section_id uuid not null,
  partnership_id uuid not null,
  revision integer not null,
  title text not null,
  body text not null,
  items text[] not null,
  saved_at timestamptz not null,
  saved_by uuid references portal.people,
  primary key (section_id, revision),
  foreign key (section_id, partnership_id) references portal.sections (id, partnership_id)
);
--> statement-breakpoint
-- A `should` item the partnership declares not covered, and why. A `must` item cannot be declared so.
create table portal.declared_gaps (
  document_id uuid not null,
  partnership_id uuid not null,
  item_id text not null,
  reason text not null check (length(reason) between 5 and 1000),
  declared_at timestamptz not null default access.clock(),
  declared_by uuid references portal.people,
  primary key (document_id, item_id),
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id)
);
--> statement-breakpoint
-- Bytes that records refer to by their hash: canonical content, rendered HTML and PDF, signed statements.
-- Kept per partnership, so that erasing one partnership's bytes never erases another's.
create table portal.payloads (
  partnership_id uuid not null references portal.partnerships,
  sha256 portal.sha256 not null,
  media_type text not null,
  body bytea,
  erased_at timestamptz,
  primary key (partnership_id, sha256),
  constraint payloads_erased_or_present check ((body is null) = (erased_at is not null)),
  constraint payloads_hash_matches check (body is null or encode(sha256(body), 'hex') = sha256)
);
--> statement-breakpoint
-- A version: a frozen copy of a document. Its content never changes; only its state does, along the permitted transitions.
create table portal.versions (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  document_id uuid not null,
  kind text not null,
  number integer not null check (number > 0),
  title text not null,
  edition_id text not null references portal.guidance_editions,
  in_force_from date,
  next_review_on date,
  change_note text,
  warnings jsonb not null default '[]',
  required_seats uuid[] not null check (cardinality(required_seats) >= 3),
  content_sha256 portal.sha256 not null,
  html_sha256 portal.sha256 not null,
  pdf_sha256 portal.sha256 not null,
  frozen_at timestamptz not null default access.clock(),
  frozen_by uuid references portal.people,
  -- Where the events stand in the partnership's ledger.
  frozen_seq bigint not null,
  approved_seq bigint,
  published_seq bigint,
  status text not null default 'awaiting'
    check (status in ('awaiting', 'approved', 'scheduled', 'published', 'superseded', 'withdrawn', 'declined')),
  approved_at timestamptz,
  published_at timestamptz,
  published_by uuid references portal.people,
  closed_at timestamptz,
  withdrawn_reason text,
  taken_down_at timestamptz,
  unique (id, partnership_id),
  constraint versions_number_key unique (document_id, number),
  constraint versions_content_key unique (partnership_id, content_sha256),
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id),
  foreign key (partnership_id, content_sha256) references portal.payloads (partnership_id, sha256),
  foreign key (partnership_id, html_sha256) references portal.payloads (partnership_id, sha256),
  foreign key (partnership_id, pdf_sha256) references portal.payloads (partnership_id, sha256)
);
create unique index versions_one_awaiting on portal.versions (document_id) where status = 'awaiting';
create unique index versions_one_published on portal.versions (document_id) where status = 'published';
--> statement-breakpoint
-- The seats whose lead safeguarding partner must sign, captured at freeze.
create table portal.version_seats (
  version_id uuid not null,
  partnership_id uuid not null,
  seat_id uuid not null,
  kind text not null,
  position integer not null,
  organisation text not null,
  office text not null,
  primary key (version_id, seat_id),
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id),
  foreign key (seat_id, partnership_id, kind) references portal.seats (id, partnership_id, kind)
);
--> statement-breakpoint
-- A signature: one seat, one version, once. The statement that was signed is a payload.
create table portal.signatures (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  version_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null references portal.people,
  appointment_id uuid not null,
  statement_sha256 portal.sha256 not null,
  strength text not null check (strength in ('password+totp', 'password-demo')),
  ledger_seq bigint not null,
  reference text not null check (reference ~ '^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  signed_at timestamptz not null default access.clock(),
  constraint signatures_one_per_seat unique (version_id, seat_id),
  constraint signatures_reference_key unique (reference),
  foreign key (version_id, seat_id) references portal.version_seats (version_id, seat_id),
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id),
  foreign key (partnership_id, statement_sha256) references portal.payloads (partnership_id, sha256)
);
--> statement-breakpoint
-- A decline closes the version, with a reason.
create table portal.declines (
  version_id uuid primary key,
  partnership_id uuid not null,
  seat_id uuid not null,
  person_id uuid not null references portal.people,
  appointment_id uuid not null,
  reason text not null check (length(reason) between 5 and 4000),
  declined_at timestamptz not null default access.clock(),
  foreign key (version_id, seat_id) references portal.version_seats (version_id, seat_id),
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id)
);
--> statement-breakpoint
-- Taken down for safety by one person at once; erased by two. Hashes and signature records stand.
create table portal.takedowns (
  version_id uuid primary key,
  partnership_id uuid not null,
  reason text not null check (length(reason) between 5 and 1000),
  taken_down_at timestamptz not null default access.clock(),
  taken_down_by uuid not null references portal.people,
  erasure_proposed_at timestamptz,
  erasure_proposed_by uuid references portal.people,
  erased_at timestamptz,
  erased_by uuid references portal.people,
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id),
  constraint takedowns_erased_by_two check (erased_at is null or (erasure_proposed_by is not null and erased_by is not null and erased_by <> erasure_proposed_by))
);
--> statement-breakpoint
-- A certain identifier found by a detector may be let through by two people, with a reason, for that exact text only.
create table portal.detector_overrides (
  document_id uuid not null,
  partnership_id uuid not null,
  fingerprint text not null,
  kind text not null,
  reason text not null check (length(reason) between 5 and 1000),
  proposed_at timestamptz not null default access.clock(),
  proposed_by uuid not null references portal.people,
  confirmed_at timestamptz,
  confirmed_by uuid references portal.people,
  primary key (document_id, fingerprint),
  foreign key (document_id, partnership_id) references portal.documents (id, partnership_id),
  constraint detector_overrides_two_people check (confirmed_by is null or confirmed_by <> proposed_by)
);
--> statement-breakpoint
-- A form that changed something: the same key and fields again give the first result, other fields are refused.
create table portal.submissions (
  key uuid primary key,
  person_id uuid not null references portal.people,
  command text not null,
  fields_sha256 portal.sha256 not null,
  outcome jsonb,
  submitted_at timestamptz not null default access.clock()
);
--> statement-breakpoint
reset role;
