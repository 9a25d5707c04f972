-- At which meeting a decision was taken or put to the leads: one that the partnership hosts, or that is shared with it.
set local role safeguarding_owner;
--> statement-breakpoint
alter table portal.decisions
  add column meeting_id uuid,
  add column meeting_host_id uuid,
  add constraint decisions_of_meeting check ((meeting_id is null) = (meeting_host_id is null)),
  add constraint decisions_meeting_fkey foreign key (meeting_id, meeting_host_id) references portal.meetings (id, partnership_id);
create index decisions_meeting on portal.decisions (meeting_id) where meeting_id is not null;
--> statement-breakpoint
reset role;
--> statement-breakpoint
create function portal.guard_decision_meeting() returns trigger
  language plpgsql security definer set search_path = pg_catalog
  as $$ begin
    if new.meeting_host_id <> new.partnership_id and not exists (
      select from portal.meeting_shares s where s.meeting_id = new.meeting_id and s.partnership_id = new.partnership_id and s.state = 'accepted')
    then raise exception 'the meeting is not shared with the partnership' using errcode = 'check_violation', constraint = 'decisions_own_meeting'; end if;
    if exists (select from portal.meetings m where m.id = new.meeting_id and m.state = 'cancelled')
    then raise exception 'the meeting was cancelled' using errcode = 'check_violation', constraint = 'decisions_own_meeting'; end if;
    return new;
  end $$;
alter function portal.guard_decision_meeting() owner to safeguarding_definer;
revoke all on function portal.guard_decision_meeting() from public;
create trigger decisions_meeting before insert on portal.decisions for each row when (new.meeting_id is not null) execute function portal.guard_decision_meeting();
