-- Counting the challenges of each return, and finding its moderated ratings, without reading all of them.
set local role safeguarding_owner;
--> statement-breakpoint
create index assessment_challenges_return on portal.assessment_challenges (return_id);
create index assessment_moderations_return on portal.assessment_moderations (return_id, standard_id);
--> statement-breakpoint
reset role;
