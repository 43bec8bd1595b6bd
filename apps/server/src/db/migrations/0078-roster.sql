-- SHF-01, SHF-02: what is asked about shifts and decided, who came and went, templates of a centre, and the handover at a change of shift.
create table shift_templates (
  company_id uuid not null,
  centre_id uuid not null,
  rows jsonb not null,
  set_by uuid not null, set_at timestamptz not null,
  revision int not null,
  primary key (company_id, centre_id),
  foreign key (company_id, centre_id) references centre
);

-- `swap`: other_id agrees, then it is decided; the shifts change hands. `leave`: other_id takes over what is open when it begins. `overtime`: hours beyond the shift.
create table shift_request (
  company_id uuid not null,
  request_id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('swap', 'leave', 'overtime')),
  staff_id uuid not null,
  other_id uuid,
  shift_id uuid, other_shift_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  words text not null check (length(words) between 1 and 2000),
  asked_at timestamptz not null,
  agreed_at timestamptz,
  decided_by uuid, decided_at timestamptz, approved boolean, why text,
  withdrawn_at timestamptz,
  -- FCR-35: when the taker of a leave took over
  begun_at timestamptz,
  revision int not null default 1,
  primary key (company_id, request_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, other_id) references staff,
  foreign key (company_id, decided_by) references staff,
  foreign key (company_id, shift_id) references shift,
  foreign key (company_id, other_shift_id) references shift,
  check (ends_at > starts_at),
  check ((other_id is null) = (kind = 'overtime')),
  check ((shift_id is null) = (kind <> 'swap')),
  check (other_shift_id is null or kind = 'swap'),
  check (agreed_at is null or kind = 'swap'),
  check (num_nulls(decided_by, decided_at, approved) in (0, 3)),
  check (begun_at is null or (kind = 'leave' and approved))
);
create index on shift_request (company_id, centre_id, ends_at);
create index on shift_request (company_id, ends_at) where kind = 'leave' and approved and withdrawn_at is null;

-- Signed by the person, checked by whoever keeps the roster.
create table attendance (
  company_id uuid not null,
  shift_id uuid not null,
  staff_id uuid not null,
  came_at timestamptz not null, came_signed_at timestamptz not null,
  left_at timestamptz, left_signed_at timestamptz,
  checked_by uuid, checked_at timestamptz, remark text,
  revision int not null default 1,
  primary key (company_id, shift_id),
  foreign key (company_id, shift_id) references shift,
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, checked_by) references staff,
  check ((left_at is null) = (left_signed_at is null)),
  check ((checked_by is null) = (checked_at is null))
);

create table followed_customer (
  company_id uuid not null,
  followed_id uuid not null,
  centre_id uuid not null,
  who text not null check (length(who) between 1 and 200),
  what text not null check (length(what) between 1 and 2000),
  holder_id uuid not null,
  begun_by uuid not null, begun_at timestamptz not null,
  ended_by uuid, ended_at timestamptz,
  revision int not null default 1,
  primary key (company_id, followed_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, holder_id) references staff,
  check ((ended_by is null) = (ended_at is null))
);
create index on followed_customer (company_id, holder_id) where ended_at is null;

create table shift_handover (
  company_id uuid not null,
  handover_id uuid not null,
  centre_id uuid not null,
  shift_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  words text check (length(words) between 1 and 4000),
  given_at timestamptz not null,
  taken_at timestamptz,
  withdrawn_at timestamptz,
  revision int not null default 1,
  primary key (company_id, handover_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, shift_id) references shift,
  foreign key (company_id, from_id) references staff,
  foreign key (company_id, to_id) references staff,
  check (from_id <> to_id),
  check (taken_at is null or withdrawn_at is null)
);
-- One at a time waits for the taker's signature.
create unique index shift_handover_unsigned on shift_handover (company_id, centre_id, from_id) where taken_at is null and withdrawn_at is null;
create index on shift_handover (company_id, centre_id, given_at);

create table shift_handover_item (
  company_id uuid not null,
  handover_id uuid not null,
  nth int not null,
  kind text not null check (kind in ('matter', 'customer')),
  matter_id uuid, followed_id uuid,
  -- promises open when it was given, as they stood
  promises jsonb not null,
  goes text not null check (goes in ('taker', 'kept')),
  note text check (length(note) between 1 and 1000),
  primary key (company_id, handover_id, nth),
  foreign key (company_id, handover_id) references shift_handover,
  foreign key (company_id, matter_id) references matter,
  foreign key (company_id, followed_id) references followed_customer,
  check ((matter_id is not null) = (kind = 'matter') and (followed_id is not null) = (kind = 'customer'))
);

call keep_to_company(array['shift_templates', 'shift_request', 'attendance', 'followed_customer', 'shift_handover', 'shift_handover_item']::regclass[]);
revoke delete on shift_templates, shift_request, attendance, followed_customer, shift_handover from shouwen_app;
revoke update, delete on shift_handover_item from shouwen_app;
