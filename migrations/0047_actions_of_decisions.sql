-- A decision is an origin of actions: what it leads to, and where an action comes from.
set local role safeguarding_owner;
--> statement-breakpoint
alter table portal.actions
  add column decision_id uuid,
  add constraint actions_of_decision check ((origin = 'decision') = (decision_id is not null)),
  add constraint actions_decision_fkey foreign key (decision_id, partnership_id) references portal.decisions (id, partnership_id);
create index actions_decision on portal.actions (decision_id) where decision_id is not null;
--> statement-breakpoint
reset role;
