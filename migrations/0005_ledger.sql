set local role safeguarding_owner;
--> statement-breakpoint
-- The ledger: per chain (a partnership, or the installation) an append-only list in which each entry's hash covers the one before.
create table ledger.heads (
  chain text primary key check (chain = 'installation' or chain ~ '^[0-9a-f-]{36}$'),
  seq bigint not null,
  hash portal.sha256 not null
);
--> statement-breakpoint
create table ledger.entries (
  chain text not null references ledger.heads,
  partnership_id uuid references portal.partnerships,
  seq bigint not null,
  previous portal.sha256 not null,
  at timestamptz not null,
  actor text not null,
  type text not null check (type ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
  payload_sha256 portal.sha256 not null,
  hash portal.sha256 not null,
  primary key (chain, seq),
  constraint entries_hash_key unique (hash),
  constraint entries_previous_key unique (chain, previous)
);
create index entries_partnership on ledger.entries (partnership_id, seq);
--> statement-breakpoint
-- What an entry says, apart from its hash, so that a leaked name can be erased without breaking the chain.
create table ledger.payloads (
  chain text not null,
  partnership_id uuid references portal.partnerships,
  seq bigint not null,
  body bytea,
  erased_at timestamptz,
  primary key (chain, seq),
  foreign key (chain, seq) references ledger.entries (chain, seq),
  check ((body is null) = (erased_at is not null))
);
--> statement-breakpoint
create function ledger.genesis(chain text) returns text
  language sql immutable set search_path = pg_catalog
  as $$ select encode(sha256(convert_to('safeguarding-ledger/v1:' || chain, 'UTF8')), 'hex') $$;
--> statement-breakpoint
-- The preimage of an entry's hash: seven lines, each ended by a line feed, after a fixed first line.
create function ledger.entry_hash(chain text, seq bigint, previous text, at timestamptz, actor text, type text, payload_sha256 text) returns text
  language sql immutable set search_path = pg_catalog
  as $$ select encode(sha256(convert_to(
    'safeguarding-ledger-entry/v1' || chr(10) || chain || chr(10) || seq::text || chr(10) || previous || chr(10)
    || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || chr(10) || actor || chr(10) || type || chr(10)
    || payload_sha256 || chr(10), 'UTF8')), 'hex') $$;
--> statement-breakpoint
create trigger heads_no_truncate before truncate on ledger.heads for each statement execute function portal.refuse_change();
create trigger entries_no_change before update or delete on ledger.entries for each row execute function portal.refuse_change();
create trigger entries_no_truncate before truncate on ledger.entries for each statement execute function portal.refuse_change();
create trigger payloads_no_truncate before truncate on ledger.payloads for each statement execute function portal.refuse_change();
alter table ledger.heads enable always trigger heads_no_truncate;
alter table ledger.entries enable always trigger entries_no_change;
alter table ledger.entries enable always trigger entries_no_truncate;
alter table ledger.payloads enable always trigger payloads_no_truncate;
--> statement-breakpoint
reset role;
