set local role safeguarding_owner;
--> statement-breakpoint
-- The threshold document and the protocol for assessment are signed and published as the arrangements are.
alter table portal.documents drop constraint documents_kind_check;
alter table portal.documents add constraint documents_kind_check check (kind in ('arrangements', 'threshold-document', 'assessment-protocol'));
alter table publication.publications drop constraint publications_kind_check;
alter table publication.publications add constraint publications_kind_check check (kind in ('directory', 'arrangements', 'threshold-document', 'assessment-protocol'));
--> statement-breakpoint
reset role;
