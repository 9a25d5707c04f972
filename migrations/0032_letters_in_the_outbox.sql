-- How the outbox stands, for an administrator: messages to people and letters to agencies together, and numbers only.
create or replace function portal.outbox_state() returns table (status text, messages bigint, oldest timestamptz)
  language sql stable security definer set search_path = pg_catalog
  as $$
    select o.status, count(*), min(o.written_at)
    from (select m.status, m.written_at from portal.messages m union all select n.status, n.written_at from portal.agency_notices n) o
    where access.is_administrator() and o.status in ('waiting', 'digest', 'unconfirmed', 'bounced', 'given-up')
    group by o.status order by o.status
  $$;
