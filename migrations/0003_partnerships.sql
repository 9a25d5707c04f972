set local role safeguarding_owner;
--> statement-breakpoint
-- A body that can be a statutory partner: a council, an integrated care board, a police force.
-- Bodies end and have successors; one that ended keeps its row.
create table portal.organisations (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('local-authority', 'icb', 'police')),
  code text not null,
  name text not null,
  region text,
  valid_from date,
  valid_to date,
  successor_id uuid references portal.organisations,
  fictional boolean not null default false,
  constraint organisations_code_key unique (code),
  unique (id, kind)
);
--> statement-breakpoint
-- Which police force covers each local authority area. Which ICBs do is not known nationally.
create table portal.area_forces (
  local_authority_id uuid primary key references portal.organisations,
  police_id uuid not null references portal.organisations
);
--> statement-breakpoint
create table portal.bank_holidays (day date primary key, name text not null);
--> statement-breakpoint
-- A safeguarding partnership: the statutory partners of one or more local authority areas.
create table portal.partnerships (
  id uuid primary key default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
  name text not null check (length(name) between 3 and 160),
  icb_completeness text not null default 'unchecked' check (icb_completeness in ('unchecked', 'checked')),
  onboarded_at timestamptz not null default access.clock(),
  onboarded_by uuid references portal.people,
  constraint partnerships_slug_key unique (slug)
);
--> statement-breakpoint
-- An area is never covered by two sets of arrangements at once.
create table portal.partnership_areas (
  partnership_id uuid not null references portal.partnerships,
  organisation_id uuid not null,
  kind text not null default 'local-authority' check (kind = 'local-authority'),
  valid_from date not null,
  valid_to date,
  primary key (partnership_id, organisation_id, valid_from),
  foreign key (organisation_id, kind) references portal.organisations (id, kind),
  constraint partnership_areas_one_set_of_arrangements
    exclude using gist (organisation_id with =, daterange(valid_from, valid_to) with &&)
);
--> statement-breakpoint
-- The edition of the guidance a partnership works under, from the day it adopted it.
create table portal.guidance_adoptions (
  partnership_id uuid not null references portal.partnerships,
  edition_id text not null references portal.guidance_editions,
  adopted_on date not null,
  primary key (partnership_id, edition_id)
);
--> statement-breakpoint
-- A seat: one per statutory partner, by the name it goes by. Its lead safeguarding partner signs.
create table portal.seats (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  organisation_id uuid not null,
  kind text not null,
  name text not null check (length(name) between 2 and 160),
  position integer not null,
  valid_from date not null,
  valid_to date,
  unique (id, partnership_id),
  unique (id, partnership_id, kind),
  foreign key (organisation_id, kind) references portal.organisations (id, kind),
  constraint seats_one_per_partner
    exclude using gist (partnership_id with =, organisation_id with =, daterange(valid_from, valid_to) with &&)
);
--> statement-breakpoint
-- A post: an office that exists whether or not somebody holds it. An empty post is a vacancy, not an error.
create table portal.posts (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null references portal.partnerships,
  role text not null check (role in ('lsp', 'dsp', 'chair', 'business-manager', 'scrutineer')),
  seat_id uuid,
  seat_kind text,
  office text not null check (length(office) between 2 and 120),
  valid_from date not null,
  valid_to date,
  unique (id, partnership_id, role),
  check ((role in ('lsp', 'dsp')) = (seat_id is not null)),
  check ((seat_id is null) = (seat_kind is null)),
  foreign key (seat_id, partnership_id, seat_kind) references portal.seats (id, partnership_id, kind),
  constraint posts_one_per_seat_and_role
    exclude using gist (seat_id with =, role with =, daterange(valid_from, valid_to) with &&) where (seat_id is not null)
);
--> statement-breakpoint
-- An appointment: who holds a post, from the start of `starts_on` to the start of `ends_on`.
-- Several chief executives may share nothing; one of two ICBs may hold both ICB seats; never seats of different kinds.
create table portal.appointments (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  post_id uuid not null,
  role text not null,
  seat_id uuid,
  seat_kind text,
  person_id uuid not null references portal.people,
  acting boolean not null default false,
  starts_on date not null,
  ends_on date,
  reason text,
  made_at timestamptz not null default access.clock(),
  made_by uuid references portal.people,
  ended_at timestamptz,
  ended_by uuid references portal.people,
  end_reason text,
  unique (id, partnership_id),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (post_id, partnership_id, role) references portal.posts (id, partnership_id, role),
  constraint appointments_one_holder_at_a_time
    exclude using gist (post_id with =, daterange(starts_on, ends_on) with &&),
  constraint appointments_one_kind_of_seat_per_person
    exclude using gist (partnership_id with =, person_id with =, seat_kind with <>, daterange(starts_on, ends_on) with &&)
    where (role = 'lsp'),
  constraint appointments_scrutineer_independent
    exclude using gist (partnership_id with =, person_id with =, (role = 'scrutineer') with <>, daterange(starts_on, ends_on) with &&)
);
create index appointments_person on portal.appointments (person_id);
create index appointments_partnership on portal.appointments (partnership_id);
--> statement-breakpoint
-- A lead safeguarding partner's delegation to a delegated safeguarding partner, with its scope. Accountability stays with the lead.
create table portal.delegations (
  id uuid primary key default gen_random_uuid(),
  partnership_id uuid not null,
  from_appointment_id uuid not null,
  to_appointment_id uuid not null,
  scope text not null,
  starts_on date not null,
  ends_on date,
  foreign key (from_appointment_id, partnership_id) references portal.appointments (id, partnership_id),
  foreign key (to_appointment_id, partnership_id) references portal.appointments (id, partnership_id)
);
--> statement-breakpoint
reset role;
