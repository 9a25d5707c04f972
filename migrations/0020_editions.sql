set local role safeguarding_owner;
--> statement-breakpoint
-- A Word file as it was read, looked through by a person before it becomes a draft. The file itself is not kept.
create table portal.word_imports (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  kind text not null,
  file_name text not null check (length(file_name) between 1 and 200),
  file_sha256 portal.sha256 not null,
  -- Sections and losses; gone once it was taken in or set aside.
  reading jsonb,
  read_at timestamptz not null default access.clock(),
  read_by uuid not null references portal.people,
  closed_at timestamptz,
  unique (id, partnership_id),
  constraint word_imports_open_or_closed check ((reading is null) = (closed_at is not null))
);
create index word_imports_partnership on portal.word_imports (partnership_id, kind, read_at);
--> statement-breakpoint
reset role;
--> statement-breakpoint
alter table portal.word_imports enable row level security;
alter table portal.word_imports force row level security;
create policy member on portal.word_imports to safeguarding_portal
  using (partnership_id in (select access.my_partnerships())) with check (partnership_id in (select access.my_partnerships()));
grant select, insert, update, delete on portal.word_imports to safeguarding_definer;
grant select, insert on portal.word_imports to safeguarding_portal;
grant update (reading, closed_at) on portal.word_imports to safeguarding_portal;
--> statement-breakpoint
set local role safeguarding_owner;
--> statement-breakpoint
-- When an administrator loaded the edition; null for one that came with the portal, which the next start may renew.
alter table portal.guidance_editions add column loaded_at timestamptz;
--> statement-breakpoint
reset role;
--> statement-breakpoint
-- Loads an edition from its file, or a corrected file of the same edition. One that a partnership works under may be
-- reworded but never loses an item: a section may answer it.
create function portal.load_edition(edition jsonb, file_sha256 text) returns integer
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare the_id text := edition->>'edition'; kept text[]; begin
    if not access.is_administrator() then
      raise exception 'not an administrator' using errcode = 'insufficient_privilege';
    end if;
    select array_agg(i.document || ' ' || i.id) into kept from portal.guidance_items i where i.edition_id = the_id;
    if exists (select from portal.guidance_adoptions a where a.edition_id = the_id)
       and not coalesce(kept, '{}') <@ (select array_agg((i->>'document') || ' ' || (i->>'id')) from jsonb_array_elements(edition->'items') i) then
      raise exception 'an edition in use keeps its items' using errcode = 'check_violation', constraint = 'guidance_editions_in_use';
    end if;
    insert into portal.guidance_editions (id, title, published, replaces, note, file_sha256, dates, loaded_at)
      values (the_id, edition->>'title', edition->>'published', edition->>'replaces', edition->>'note', load_edition.file_sha256, edition->'dates', access.clock())
      on conflict (id) do update set title = excluded.title, published = excluded.published, replaces = excluded.replaces,
        note = excluded.note, file_sha256 = excluded.file_sha256, dates = excluded.dates, loaded_at = excluded.loaded_at;
    delete from portal.guidance_items i where i.edition_id = the_id;
    insert into portal.guidance_items
        (edition_id, id, document, position, strength, title, summary, basis, condition, condition_key, confidence, in_force, in_force_from, in_force_note, evidence)
      select the_id, i.item->>'id', i.item->>'document', i.at - 1, i.item->>'strength', i.item->>'title', i.item->>'summary', i.item->>'basis',
        i.item->>'condition', i.item->>'conditionKey', i.item->>'confidence', (i.item->>'inForce')::boolean, (i.item->>'inForceFrom')::date,
        i.item->>'inForceNote', coalesce((select array_agg(e) from jsonb_array_elements_text(i.item->'evidence') e), '{}')
      from jsonb_array_elements(edition->'items') with ordinality as i (item, at);
    return jsonb_array_length(edition->'items');
  end $$;
--> statement-breakpoint
alter function portal.load_edition(jsonb, text) owner to safeguarding_definer;
revoke all on function portal.load_edition(jsonb, text) from public;
grant execute on function portal.load_edition(jsonb, text) to safeguarding_portal;
grant update (edition_id) on portal.documents to safeguarding_portal;
