-- CAL-10, FCR-11: which steps of a clock were sent, or outdone by a higher one after an outage; and what was told to whom.
create table alarm (
  company_id uuid not null,
  matter_id uuid not null,
  clock_id text not null,
  step text not null,
  outcome text not null check (outcome in ('sent', 'superseded')),
  -- its place in time, and when a sweeper dealt with it
  at timestamptz not null,
  swept_at timestamptz not null,
  primary key (company_id, matter_id, clock_id, step),
  foreign key (company_id, matter_id) references matter
);

create table message (
  company_id uuid not null,
  message_id uuid not null,
  staff_id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('warning', 'due', 'overdue', 'class_one', 'check')),
  matter_id uuid,
  clock_id text,
  step text not null,
  -- the role in which this person was told: holder, supervisor, duty_manager, a post of the ladder
  told_as text not null,
  zh text not null,
  en text not null,
  due_at timestamptz,
  created_at timestamptz not null,
  read_at timestamptz,
  -- by name: whoever it was for, or who took charge before them
  acknowledged_at timestamptz, acknowledged_by uuid,
  primary key (company_id, message_id),
  unique nulls not distinct (company_id, staff_id, matter_id, clock_id, step),
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, centre_id) references centre,
  -- a class I matter rings while it is being registered, before its row is written
  foreign key (company_id, matter_id) references matter deferrable initially deferred,
  foreign key (company_id, acknowledged_by) references staff (company_id, staff_id),
  check ((acknowledged_at is null) = (acknowledged_by is null)),
  check (matter_id is not null or kind = 'check')
);
create index on message (company_id, staff_id, (read_at is not null), message_id desc);
create index on message (company_id, staff_id) where kind = 'class_one' and acknowledged_at is null;
create index on message (company_id, matter_id) where acknowledged_at is null;

-- CMP-46: each night's check of a centre, once for each of its days.
create table check_run (
  company_id uuid not null,
  centre_id uuid not null,
  day date not null,
  checked_at timestamptz not null,
  findings jsonb not null,
  primary key (company_id, centre_id, day),
  foreign key (company_id, centre_id) references centre
);

call keep_to_company(array['alarm', 'message', 'check_run']::regclass[]);
revoke update, delete on alarm, check_run from shouwen_app;
revoke delete on message from shouwen_app;
