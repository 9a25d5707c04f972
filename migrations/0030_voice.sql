-- Who speaks for education and for the voluntary sector, how they were chosen, and which bodies speak for which agencies.
set local role safeguarding_owner;
--> statement-breakpoint
-- How somebody who represents others was chosen, and for whom they speak. Added to, never changed: the last revision applies.
create table portal.representations (
  appointment_id uuid not null,
  partnership_id uuid not null,
  revision integer not null check (revision > 0),
  chosen_by text not null check (chosen_by in ('election', 'forum', 'trust', 'body', 'partners', 'other')),
  chosen_on date not null,
  -- In words that the public reads.
  how text not null check (length(how) between 3 and 500),
  speaks_for text[] not null check (cardinality(speaks_for) > 0 and speaks_for <@ array['early-years', 'primary', 'secondary', 'special-alternative', 'further-education', 'independent', 'other-education', 'voluntary', 'faith', 'sport']),
  -- The day from which they speak for nobody any more unless they are chosen again.
  until date,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  constraint representations_revision_key primary key (appointment_id, revision),
  constraint representations_dates check (until is null or until > chosen_on),
  foreign key (appointment_id, partnership_id) references portal.appointments (id, partnership_id)
);
create index representations_partnership on portal.representations (partnership_id);
--> statement-breakpoint
-- An agency of the register that speaks for others: an infrastructure charity, an association of head teachers, a diocese.
create table portal.representative_bodies (
  membership_id uuid primary key,
  partnership_id uuid not null,
  -- What it is and for whom it speaks, in words that the public reads.
  role text not null check (length(role) between 3 and 500),
  -- Members that the register does not name, by a count somebody else made.
  outside_count integer check (outside_count between 1 and 100000),
  outside_source text check (length(outside_source) between 3 and 200),
  outside_on date,
  since date not null,
  until date,
  revision integer not null default 1,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  unique (membership_id, partnership_id),
  constraint representative_bodies_count check ((outside_count is null) = (outside_source is null) and (outside_count is null) = (outside_on is null)),
  constraint representative_bodies_dates check (until is null or until >= since),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id)
);
create index representative_bodies_partnership on portal.representative_bodies (partnership_id);
--> statement-breakpoint
-- For which agencies of the register such a body speaks, from the start of one day to the start of another.
create table portal.body_members (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  body_id uuid not null,
  member_id uuid not null,
  starts_on date not null,
  ends_on date,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  ended_at timestamptz,
  ended_by uuid references portal.people,
  constraint body_members_not_itself check (body_id <> member_id),
  constraint body_members_dates check (ends_on is null or ends_on >= starts_on),
  constraint body_members_once_at_a_time exclude using gist (body_id with =, member_id with =, daterange(starts_on, ends_on) with &&),
  foreign key (body_id, partnership_id) references portal.representative_bodies (membership_id, partnership_id),
  foreign key (member_id, partnership_id) references portal.agency_memberships (id, partnership_id)
);
create index body_members_partnership on portal.body_members (partnership_id);
create index body_members_member on portal.body_members (member_id);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Somebody represents others by a post that is for that.
create function portal.guard_representation() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not exists (select from portal.appointments a where a.id = new.appointment_id and a.partnership_id = new.partnership_id and (
        (a.role = 'education-representative' and not new.speaks_for && array['voluntary', 'faith', 'sport'])
        or (a.role = 'agency-contact' and new.speaks_for <@ array['voluntary', 'faith', 'sport']))) then
      raise exception 'not for this post' using errcode = 'check_violation', constraint = 'representations_by_post';
    end if;
    return new;
  end $$;
alter function portal.guard_representation() owner to safeguarding_definer;
revoke all on function portal.guard_representation() from public;
create trigger representations_guard before insert on portal.representations for each row execute function portal.guard_representation();
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['representations', 'representative_bodies', 'body_members'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('grant select, insert, update, delete on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
  end loop;
  foreach t in array array['representative_bodies', 'body_members'] loop
    execute format('create policy in_office on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()))', t);
  end loop;
end $$;
-- It is public, and read by whoever publishes who is accountable: any member, who may leave an office, and an administrator.
create policy member on portal.representations for select to safeguarding_portal using (partnership_id in (select access.my_partnerships()));
create policy administrator on portal.representations for select to safeguarding_portal using ((select access.is_administrator()));
create policy in_office on portal.representations for insert to safeguarding_portal with check (partnership_id in (select access.my_partnerships_in_office()));
grant update (role, outside_count, outside_source, outside_on, since, until, revision, recorded_at, recorded_by) on portal.representative_bodies to safeguarding_portal;
grant update (ends_on, ended_at, ended_by) on portal.body_members to safeguarding_portal;
