-- Schemas, ownership and the one clock. Roles are created before this file by db/migrate.ts,
-- because they belong to the cluster and carry passwords.
set local role safeguarding_owner;
--> statement-breakpoint
create schema access;
create schema portal;
create schema ledger;
create schema publication;
--> statement-breakpoint
create domain portal.sha256 as text check (value ~ '^[0-9a-f]{64}$');
--> statement-breakpoint
-- One clock for SQL and TypeScript. The row is absent in production; tests and the demo seed fix it.
-- Only the migrator may write it, so an injected statement cannot move time.
create table access.clock_setting (
  only_row boolean primary key default true check (only_row),
  fixed_at timestamptz not null
);
--> statement-breakpoint
-- What the whole installation is: a demonstration may skip the second factor, a real one never.
create table access.installation (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false
);
insert into access.installation default values;
--> statement-breakpoint
create function access.clock() returns timestamptz
  language sql stable security definer set search_path = pg_catalog
  as $$ select coalesce((select fixed_at from access.clock_setting), clock_timestamp()) $$;
--> statement-breakpoint
create function access.today() returns date
  language sql stable security definer set search_path = pg_catalog
  as $$ select (access.clock() at time zone 'Europe/London')::date $$;
--> statement-breakpoint
create function portal.refuse_change() returns trigger
  language plpgsql set search_path = pg_catalog
  as $$ begin
    raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
  end $$;
--> statement-breakpoint
reset role;
