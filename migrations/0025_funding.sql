-- Funding: what comes in and what it is spent on, by financial year; the shared annual budget as a signed document.
set local role safeguarding_owner;
--> statement-breakpoint
-- 1 April to 31 March: "2025-26".
create domain portal.financial_year as text
  check (value ~ '^20[0-9]{2}-[0-9]{2}$' and substr(value, 6)::int = (substr(value, 1, 4)::int + 1) % 100);
-- An amount in pence, up to a billion pounds.
create domain portal.pence as bigint check (value between -100000000000 and 100000000000);
-- A part of a whole in hundredths of a percent.
create domain portal.share as integer check (value between 0 and 10000);
--> statement-breakpoint
-- A budget is a document of its own for each year, and its kind names the year (docs/decisions/0016).
alter table portal.documents drop constraint documents_kind_check;
alter table portal.documents add constraint documents_kind_check
  check (kind in ('arrangements', 'threshold-document', 'assessment-protocol') or kind ~ '^budget-20[0-9]{2}-[0-9]{2}$');
alter table publication.publications drop constraint publications_kind_check, drop constraint publications_check, drop constraint publications_check1,
  drop constraint publications_check2, drop constraint publications_check3;
alter table publication.publications
  -- The signed budget whose figures a funding publication repeats: it is taken down and erased with that version.
  add column source_version_id uuid,
  add constraint publications_source foreign key (source_version_id, partnership_id) references portal.versions (id, partnership_id),
  add constraint publications_source_of_funding check (source_version_id is null or kind = 'funding'),
  add constraint publications_kind_check check (kind in ('directory', 'archive', 'funding', 'arrangements', 'threshold-document', 'assessment-protocol') or kind ~ '^budget-20[0-9]{2}-[0-9]{2}$'),
  add constraint publications_check check ((kind in ('directory', 'archive', 'funding')) = (version_id is null)),
  add constraint publications_hashes check (num_nulls(version_id, content_sha256, html_sha256, pdf_sha256) in (0, 4));
create index publications_funding on publication.publications (slug, (facts->>'year'), number desc) where kind = 'funding';
create index publications_source_version on publication.publications (source_version_id) where source_version_id is not null;
--> statement-breakpoint
-- One partnership's financial year: what is said of it beside its lines.
create table portal.funding_years (
  partnership_id uuid not null references portal.partnerships,
  year portal.financial_year not null,
  -- What the lines of cash must sum to: the total the partners agreed.
  agreed_pence portal.pence check (agreed_pence >= 0),
  brought_forward_pence portal.pence,
  brought_forward_children_share portal.share not null default 10000,
  shares_statement text not null default '' check (length(shares_statement) <= 5000),
  not_included text not null default '' check (length(not_included) <= 5000),
  -- From this change on, a change in the year needs a new signed version. Null is not yet decided.
  material_pence portal.pence check (material_pence >= 0),
  population integer check (population between 1 and 20000000),
  population_source text check (length(population_source) between 3 and 200),
  -- Of a year before the portal was used: where its figures were published first.
  earlier_source text check (length(earlier_source) between 3 and 300),
  -- The day the outturn was last published, and why it was published again.
  outturn_on date,
  outturn_note text check (length(outturn_note) between 5 and 500),
  revision integer not null default 1,
  opened_at timestamptz not null default access.clock(),
  opened_by uuid references portal.people,
  saved_at timestamptz not null default access.clock(),
  primary key (partnership_id, year),
  check ((population is null) = (population_source is null))
);
--> statement-breakpoint
-- One payer's amount for several partnerships, entered once by a host and divided among them.
create table portal.shared_contributions (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  year portal.financial_year not null,
  -- On whose behalf, and who pays when that is somebody else.
  contributor text not null check (length(contributor) between 2 and 160),
  sector text not null,
  payer text check (length(payer) between 2 and 160),
  pence portal.pence not null check (pence > 0),
  -- Flat gives every partnership the same; weighted goes by the parts' weights.
  method text not null check (method in ('flat', 'weighted')),
  children_share portal.share not null default 10000,
  purpose text not null default '' check (length(purpose) <= 300),
  revision integer not null default 1,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  withdrawn_at timestamptz,
  unique (id, partnership_id)
);
-- Each partnership's part. It is proposed until that partnership accepts it; the parts sum to the whole.
create table portal.shared_parts (
  shared_id uuid not null,
  host_id uuid not null,
  -- Whose part it is.
  partnership_id uuid not null references portal.partnerships,
  weight bigint not null check (weight >= 0),
  pence portal.pence not null check (pence >= 0),
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined')),
  reason text check (length(reason) between 5 and 300),
  answered_at timestamptz,
  answered_by uuid references portal.people,
  primary key (shared_id, partnership_id),
  foreign key (shared_id, host_id) references portal.shared_contributions (id, partnership_id),
  check ((state = 'proposed') = (answered_at is null)),
  check ((state = 'declined') = (reason is not null))
);
create index shared_parts_partnership on portal.shared_parts (partnership_id);
--> statement-breakpoint
alter table portal.posts add constraint posts_id_partnership_key unique (id, partnership_id);
-- A line of what comes in: one contributor's money, or help in kind, for a year.
create table portal.contributions (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  year portal.financial_year not null,
  -- A statutory partner's seat, or the post of the contributor's own people, who may then edit the line.
  seat_id uuid,
  post_id uuid,
  contributor text not null check (length(contributor) between 2 and 160),
  sector text not null,
  payer text check (length(payer) between 2 and 160),
  form text not null check (form in ('cash', 'in-kind')),
  -- What was agreed; of help in kind its value, null when it is expressly not valued.
  pence portal.pence check (pence >= 0),
  invoiced_pence portal.pence check (invoiced_pence >= 0),
  received_pence portal.pence,
  children_share portal.share not null default 10000,
  purpose text not null default '' check (length(purpose) <= 300),
  ring_fenced boolean not null default false,
  note text check (length(note) between 1 and 1000),
  -- Why what was received differs from what was agreed.
  difference_note text check (length(difference_note) between 1 and 1000),
  -- The part of one payer's amount for several partnerships that this line is.
  shared_id uuid,
  revision integer not null default 1,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  removed_at timestamptz,
  unique (id, partnership_id),
  foreign key (partnership_id, year) references portal.funding_years (partnership_id, year),
  foreign key (seat_id, partnership_id) references portal.seats (id, partnership_id),
  foreign key (post_id, partnership_id) references portal.posts (id, partnership_id),
  foreign key (shared_id, partnership_id) references portal.shared_parts (shared_id, partnership_id),
  constraint contributions_cash_only check (form = 'cash' or (invoiced_pence is null and received_pence is null and not ring_fenced))
);
create index contributions_year on portal.contributions (partnership_id, year);
create unique index contributions_shared on portal.contributions (shared_id, partnership_id) where shared_id is not null and removed_at is null;
--> statement-breakpoint
-- A line of what the money is spent on in a year.
create table portal.spending (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  year portal.financial_year not null,
  category text not null,
  description text not null check (length(description) between 2 and 160),
  pence portal.pence check (pence >= 0),
  -- May be negative: something was paid back.
  actual_pence portal.pence,
  children_share portal.share not null default 10000,
  note text check (length(note) between 1 and 1000),
  difference_note text check (length(difference_note) between 1 and 1000),
  revision integer not null default 1,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid references portal.people,
  removed_at timestamptz,
  unique (id, partnership_id),
  foreign key (partnership_id, year) references portal.funding_years (partnership_id, year)
);
create index spending_year on portal.spending (partnership_id, year);
--> statement-breakpoint
-- A change of one line after its budget was signed and published: dated, with its reason, never changed itself.
create table portal.funding_variations (
  id uuid primary key default gen_random_uuid(),
  -- Its place in the ledger: which of a freeze and a change came first is asked there.
  ledger_seq bigint not null,
  partnership_id uuid not null,
  year portal.financial_year not null,
  -- The signed budget that it varies.
  version_id uuid not null,
  contribution_id uuid,
  spending_id uuid,
  before_pence portal.pence not null,
  after_pence portal.pence not null,
  -- The day from which it holds.
  varied_on date not null,
  reason text not null check (length(reason) between 5 and 500),
  -- It counts only once a later version that holds it is signed and published.
  needs_signature boolean not null,
  office text not null,
  recorded_at timestamptz not null default access.clock(),
  recorded_by uuid not null references portal.people,
  unique (id, partnership_id),
  foreign key (partnership_id, year) references portal.funding_years (partnership_id, year),
  foreign key (version_id, partnership_id) references portal.versions (id, partnership_id),
  foreign key (contribution_id, partnership_id) references portal.contributions (id, partnership_id),
  foreign key (spending_id, partnership_id) references portal.spending (id, partnership_id),
  constraint funding_variations_one_line check (num_nulls(contribution_id, spending_id) = 1),
  constraint funding_variations_change check (before_pence <> after_pence)
);
create index funding_variations_year on portal.funding_variations (partnership_id, year, ledger_seq);
--> statement-breakpoint
-- A file of lines as it was read, what it would do, and, once done, what was there before, so that it can be undone.
create table portal.funding_imports (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  year portal.financial_year not null,
  list text not null check (list in ('contributions', 'spending')),
  file_name text not null,
  file_sha256 portal.sha256 not null,
  -- Whether lines that are not in the file are removed.
  removes_missing boolean not null,
  -- The file's rows as read; emptied when it is undone or set aside.
  rows jsonb not null,
  uploaded_at timestamptz not null default access.clock(),
  uploaded_by uuid not null references portal.people,
  applied_at timestamptz,
  applied_by uuid references portal.people,
  -- The lines as they were before and the revision each has since.
  undo jsonb,
  undone_at timestamptz,
  undone_by uuid references portal.people,
  unique (id, partnership_id),
  foreign key (partnership_id, year) references portal.funding_years (partnership_id, year),
  check ((applied_at is null) = (applied_by is null)),
  check ((undone_at is null) = (undone_by is null)),
  check (undone_at is null or applied_at is not null)
);
create index funding_imports_year on portal.funding_imports (partnership_id, year, uploaded_at);
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- A variation is of a budget that is published, of a line of the same year, and in one's own name.
create function portal.guard_variation() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if not exists (select from portal.versions v where v.id = new.version_id and v.partnership_id = new.partnership_id and v.status = 'published' and v.kind = 'budget-' || new.year)
      or not exists (
        select from portal.contributions c where c.id = new.contribution_id and c.partnership_id = new.partnership_id and c.year = new.year
        union all
        select from portal.spending s where s.id = new.spending_id and s.partnership_id = new.partnership_id and s.year = new.year) then
      raise exception 'not a line of a published budget' using errcode = 'check_violation', constraint = 'funding_variations_of_published_budget';
    end if;
    if session_user = 'safeguarding_portal' and new.recorded_by is distinct from access.me() then
      raise exception 'in one''s own name' using errcode = 'check_violation', constraint = 'funding_variations_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
-- The parts of one payer's amount sum to the whole, to the penny, whenever a transaction ends.
create function portal.guard_shared_parts() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    changed jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    the_shared uuid := (case tg_table_name when 'shared_parts' then changed->>'shared_id' else changed->>'id' end)::uuid;
  begin
    if exists (select from portal.shared_contributions s where s.id = the_shared and s.withdrawn_at is null
        and s.pence <> (select coalesce(sum(p.pence), 0) from portal.shared_parts p where p.shared_id = s.id)) then
      raise exception 'the parts do not sum to the whole' using errcode = 'check_violation', constraint = 'shared_parts_sum';
    end if;
    return null;
  end $$;
--> statement-breakpoint
-- The host decides what parts there are and what each is; whose part it is decides whether to take it. What is taken stands.
create function portal.guard_shared_part() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op <> 'UPDATE' then
      if session_user = 'safeguarding_portal' and (case tg_op when 'INSERT' then new.host_id else old.host_id end) not in (select access.my_partnerships()) then
        raise exception 'not yours to change' using errcode = 'check_violation', constraint = 'shared_parts_own';
      end if;
      return case tg_op when 'INSERT' then new else old end;
    end if;
    if old.state = 'accepted' and (new.weight, new.pence, new.host_id, new.state) is distinct from (old.weight, old.pence, old.host_id, old.state) then
      raise exception 'what is accepted stands' using errcode = 'check_violation', constraint = 'shared_parts_accepted';
    end if;
    if session_user = 'safeguarding_portal' and (
        ((new.weight, new.pence, new.host_id) is distinct from (old.weight, old.pence, old.host_id) and old.host_id not in (select access.my_partnerships()))
        or ((new.state, new.reason) is distinct from (old.state, old.reason) and new.state <> 'proposed' and old.partnership_id not in (select access.my_partnerships()))) then
      raise exception 'not yours to change' using errcode = 'check_violation', constraint = 'shared_parts_own';
    end if;
    if session_user = 'safeguarding_portal' and new.answered_by is distinct from old.answered_by and new.answered_by is not null and new.answered_by <> access.me() then
      raise exception 'in one''s own name' using errcode = 'check_violation', constraint = 'shared_parts_own_name';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create or replace function publication.guard_publication() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.kind not in ('directory', 'archive', 'funding') and not exists (
      select from portal.versions v where v.id = new.version_id and v.partnership_id = new.partnership_id and v.kind = new.kind and v.number = new.number
        and v.status = 'published' and v.content_sha256 = new.content_sha256 and v.html_sha256 = new.html_sha256 and v.pdf_sha256 = new.pdf_sha256
        and v.file_sha256 is not distinct from new.file_sha256) then
      raise exception 'not a published version' using errcode = 'check_violation', constraint = 'publications_of_published_versions';
    end if;
    if new.source_version_id is not null and not exists (
      select from portal.versions v where v.id = new.source_version_id and v.status = 'published' and v.taken_down_at is null and v.kind = 'budget-' || (new.facts->>'year')) then
      raise exception 'not of a budget that stands' using errcode = 'check_violation', constraint = 'publications_of_published_budgets';
    end if;
    return new;
  end $$;
--> statement-breakpoint
create or replace function portal.erase_taken_down() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    update portal.payloads p set body = null, erased_at = new.erased_at
      from portal.versions v
      where v.id = new.version_id and p.partnership_id = v.partnership_id and p.body is not null
        and (p.sha256 in (v.content_sha256, v.html_sha256, v.pdf_sha256)
          or (p.sha256 = v.file_sha256 and not exists (
            select from portal.versions o where o.partnership_id = v.partnership_id and o.file_sha256 = v.file_sha256 and o.id <> v.id
              and not exists (select from portal.takedowns t where t.version_id = o.id and t.erased_at is not null))));
    update publication.bodies b set body = null, erased_at = new.erased_at
      from publication.publications pu
      where new.version_id in (pu.version_id, pu.source_version_id) and b.publication_id = pu.id and b.format in ('content', 'html', 'pdf', 'outline', 'file') and b.body is not null;
    return null;
  end $$;
--> statement-breakpoint
create or replace function publication.guard_body() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if exists (select from publication.publications p where p.id = new.publication_id and (
          (new.format = 'content' and p.content_sha256 is distinct from new.sha256) or (new.format = 'html' and p.html_sha256 is distinct from new.sha256)
          or (new.format = 'pdf' and p.pdf_sha256 is distinct from new.sha256) or (new.format = 'file' and p.file_sha256 is distinct from new.sha256))) then
        raise exception 'not the published bytes' using errcode = 'check_violation', constraint = 'bodies_are_the_published_bytes';
      end if;
      return new;
    end if;
    if tg_op = 'UPDATE' and new.body is null and (to_jsonb(new) - '{body,erased_at}'::text[]) = (to_jsonb(old) - '{body,erased_at}'::text[]) and (exists (
        select from portal.takedowns t join publication.publications p on t.version_id in (p.version_id, p.source_version_id)
        where p.id = old.publication_id and t.erased_at is not null) or exists (
        select from portal.archive_removals r join publication.publications p on p.partnership_id = r.partnership_id and p.kind = 'archive' and p.facts->>'entryId' = r.entry_id::text
        where p.id = old.publication_id and r.erased_at is not null)) then
      return new;
    end if;
    raise exception 'publications are immutable' using errcode = 'restrict_violation', constraint = 'publications_immutable';
  end $$;
--> statement-breakpoint
-- What is taken down takes with it every snapshot of its figures.
create function publication.take_down_funding() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    insert into publication.notices (publication_id, partnership_id, state, at, reason)
      select p.id, p.partnership_id, 'taken-down', new.taken_down_at, new.reason from publication.publications p where p.source_version_id = new.version_id
      on conflict do nothing;
    return null;
  end $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['portal.guard_variation()', 'portal.guard_shared_parts()', 'portal.guard_shared_part()', 'publication.take_down_funding()'] loop
    execute format('alter function %s owner to safeguarding_definer', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
create trigger funding_variations_guard before insert on portal.funding_variations for each row execute function portal.guard_variation();
create trigger funding_variations_no_change before update or delete on portal.funding_variations for each row execute function portal.refuse_change();
create trigger funding_variations_no_truncate before truncate on portal.funding_variations for each statement execute function portal.refuse_change();
create constraint trigger shared_parts_sum after insert or update or delete on portal.shared_parts deferrable initially deferred for each row execute function portal.guard_shared_parts();
create constraint trigger shared_contributions_sum after insert or update on portal.shared_contributions deferrable initially deferred for each row execute function portal.guard_shared_parts();
create trigger shared_parts_guard before insert or update or delete on portal.shared_parts for each row execute function portal.guard_shared_part();
create trigger takedowns_take_down_funding after insert on portal.takedowns for each row execute function publication.take_down_funding();
alter table portal.funding_variations enable always trigger funding_variations_guard;
alter table portal.funding_variations enable always trigger funding_variations_no_change;
alter table portal.funding_variations enable always trigger funding_variations_no_truncate;
alter table portal.shared_parts enable always trigger shared_parts_sum;
alter table portal.shared_parts enable always trigger shared_parts_guard;
alter table portal.shared_contributions enable always trigger shared_contributions_sum;
alter table portal.takedowns enable always trigger takedowns_take_down_funding;
--> statement-breakpoint
do $$
declare t text; begin
  foreach t in array array['funding_years', 'contributions', 'spending', 'funding_variations', 'funding_imports', 'shared_contributions', 'shared_parts'] loop
    execute format('alter table portal.%I enable row level security', t);
    execute format('alter table portal.%I force row level security', t);
    execute format('create policy member on portal.%I to safeguarding_portal using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()))', t);
    execute format('grant select, insert, update, delete on portal.%I to safeguarding_definer', t);
    execute format('grant select, insert on portal.%I to safeguarding_portal', t);
  end loop;
end $$;
-- A budget whose publication was set for a time is published by a job, which then publishes the year's figures.
do $$
declare t text; begin
  foreach t in array array['funding_years', 'contributions', 'spending', 'funding_variations'] loop
    execute format('create policy job on portal.%I for select to safeguarding_worker using (partnership_id = (select access.job_partnership()))', t);
    execute format('grant select on portal.%I to safeguarding_worker', t);
  end loop;
end $$;
-- It puts back what was signed and removed since.
do $$
declare t text; begin
  foreach t in array array['contributions', 'spending'] loop
    execute format('create policy job_puts_back on portal.%I for update to safeguarding_worker using (partnership_id = (select access.job_partnership())) with check (partnership_id = (select access.job_partnership()) and removed_at is null)', t);
    execute format('grant update (removed_at, revision) on portal.%I to safeguarding_worker', t);
  end loop;
end $$;
create policy job on portal.partnerships for select to safeguarding_worker using (id = (select access.job_partnership()));
grant select on portal.partnerships to safeguarding_worker;
-- A part is seen and written by its host too; whoever has a part sees the whole it is part of.
create policy host on portal.shared_parts to safeguarding_portal using (host_id in (select access.my_partnerships())) with check (host_id in (select access.my_partnerships()));
create policy sharer on portal.shared_contributions for select to safeguarding_portal using (
  exists (select from portal.shared_parts p where p.shared_id = shared_contributions.id and p.partnership_id in (select access.my_partnerships())));
grant update (agreed_pence, brought_forward_pence, brought_forward_children_share, shares_statement, not_included, material_pence, population, population_source, earlier_source, outturn_on, outturn_note, revision, saved_at) on portal.funding_years to safeguarding_portal;
grant update (seat_id, post_id, contributor, sector, payer, form, pence, invoiced_pence, received_pence, children_share, purpose, ring_fenced, note, difference_note, revision, recorded_at, recorded_by, removed_at) on portal.contributions to safeguarding_portal;
grant update (category, description, pence, actual_pence, children_share, note, difference_note, revision, recorded_at, recorded_by, removed_at) on portal.spending to safeguarding_portal;
grant update (applied_at, applied_by, undo, undone_at, undone_by, rows) on portal.funding_imports to safeguarding_portal;
grant update (contributor, sector, payer, pence, method, children_share, purpose, revision, withdrawn_at) on portal.shared_contributions to safeguarding_portal;
grant update (weight, pence, state, reason, answered_at, answered_by) on portal.shared_parts to safeguarding_portal;
grant delete on portal.shared_parts to safeguarding_portal;
