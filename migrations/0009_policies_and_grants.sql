-- Owners, row-level security and grants. A table without a grant here is closed to every login role.
do $$
declare f record; begin
  for f in
    select p.oid::regprocedure as signature from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('access', 'portal', 'ledger', 'publication')
  loop
    execute format('alter function %s owner to safeguarding_definer', f.signature);
    execute format('revoke all on function %s from public', f.signature);
  end loop;
end $$;
--> statement-breakpoint
grant usage on schema access, portal, ledger, publication to safeguarding_definer;
grant select, insert, update, delete on all tables in schema access, portal, ledger, publication to safeguarding_definer;
grant usage on schema access, portal, ledger, publication to safeguarding_portal;
grant usage on schema publication, portal, access, ledger to safeguarding_public;
grant usage on schema access, portal to safeguarding_sign_in;
grant usage on schema access to safeguarding_worker;
grant execute on function access.clock(), access.today() to safeguarding_owner, safeguarding_portal, safeguarding_public, safeguarding_sign_in, safeguarding_worker;
grant execute on function access.me(), access.my_partnerships(), access.is_administrator(), access.bind(text), access.actor(),
  access.open_account(text, text), access.invite(uuid, text), access.set_suspended(uuid, boolean), access.list_accounts() to safeguarding_portal;
grant execute on function ledger.append(uuid, text, bytea), ledger.first_break(text), ledger.genesis(text),
  ledger.entry_hash(text, bigint, text, timestamptz, text, text, text) to safeguarding_portal;
grant execute on function ledger.holds(text, bigint, text) to safeguarding_public, safeguarding_portal;
--> statement-breakpoint
-- Every table with a partnership is closed by policy; members of the partnership, today, are let in.
do $$
declare t record; begin
  for t in
    select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('portal', 'ledger', 'publication')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id' and not a.attisdropped)
  loop
    execute format('alter table %s enable row level security', t.name);
    execute format('alter table %s force row level security', t.name);
    execute format('create policy member on %s to safeguarding_portal using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()))', t.name);
  end loop;
end $$;
--> statement-breakpoint
alter table portal.partnerships enable row level security;
alter table portal.partnerships force row level security;
create policy member on portal.partnerships for select to safeguarding_portal using (id in (select access.my_partnerships()));
create policy administrator on portal.partnerships to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
alter table portal.people enable row level security;
alter table portal.people force row level security;
create policy known on portal.people for select to safeguarding_portal using (
  id = (select access.me()) or (select access.is_administrator())
  or id in (select person_id from portal.appointments where partnership_id in (select access.my_partnerships())));
create policy sign_in on portal.people for select to safeguarding_sign_in using (true);
alter table portal.submissions enable row level security;
alter table portal.submissions force row level security;
create policy own on portal.submissions to safeguarding_portal using (person_id = (select access.me())) with check (person_id = (select access.me()));
--> statement-breakpoint
-- An administrator sets up who is where, and sees no content.
create policy administrator on portal.partnership_areas to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
create policy administrator on portal.guidance_adoptions to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
create policy administrator on portal.seats to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
create policy administrator on portal.posts to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
create policy administrator on portal.appointments to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
create policy administrator on portal.versions to safeguarding_portal using ((select access.is_administrator()) and published_at is not null) with check ((select access.is_administrator()));
create policy administrator on portal.takedowns to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
create policy administrator on publication.notices to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
create policy administrator on publication.publications to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()) and kind = 'directory');
create policy administrator on publication.bodies for update to safeguarding_portal using ((select access.is_administrator())) with check ((select access.is_administrator()));
--> statement-breakpoint
-- The public reads publications and nothing else; bytes taken down for safety are not there.
create policy anyone on publication.publications for select to safeguarding_public, safeguarding_portal using (true);
create policy anyone on publication.notices for select to safeguarding_public, safeguarding_portal using (true);
create policy anyone on publication.bodies for select to safeguarding_public using (
  not exists (select from publication.notices n where n.publication_id = bodies.publication_id and n.state in ('taken-down', 'erased')));
grant select on publication.publications, publication.notices, publication.bodies to safeguarding_public;
grant select on portal.guidance_editions, portal.guidance_items to safeguarding_public;
--> statement-breakpoint
grant select on portal.guidance_editions, portal.guidance_items, portal.organisations, portal.area_forces, portal.bank_holidays, portal.people to safeguarding_portal;
grant select, insert on portal.partnerships, portal.partnership_areas, portal.guidance_adoptions, portal.seats, portal.posts, portal.delegations,
  portal.payloads, portal.version_seats, portal.signatures, portal.declines to safeguarding_portal;
grant select, insert on portal.appointments, portal.documents, portal.sections, portal.versions, portal.takedowns, portal.detector_overrides, portal.submissions to safeguarding_portal;
grant update (ends_on, ended_at, ended_by, end_reason) on portal.appointments to safeguarding_portal;
grant update (title, in_force_from, next_review_on, change_note, revision, saved_at) on portal.documents to safeguarding_portal;
grant update (position, title, body, items, revision, saved_at, saved_by, removed_at) on portal.sections to safeguarding_portal;
grant select, insert, update, delete on portal.declared_gaps to safeguarding_portal;
grant update (status, approved_at, approved_seq, published_at, published_by, published_seq, closed_at, withdrawn_reason, taken_down_at) on portal.versions to safeguarding_portal;
grant update (body, erased_at) on portal.payloads, publication.bodies to safeguarding_portal;
grant update (erasure_proposed_at, erasure_proposed_by, erased_at, erased_by) on portal.takedowns to safeguarding_portal;
grant update (confirmed_at, confirmed_by) on portal.detector_overrides to safeguarding_portal;
grant update (outcome) on portal.submissions to safeguarding_portal;
grant select on ledger.entries, ledger.payloads, portal.section_revisions to safeguarding_portal;
grant select, insert on publication.publications, publication.bodies, publication.notices to safeguarding_portal;
--> statement-breakpoint
grant select, insert, update, delete on access.accounts, access.sessions, access.sign_in_steps, access.invitations, access.attempts to safeguarding_sign_in;
grant select on access.installation to safeguarding_sign_in;
grant select on portal.people to safeguarding_sign_in;
