-- When somebody confirms who they are, their session is replaced. The old one stays for a minute, unconfirmed,
-- so that a second tab or a form sent twice is not taken for a stranger.
set local role safeguarding_owner;
alter table access.sessions add column replaced_at timestamptz;
reset role;
--> statement-breakpoint
-- The ready sign-ins of a demonstration, one row per office held today. Empty everywhere else.
-- An account with a second factor of its own is somebody's, and is never ready for anybody.
create function access.list_demo_sign_ins()
  returns table (person_id uuid, name text, administrator boolean, partnership text, slug text, role text, office text, organisation text, acting boolean)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select a.person_id, p.name,
      exists (select from access.administrators ad where ad.person_id = a.person_id and ad.revoked_at is null),
      pa.name, pa.slug, ap.role, po.office, s.name, ap.acting
    from access.accounts a
    join portal.people p on p.id = a.person_id
    left join portal.appointments ap on ap.person_id = a.person_id and ap.starts_on <= access.today() and (ap.ends_on is null or ap.ends_on > access.today())
    left join portal.partnerships pa on pa.id = ap.partnership_id
    left join portal.posts po on po.id = ap.post_id
    left join portal.seats s on s.id = ap.seat_id
    where (select demo from access.installation) and a.password_hash is not null and a.totp_secret_sealed is null and a.suspended_at is null
    order by pa.name nulls last, ap.role, s.position, p.name
  $$;
--> statement-breakpoint
alter function access.list_demo_sign_ins() owner to safeguarding_definer;
revoke all on function access.list_demo_sign_ins() from public;
grant execute on function access.list_demo_sign_ins() to safeguarding_sign_in;
