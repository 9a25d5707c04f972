-- The meetings of one person as a calendar, at an address that is secret and can be renewed.
set local role safeguarding_owner;
--> statement-breakpoint
-- A person's feed. The address is made from `key` by a secret that the database does not know; of it, the hash is kept.
create table portal.calendar_feeds (
  person_id uuid primary key references portal.people,
  key uuid not null,
  token_sha256 portal.sha256 not null,
  made_at timestamptz not null default access.clock(),
  constraint calendar_feeds_token_key unique (token_sha256)
);
alter table portal.calendar_feeds enable row level security;
alter table portal.calendar_feeds force row level security;
create policy own on portal.calendar_feeds to safeguarding_portal using (person_id = (select access.me())) with check (person_id = (select access.me()));
grant select, insert, update (key, token_sha256, made_at), delete on portal.calendar_feeds to safeguarding_portal;
grant select, insert, update, delete on portal.calendar_feeds to safeguarding_definer;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- The meetings of the partnerships in which the owner of the address holds an office today, hosted or accepted, from a year ago on:
-- when, where and whose, and nothing of what is on the agenda. Null when there is no such address, or its account is suspended.
create function access.read_calendar(the_token_sha256 text) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog
  as $$
  declare person uuid; begin
    select f.person_id into person from portal.calendar_feeds f join access.accounts a on a.person_id = f.person_id and a.suspended_at is null where f.token_sha256 = the_token_sha256;
    if person is null then return null; end if;
    return (
      with offices as (
        select distinct p.id, p.slug, p.name from portal.appointments a join portal.partnerships p on p.id = a.partnership_id
        where a.person_id = person and a.role not in ('agency-contact', 'education-representative') and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())),
      theirs as (
        select m.id, o.slug, o.name from portal.meetings m join offices o on o.id = m.partnership_id
        union all
        select s.meeting_id, o.slug, o.name from portal.meeting_shares s join offices o on o.id = s.partnership_id where s.state = 'accepted')
      select coalesce(jsonb_agg(jsonb_build_object(
          'id', m.id, 'kind', m.kind, 'groupName', m.group_name, 'place', m.place, 'cancelled', m.state = 'cancelled', 'revision', m.revision, 'slug', t.slug, 'partnership', t.name,
          'startsAt', to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'endsAt', to_char(m.ends_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
          'stampedAt', to_char(access.clock() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by m.starts_at, t.slug), '[]')
        from (select distinct on (theirs.id) theirs.id, theirs.slug, theirs.name from theirs order by theirs.id, theirs.slug) t join portal.meetings m on m.id = t.id
        where m.starts_at > access.clock() - interval '1 year');
  end $$;
--> statement-breakpoint
alter function access.read_calendar(text) owner to safeguarding_definer;
revoke all on function access.read_calendar(text) from public;
grant execute on function access.read_calendar(text) to safeguarding_sign_in;
