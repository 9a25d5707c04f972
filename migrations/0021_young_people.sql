set local role safeguarding_owner;
--> statement-breakpoint
-- For whom a section is written. One of a document may be its page for children and young people: it stands apart, comes
-- last and answers nothing that the guidance asks for. It is said once, when the section is added, so its revisions need
-- not keep it. A page that was removed keeps its place: it is put back, never begun a second time.
alter table portal.sections
  add column audience text not null default 'everyone' constraint sections_audience check (audience in ('everyone', 'young-people')),
  add constraint sections_young_people_cover_nothing check (audience = 'everyone' or items = '{}');
create unique index sections_one_for_young_people on portal.sections (document_id) where audience = 'young-people';
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Puts a published version into the index, from the bytes that were signed. The page for young people is found at its own anchor.
create or replace function publication.index_version(the_publication uuid) returns void
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
        select (s->>'number')::integer, case when s->>'audience' = 'young-people' then 'young-people' else 'section-' || (s->>'number') end, s->>'title', publication.plain_words(s->>'markdown')
        from jsonb_array_elements(content->'sections') s
        union all
        select 1001, 'coverage', 'What the guidance asks for, and where it is', string_agg((c->>'title') || ': ' || (c->>'notCovered'), ' ')
        from jsonb_array_elements(content->'coverage') c where c->>'notCovered' is not null having count(*) > 0
      ) part (section, anchor, title, body);
  end $$;
