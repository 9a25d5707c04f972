-- Actions that come from a meeting.
set local role safeguarding_owner;
--> statement-breakpoint
alter table portal.actions
  add column meeting_id uuid,
  add constraint actions_of_meeting check ((origin = 'meeting') = (meeting_id is not null)),
  add foreign key (meeting_id, partnership_id) references portal.meetings (id, partnership_id);
create index actions_meeting on portal.actions (meeting_id) where meeting_id is not null;
--> statement-breakpoint
reset role;
