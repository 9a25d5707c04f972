set local role safeguarding_owner;
--> statement-breakpoint
-- A publication: an immutable snapshot of what the public reads. A `directory` says who is accountable;
-- the other kinds are published versions of signed documents.
create table publication.publications (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  slug text not null,
  kind text not null check (kind in ('directory', 'arrangements')),
  number integer not null check (number > 0),
  version_id uuid,
  content_sha256 portal.sha256,
  html_sha256 portal.sha256,
  pdf_sha256 portal.sha256,
  published_at timestamptz not null default access.clock(),
  facts jsonb not null,
  constraint publications_number_key unique (partnership_id, kind, number),
  unique (id, partnership_id),
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id),
  check ((kind = 'directory') = (version_id is null)),
  check ((version_id is null) = (content_sha256 is null)),
  check ((version_id is null) = (html_sha256 is null)),
  check ((version_id is null) = (pdf_sha256 is null))
);
create index publications_slug on publication.publications (slug, kind, number desc);
create index publications_content on publication.publications (content_sha256);
--> statement-breakpoint
-- The bytes of a publication: canonical content, rendered HTML, PDF, the outline of what it says (title, change note,
-- section titles, coverage), and the record of who signed. Whatever people wrote is here and nowhere else, so that
-- taking down hides it and erasing removes it.
create table publication.bodies (
  publication_id uuid not null,
  partnership_id uuid not null,
  format text not null check (format in ('content', 'html', 'pdf', 'outline', 'record')),
  sha256 portal.sha256 not null,
  size integer not null,
  body bytea,
  erased_at timestamptz,
  primary key (publication_id, format),
  foreign key (publication_id, partnership_id) references publication.publications (id, partnership_id),
  check ((body is null) = (erased_at is not null)),
  check (body is null or (encode(sha256(body), 'hex') = sha256 and length(body) = size))
);
--> statement-breakpoint
-- What happened to a publication afterwards. Notices are added, never changed.
create table publication.notices (
  publication_id uuid not null,
  partnership_id uuid not null,
  state text not null check (state in ('superseded', 'withdrawn', 'taken-down', 'erased')),
  at timestamptz not null default access.clock(),
  reason text,
  primary key (publication_id, state),
  foreign key (publication_id, partnership_id) references publication.publications (id, partnership_id)
);
--> statement-breakpoint
reset role;
