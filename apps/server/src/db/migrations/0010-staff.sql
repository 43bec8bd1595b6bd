-- ORG-01, SHF-01: the people of a company, the posts they hold and when, the departments, and who is on duty.
create table department (
  company_id uuid not null,
  department_id uuid not null,
  centre_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  opened_by uuid, opened_at timestamptz not null,
  primary key (company_id, department_id),
  unique (company_id, centre_id, name),
  unique (company_id, centre_id, department_id),
  foreign key (company_id, centre_id) references centre
);

-- A machine with a token is a member of staff like any other: it holds posts, and what it does is recorded under its name.
create table staff (
  company_id uuid not null references company,
  staff_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  kind text not null check (kind in ('person', 'machine')),
  entered_by uuid, entered_at timestamptz not null,
  left_at timestamptz, left_by uuid,
  primary key (company_id, staff_id),
  check ((left_at is null) = (left_by is null))
);
create index on staff (company_id, name, staff_id);

-- centre_id null: a post of the company, held in all its centres.
create table post_held (
  company_id uuid not null,
  held_id uuid not null,
  staff_id uuid not null,
  post text not null,
  centre_id uuid,
  department_id uuid,
  held_from timestamptz not null,
  held_until timestamptz,
  given_by uuid, given_at timestamptz not null,
  ended_by uuid, ended_at timestamptz,
  primary key (company_id, held_id),
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, centre_id, department_id) references department (company_id, centre_id, department_id),
  check (centre_id is not null or post in ('leader_in_charge', 'quality_department', 'functional_department', 'company_administrator', 'auditor')),
  check (post <> 'department_head' or department_id is not null),
  check (department_id is null or centre_id is not null),
  check (held_until is null or held_until >= held_from)
);
create unique index post_held_once on post_held (company_id, staff_id, post, centre_id, department_id) nulls not distinct where held_until is null;
create index on post_held (company_id, staff_id);
create index on post_held (company_id, centre_id, held_until);

create table shift (
  company_id uuid not null,
  shift_id uuid not null,
  centre_id uuid not null,
  staff_id uuid not null,
  post text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  entered_by uuid not null, entered_at timestamptz not null,
  withdrawn_by uuid, withdrawn_at timestamptz,
  -- FCR-35: who ended it before its time, and who took over what was open.
  ended_early_by uuid,
  taker_id uuid,
  primary key (company_id, shift_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, taker_id) references staff,
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours'),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index on shift (company_id, centre_id, starts_at) where withdrawn_at is null;

call keep_to_company(array['department', 'staff', 'post_held', 'shift']::regclass[]);
