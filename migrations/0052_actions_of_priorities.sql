-- Actions of a priority.
set local role safeguarding_owner;
--> statement-breakpoint
alter table portal.actions add column priority_id uuid,
  add constraint actions_of_priority check ((origin = 'priority') = (priority_id is not null)),
  add foreign key (priority_id, partnership_id) references portal.priorities (id, partnership_id);
create index actions_priority on portal.actions (priority_id) where priority_id is not null;
--> statement-breakpoint
reset role;
