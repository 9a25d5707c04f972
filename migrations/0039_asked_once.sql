-- Who asks and what day it is are the same for every row of a statement: asked once for each, not once for each appointment.
-- These functions stand in nearly every policy, so what they take is taken many times for every page.
create or replace function access.my_partnerships() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct partnership_id from portal.appointments
    where person_id = (select access.me()) and starts_on <= (select access.today())
      and (ends_on is null or ends_on > (select access.today())
        or (ended_by = (select access.me()) and xmin = pg_current_xact_id_if_assigned()::xid))
  $$;
--> statement-breakpoint
create or replace function access.my_partnerships_in_office() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select distinct a.partnership_id from portal.appointments a
    where a.person_id = (select access.me()) and a.role not in ('agency-contact', 'education-representative')
      and a.starts_on <= (select access.today()) and (a.ends_on is null or a.ends_on > (select access.today()))
  $$;
--> statement-breakpoint
create or replace function access.is_administrator() returns boolean
  language sql stable security definer set search_path = pg_catalog
  as $$ select exists (select from access.administrators where person_id = (select access.me()) and revoked_at is null) $$;
--> statement-breakpoint
create or replace function portal.my_agency_memberships() returns setof uuid
  language sql stable security definer set search_path = pg_catalog
  as $$
    select m.id from portal.agency_memberships m
      join portal.appointments a on a.partnership_id = m.partnership_id and a.post_id in (m.representative_post_id, m.deputy_post_id)
    where a.person_id = (select access.me()) and a.starts_on <= (select access.today()) and (a.ends_on is null or a.ends_on > (select access.today()))
  $$;
--> statement-breakpoint
-- By which the function finds a representative's own agencies without reading a whole register.
create index agency_memberships_representative on portal.agency_memberships (representative_post_id) where representative_post_id is not null;
create index agency_memberships_deputy on portal.agency_memberships (deputy_post_id) where deputy_post_id is not null;
--> statement-breakpoint
-- What a transaction knows of who is signed in. As before, but for the day and the clock, which are asked once.
create or replace function access.bind(session text) returns jsonb
  language plpgsql security definer set search_path = pg_catalog
  as $$
  declare
    person uuid;
    now_is timestamptz := access.clock();
    today_is date := (now_is at time zone 'Europe/London')::date;
    found access.sessions;
  begin
    perform set_config('app.session', coalesce(session, ''), true);
    person := access.me();
    if person is not null then select * into found from access.sessions where id = session; end if;
    return jsonb_build_object(
      'now', to_char(now_is at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'today', today_is,
      'personId', person,
      'name', (select name from portal.people where id = person),
      'administrator', exists (select from access.administrators where person_id = person and revoked_at is null),
      'confirmedAt', to_char(found.confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'strength', found.strength,
      'holds', coalesce((
        select jsonb_agg(jsonb_build_object(
          'appointmentId', a.id, 'partnershipId', a.partnership_id, 'slug', p.slug, 'partnership', p.name, 'role', a.role,
          'postId', a.post_id, 'office', coalesce(a.office, po.office), 'seatId', a.seat_id, 'organisation', coalesce(s.name, po.body), 'acting', a.acting)
          order by p.name, s.position, a.role)
        from portal.appointments a
        join portal.partnerships p on p.id = a.partnership_id
        join portal.posts po on po.id = a.post_id
        left join portal.seats s on s.id = a.seat_id
        where a.person_id = person and a.starts_on <= today_is and (a.ends_on is null or a.ends_on > today_is)), '[]'));
  end $$;
