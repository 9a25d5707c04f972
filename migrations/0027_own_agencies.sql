-- Whose agency it is: what representatives may see of a partnership that they work with, and what those who run it may.
-- The memberships of the agencies that the signed-in person speaks for today, as representative or as deputy.
create function portal.my_agency_memberships() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select m.id from portal.agency_memberships m
      join portal.appointments a on a.partnership_id = m.partnership_id and a.post_id in (m.representative_post_id, m.deputy_post_id)
    where a.person_id = access.me() and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())
  $$;
alter function portal.my_agency_memberships() owner to safeguarding_definer;
revoke all on function portal.my_agency_memberships() from public;
grant execute on function portal.my_agency_memberships() to safeguarding_portal, safeguarding_definer;
--> statement-breakpoint
-- The partnerships in which the signed-in person holds an office of the partnership itself today, and does not only
-- represent an agency or education.
create function access.my_partnerships_in_office() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct a.partnership_id from portal.appointments a
    where a.person_id = access.me() and a.role not in ('agency-contact', 'education-representative') and a.starts_on <= access.today() and (a.ends_on is null or a.ends_on > access.today())
  $$;
alter function access.my_partnerships_in_office() owner to safeguarding_definer;
revoke all on function access.my_partnerships_in_office() from public;
grant execute on function access.my_partnerships_in_office() to safeguarding_portal, safeguarding_definer;
--> statement-breakpoint
-- A register is for those in office; a representative sees their own agency in it.
drop policy member on portal.agency_memberships;
create policy in_office on portal.agency_memberships to safeguarding_portal
  using (partnership_id in (select access.my_partnerships_in_office())) with check (partnership_id in (select access.my_partnerships_in_office()));
create policy own on portal.agency_memberships for select to safeguarding_portal using (id in (select portal.my_agency_memberships()));
drop policy member on portal.agencies;
drop policy keeper_adds on portal.agencies;
drop policy keeper_changes on portal.agencies;
-- Seen by whoever keeps it and by whoever has it in the register that they see; changed by whoever keeps it.
create policy in_register on portal.agencies for select to safeguarding_portal
  using (kept_by in (select access.my_partnerships_in_office()) or exists (select from portal.agency_memberships m where m.agency_id = agencies.id));
create policy keeper_adds on portal.agencies for insert to safeguarding_portal with check (kept_by in (select access.my_partnerships_in_office()));
create policy keeper_changes on portal.agencies for update to safeguarding_portal using (kept_by in (select access.my_partnerships_in_office())) with check (kept_by in (select access.my_partnerships_in_office()));
