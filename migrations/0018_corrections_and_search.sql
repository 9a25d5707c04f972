-- Corrections of what stands around a published text, and the index that the public searches. Neither touches signed bytes.
set local role safeguarding_owner;
--> statement-breakpoint
-- A correction of a note that is shown beside a published version, never of the version itself. It is dated, says by which
-- office and why, and is public. Corrections are added, never changed; their words are hidden and erased with the version's.
create table publication.corrections (
  publication_id uuid not null,
  partnership_id uuid not null,
  field text not null check (field in ('change-note', 'withdrawal-reason')),
  number integer not null check (number > 0),
  -- What it read until then, as shown; empty when there was nothing.
  before text check (length(before) <= 1000),
  after text check (length(after) between 1 and 1000),
  reason text check (length(reason) between 5 and 1000),
  -- Makes the fingerprint in the ledger useless for guessing the words once they are erased.
  salt portal.sha256,
  office text not null check (length(office) between 1 and 400),
  corrected_at timestamptz not null default access.clock(),
  erased_at timestamptz,
  constraint corrections_in_order primary key (publication_id, field, number),
  foreign key (publication_id, partnership_id) references publication.publications (id, partnership_id),
  check (num_nulls(before, after, reason, salt) = case when erased_at is null then 0 else 4 end),
  check (before <> after)
);
--> statement-breakpoint
-- One row for each section of each version that the public can read, and one (section 0) for its title and change note.
-- Written by the database when a version is published; gone when it is taken down.
create table publication.search_sections (
  publication_id uuid not null,
  partnership_id uuid not null,
  slug text not null,
  partnership text not null,
  kind text not null,
  number integer not null,
  section integer not null,
  -- The fragment of its heading on the page; empty for the page itself.
  anchor text not null,
  document text not null,
  title text not null,
  body text not null,
  published_at timestamptz not null,
  -- Neither superseded nor withdrawn.
  current boolean not null,
  title_words tsvector not null generated always as (to_tsvector('pg_catalog.english', title)) stored,
  words tsvector not null generated always as (
    setweight(to_tsvector('pg_catalog.english', title), 'A') || setweight(to_tsvector('pg_catalog.english', case when section = 0 then partnership else '' end), 'B')
    || to_tsvector('pg_catalog.english', body)) stored,
  primary key (publication_id, section),
  foreign key (publication_id, partnership_id) references publication.publications (id, partnership_id)
);
create index search_sections_words on publication.search_sections using gin (words) with (fastupdate = off);
create index search_sections_current_words on publication.search_sections using gin (words) with (fastupdate = off) where current;
create index search_sections_documents on publication.search_sections (slug, kind) where section = 0;
--> statement-breakpoint
alter table publication.corrections enable row level security;
alter table publication.corrections force row level security;
create policy member on publication.corrections to safeguarding_portal using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()));
create policy anyone on publication.corrections for select to safeguarding_public using (
  not exists (select from publication.notices n where n.publication_id = corrections.publication_id and n.state in ('taken-down', 'erased')));
alter table publication.search_sections enable row level security;
alter table publication.search_sections force row level security;
create policy anyone on publication.search_sections for select to safeguarding_public using (true);
grant select, insert on publication.corrections to safeguarding_portal;
grant select on publication.corrections, publication.search_sections to safeguarding_public;
grant select, insert, update, delete on publication.corrections, publication.search_sections to safeguarding_definer;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create function publication.guard_correction() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if tg_op = 'INSERT' then
      if exists (select from publication.notices n where n.publication_id = new.publication_id and n.state in ('taken-down', 'erased')) then
        raise exception 'the version is taken down' using errcode = 'check_violation', constraint = 'corrections_of_what_stands';
      end if;
      if new.erased_at is not null or new.number <> 1 + (
          select count(*) from publication.corrections c where c.publication_id = new.publication_id and c.field = new.field) then
        raise exception 'another correction came first' using errcode = 'check_violation', constraint = 'corrections_in_order';
      end if;
      return new;
    end if;
    if tg_op = 'UPDATE' and new.erased_at is not null
       and (to_jsonb(new) - '{before,after,reason,salt,erased_at}'::text[]) = (to_jsonb(old) - '{before,after,reason,salt,erased_at}'::text[])
       and exists (select from portal.takedowns t join publication.publications p on p.version_id = t.version_id
         where p.id = old.publication_id and t.erased_at is not null) then
      return new;
    end if;
    raise exception 'corrections are kept' using errcode = 'restrict_violation', constraint = 'corrections_immutable';
  end $$;
--> statement-breakpoint
create function publication.erase_corrections() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    update publication.corrections c set before = null, after = null, reason = null, salt = null, erased_at = new.erased_at
      from publication.publications p
      where p.version_id = new.version_id and c.publication_id = p.id and c.erased_at is null;
    return null;
  end $$;
--> statement-breakpoint
-- The words of our Markdown without its marks, on one line: what a search finds and shows.
create function publication.plain_words(markdown text) returns text
  language sql immutable set search_path = pg_catalog
  as $$
    select btrim(regexp_replace(
      regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        markdown,
        '(?<!\\)\[([^\]]*)\]\([^)]*\)', '\1', 'g'),
        '^ *\|?[ :|-]*-{3,}[ :|-]*$', ' ', 'gn'),
        '^ *(#{1,6}|>|[-*+]|[0-9]+[.)]) +', '', 'gn'),
        '(?<!\\)(\*+|`+|\||(?<![[:alnum:]])_+|_+(?![[:alnum:]]))', ' ', 'g'),
        '\\([[:punct:]])', '\1', 'g'),
      '\s+', ' ', 'g'))
  $$;
--> statement-breakpoint
-- Puts a published version into the index, from the bytes that were signed.
create function publication.index_version(the_publication uuid) returns void
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare pub publication.publications; content jsonb; begin
    select * into pub from publication.publications where id = the_publication;
    select convert_from(b.body, 'UTF8')::jsonb into content from publication.bodies b where b.publication_id = the_publication and b.format = 'content';
    if content is null or pub.kind = 'directory' or exists (select from publication.notices n where n.publication_id = the_publication and n.state in ('taken-down', 'erased')) then
      return;
    end if;
    insert into publication.search_sections (publication_id, partnership_id, slug, partnership, kind, number, section, anchor, document, title, body, published_at, current)
      select pub.id, pub.partnership_id, pub.slug, content->'partnership'->>'name', pub.kind, pub.number, part.section, part.anchor, content->>'title', part.title, part.body, pub.published_at,
        not exists (select from publication.notices n where n.publication_id = the_publication)
      from (
        select 0, '', content->>'title', coalesce(
          (select c.after from publication.corrections c where c.publication_id = the_publication and c.field = 'change-note' order by c.number desc limit 1), content->>'changeNote', '')
        union all
        select (s->>'number')::integer, 'section-' || (s->>'number'), s->>'title', publication.plain_words(s->>'markdown') from jsonb_array_elements(content->'sections') s
        union all
        select 1001, 'coverage', 'What the guidance asks for, and where it is', string_agg((c->>'title') || ': ' || (c->>'notCovered'), ' ')
        from jsonb_array_elements(content->'coverage') c where c->>'notCovered' is not null having count(*) > 0
        union all
        select 1002, 'young-people', 'For young people', publication.plain_words(content->>'youngPeople') where coalesce(content->>'youngPeople', '') <> ''
      ) part (section, anchor, title, body);
  end $$;
--> statement-breakpoint
create function publication.index_body() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    perform publication.index_version(new.publication_id);
    return null;
  end $$;
--> statement-breakpoint
create function publication.index_notice() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.state in ('taken-down', 'erased') then
      delete from publication.search_sections where publication_id = new.publication_id;
    else
      update publication.search_sections set current = false where publication_id = new.publication_id;
    end if;
    return null;
  end $$;
--> statement-breakpoint
create function publication.index_correction() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    update publication.search_sections set body = new.after where publication_id = new.publication_id and section = 0;
    return null;
  end $$;
--> statement-breakpoint
do $$
declare f text; begin
  foreach f in array array['guard_correction()', 'erase_corrections()', 'plain_words(text)', 'index_version(uuid)', 'index_body()', 'index_notice()', 'index_correction()'] loop
    execute format('alter function publication.%s owner to safeguarding_definer', f);
    execute format('revoke all on function publication.%s from public', f);
  end loop;
end $$;
create trigger corrections_guard before insert or update or delete on publication.corrections for each row execute function publication.guard_correction();
create trigger corrections_no_truncate before truncate on publication.corrections for each statement execute function portal.refuse_change();
create trigger corrections_index after insert on publication.corrections for each row when (new.field = 'change-note') execute function publication.index_correction();
create trigger takedowns_erase_corrections after update on portal.takedowns for each row when (old.erased_at is null and new.erased_at is not null) execute function publication.erase_corrections();
create trigger bodies_index after insert on publication.bodies for each row when (new.format = 'content') execute function publication.index_body();
create trigger notices_index after insert on publication.notices for each row execute function publication.index_notice();
alter table publication.corrections enable always trigger corrections_guard;
alter table publication.corrections enable always trigger corrections_no_truncate;
alter table publication.corrections enable always trigger corrections_index;
alter table portal.takedowns enable always trigger takedowns_erase_corrections;
alter table publication.bodies enable always trigger bodies_index;
alter table publication.notices enable always trigger notices_index;
--> statement-breakpoint
-- What was published before there was an index.
select publication.index_version(p.id) from publication.publications p where p.kind <> 'directory';
