-- What the register is searched by, put together once when an agency is written instead of for every row of every search.
alter table portal.agencies add column search_text text not null generated always as (
  lower(legal_name || ' ' || coalesce(parent, '') || ' ' || coalesce(urn::text, '') || ' ' || coalesce(charity_number, '') || ' ' || coalesce(organisation_code, ''))
) stored;
