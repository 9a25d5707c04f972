-- The partnerships that can be searched are listed from the index alone.
set local role safeguarding_owner;
--> statement-breakpoint
drop index publication.search_sections_documents;
create index search_sections_documents on publication.search_sections (slug) include (partnership) where section = 0;
--> statement-breakpoint
reset role;
