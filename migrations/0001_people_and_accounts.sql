set local role safeguarding_owner;
--> statement-breakpoint
-- A person: somebody who holds, held or will hold an office. The name can be withheld from the public, the office never.
create table portal.people (
  id uuid primary key default gen_random_uuid(),
  name text not null check (length(name) between 2 and 120),
  name_withheld boolean not null default false,
  created_at timestamptz not null default access.clock()
);
--> statement-breakpoint
-- The means by which a person signs in. Only the sign-in role reads it.
create table access.accounts (
  person_id uuid primary key references portal.people,
  email citext not null,
  password_hash text,
  totp_secret_sealed text,
  totp_last_step bigint not null default -1,
  suspended_at timestamptz,
  created_at timestamptz not null default access.clock(),
  constraint accounts_email_key unique (email)
);
--> statement-breakpoint
-- A signed-in browser. `id` is the SHA-256 of a 256-bit token that only the browser holds.
create table access.sessions (
  id portal.sha256 primary key,
  person_id uuid not null references access.accounts,
  created_at timestamptz not null default access.clock(),
  last_seen_at timestamptz not null default access.clock(),
  expires_at timestamptz not null,
  strength text not null check (strength in ('password+totp', 'password-demo')),
  confirmed_at timestamptz
);
create index sessions_person on access.sessions (person_id);
--> statement-breakpoint
-- Between a right password and a right code: five minutes, one person, good for nothing else.
create table access.sign_in_steps (
  id portal.sha256 primary key,
  person_id uuid not null references access.accounts,
  pending_totp_sealed text,
  expires_at timestamptz not null
);
--> statement-breakpoint
-- A single-use link bound to one person (and so to one e-mail address, role and partnership).
create table access.invitations (
  id portal.sha256 primary key,
  person_id uuid not null references access.accounts,
  purpose text not null check (purpose in ('set-up', 'reset')),
  invited_by uuid references portal.people,
  created_at timestamptz not null default access.clock(),
  expires_at timestamptz not null,
  used_at timestamptz
);
--> statement-breakpoint
-- Runs the installation: onboards partnerships and people, sees no drafts.
create table access.administrators (
  person_id uuid not null references portal.people,
  granted_at timestamptz not null default access.clock(),
  revoked_at timestamptz,
  primary key (person_id, granted_at)
);
--> statement-breakpoint
-- Counters for throttling, shared by all workers. Keys are hashes: no e-mail or network address is stored.
create table access.attempts (
  key portal.sha256 primary key,
  count integer not null,
  window_ends_at timestamptz not null
);
--> statement-breakpoint
reset role;
