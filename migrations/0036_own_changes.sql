-- An agency's own people in its record: they acknowledge that it is named, and propose changes of what is recorded of it.
set local role safeguarding_owner;
--> statement-breakpoint
-- The post by which the agency acknowledged in the portal; null where it did so otherwise.
alter table portal.agency_memberships
  add column acknowledged_post_id uuid,
  add constraint agency_memberships_acknowledged_post_fkey foreign key (acknowledged_post_id, partnership_id) references portal.posts (id, partnership_id);
--> statement-breakpoint
-- What an agency's own people propose to change: somebody in office accepts it or sets it aside, since it is published.
create table portal.agency_changes (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  membership_id uuid not null,
  -- The same parts in both: what the record said, and what it should say.
  before jsonb not null,
  after jsonb not null,
  -- Why, for those who decide.
  note text check (length(note) between 3 and 500),
  post_id uuid not null,
  proposed_at timestamptz not null default access.clock(),
  proposed_by uuid not null references portal.people,
  status text not null default 'open' check (status in ('open', 'accepted', 'set-aside', 'replaced')),
  decided_at timestamptz,
  decided_by uuid references portal.people,
  reason text check (length(reason) between 3 and 500),
  unique (id, partnership_id),
  foreign key (membership_id, partnership_id) references portal.agency_memberships (id, partnership_id),
  foreign key (post_id, partnership_id) references portal.posts (id, partnership_id),
  constraint agency_changes_decided check ((status = 'open') = (decided_at is null) and (status <> 'set-aside' or reason is not null))
);
-- A later proposal takes the place of the one that waits.
create unique index agency_changes_one_open on portal.agency_changes (membership_id) where status = 'open';
create index agency_changes_partnership on portal.agency_changes (partnership_id, status);
alter table portal.agency_changes enable row level security;
alter table portal.agency_changes force row level security;
create policy in_office on portal.agency_changes for select to safeguarding_portal using (partnership_id in (select access.my_partnerships_in_office()));
create policy in_office_decides on portal.agency_changes for update to safeguarding_portal
  using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()) and decided_by = (select access.me()));
create policy own on portal.agency_changes for select to safeguarding_portal using (membership_id in (select portal.my_agency_memberships()));
create policy own_proposes on portal.agency_changes for insert to safeguarding_portal
  with check (membership_id in (select portal.my_agency_memberships()) and status = 'open' and proposed_by = (select access.me()));
create policy own_replaces on portal.agency_changes for update to safeguarding_portal
  using (membership_id in (select portal.my_agency_memberships()) and status = 'open') with check (membership_id in (select portal.my_agency_memberships()) and status = 'replaced' and decided_by = (select access.me()));
grant select, insert on portal.agency_changes to safeguarding_portal;
grant update (status, decided_at, decided_by, reason) on portal.agency_changes to safeguarding_portal;
grant select, insert, update, delete on portal.agency_changes to safeguarding_definer;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A day of acknowledgement that somebody in office enters or takes away is no longer that of the post.
create function portal.forget_acknowledging_post() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.acknowledged_on is distinct from old.acknowledged_on and new.acknowledged_post_id is not distinct from old.acknowledged_post_id then
      new.acknowledged_post_id := null;
    end if;
    return new;
  end $$;
alter function portal.forget_acknowledging_post() owner to safeguarding_definer;
revoke all on function portal.forget_acknowledging_post() from public;
create trigger agency_memberships_forget_post before update of acknowledged_on on portal.agency_memberships for each row execute function portal.forget_acknowledging_post();
--> statement-breakpoint
-- Acknowledges for an agency that the signed-in person speaks for: once, while it is named. Nothing else of the register may
-- they change. Answers the post by which it was done; nothing when there was nothing to acknowledge.
create function portal.acknowledge_own_agency(the_membership uuid) returns table (post_id uuid, revision integer)
  language sql volatile security definer set search_path = pg_catalog
  as $$
    update portal.agency_memberships m
    set acknowledged_on = access.today(), told_on = coalesce(m.told_on, access.today()), acknowledged_post_id = held.post_id, revision = m.revision + 1, recorded_at = access.clock(), recorded_by = access.me()
    from (
      select a.post_id from portal.appointments a join portal.agency_memberships n on n.partnership_id = a.partnership_id and a.post_id in (n.representative_post_id, n.deputy_post_id)
      where n.id = the_membership and a.person_id = access.me() and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())
      order by a.post_id = n.representative_post_id desc limit 1) held
    where m.id = the_membership and m.status = 'named' and m.acknowledged_on is null
    returning held.post_id, m.revision
  $$;
alter function portal.acknowledge_own_agency(uuid) owner to safeguarding_definer;
revoke all on function portal.acknowledge_own_agency(uuid) from public;
grant execute on function portal.acknowledge_own_agency(uuid) to safeguarding_portal;
