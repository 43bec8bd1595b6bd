-- FCR-32: a sample drawn of the reception records of a period, and what the checker says of each. `population`: how many there were to draw from.
create table record_check (
  company_id uuid not null,
  check_id uuid not null,
  centre_id uuid not null,
  department_id uuid,
  period_from date not null, period_to date not null,
  seed bigint not null,
  population int not null,
  drawn_by uuid not null, drawn_at timestamptz not null,
  revision int not null,
  primary key (company_id, check_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, department_id) references department,
  foreign key (company_id, drawn_by) references staff (company_id, staff_id),
  check (period_to >= period_from)
);
create index on record_check (company_id, centre_id, drawn_at desc, check_id desc);

create table record_check_item (
  company_id uuid not null,
  check_id uuid not null,
  matter_id uuid not null,
  place int not null,
  verdict text check (verdict in ('ok', 'breach')),
  breach_kind text,
  words text,
  judged_by uuid, judged_at timestamptz,
  primary key (company_id, check_id, matter_id),
  foreign key (company_id, check_id) references record_check,
  foreign key (company_id, matter_id) references matter,
  foreign key (company_id, judged_by) references staff (company_id, staff_id),
  check (num_nulls(verdict, judged_by, judged_at) in (0, 3)),
  check ((verdict is not distinct from 'breach') = (breach_kind is not null)),
  check (verdict is distinct from 'breach' or words is not null)
);

-- FCR-32: established by name. `source` is the fact, clock or judgement it is read off; without one it was found by hand.
create table breach (
  company_id uuid not null,
  breach_id uuid not null,
  centre_id uuid not null,
  matter_id uuid not null,
  kind text not null,
  staff_id uuid,
  department_id uuid,
  source text,
  words text not null,
  established_by uuid not null, established_at timestamptz not null,
  primary key (company_id, breach_id),
  unique (company_id, matter_id, source),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, matter_id) references matter,
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, department_id) references department,
  foreign key (company_id, established_by) references staff (company_id, staff_id),
  check (staff_id is not null or department_id is not null)
);
create index on breach (company_id, centre_id, established_at desc, breach_id desc);

-- The side of the person concerned.
create table breach_statement (
  company_id uuid not null,
  breach_id uuid not null,
  statement_id uuid not null,
  words text not null,
  stated_by uuid not null, stated_at timestamptz not null,
  primary key (company_id, breach_id, statement_id),
  foreign key (company_id, breach_id) references breach,
  foreign key (company_id, stated_by) references staff (company_id, staff_id)
);

-- FCR-33: of one closing of a matter, once; a reopened one is evaluated anew.
create table evaluation (
  company_id uuid not null,
  evaluation_id uuid not null,
  centre_id uuid not null,
  matter_id uuid not null,
  of_closing timestamptz not null,
  light boolean not null,
  cause text, process text, satisfaction text,
  none_needed boolean not null,
  evaluated_by uuid not null, evaluated_at timestamptz not null,
  primary key (company_id, evaluation_id),
  unique (company_id, matter_id, of_closing),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, matter_id) references matter,
  foreign key (company_id, evaluated_by) references staff (company_id, staff_id),
  check (light or num_nulls(cause, process, satisfaction) = 0)
);
create index on evaluation (company_id, centre_id, evaluated_at desc, evaluation_id desc);

-- FCR-34: scores from 1 to 5.
create table committee_evaluation (
  company_id uuid not null,
  evaluation_id uuid not null,
  centre_id uuid not null,
  held_on date not null,
  attitude int not null check (attitude between 1 and 5),
  quality int not null check (quality between 1 and 5),
  satisfaction int not null check (satisfaction between 1 and 5),
  words text not null,
  recorded_by uuid not null, recorded_at timestamptz not null,
  primary key (company_id, evaluation_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, recorded_by) references staff (company_id, staff_id)
);
create index on committee_evaluation (company_id, centre_id, held_on desc, evaluation_id desc);

-- What either leads to, with an owner and a day.
create table improvement_measure (
  company_id uuid not null,
  measure_id uuid not null,
  centre_id uuid not null,
  evaluation_id uuid,
  committee_id uuid,
  what text not null,
  owner_id uuid not null,
  due_on date not null,
  set_by uuid not null, set_at timestamptz not null,
  done text, done_at timestamptz,
  revision int not null,
  primary key (company_id, measure_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, evaluation_id) references evaluation,
  foreign key (company_id, committee_id) references committee_evaluation,
  foreign key (company_id, owner_id) references staff (company_id, staff_id),
  foreign key (company_id, set_by) references staff (company_id, staff_id),
  check (num_nulls(evaluation_id, committee_id) = 1),
  check ((done is null) = (done_at is null))
);
create index on improvement_measure (company_id, centre_id, due_on, measure_id);
create index on improvement_measure (company_id, owner_id, due_on) where done_at is null;

-- What the reception records and the signs of breaches are read off (FCR-26, FCR-32).
create index on matter_fact (company_id, happened_at, matter_id) where what in ('received', 'handed_over', 'accepted', 'coordination_issued', 'handover_refused', 'wrongly_received', 'answer_verified');
create index on clock (company_id, centre_id, due_at) where verdict is null or verdict = 'breached';
create index on matter (company_id, centre_id, closed_at, matter_id) where closed_at is not null and not imported;

call keep_to_company(array['record_check', 'record_check_item', 'breach', 'breach_statement', 'evaluation', 'committee_evaluation', 'improvement_measure']::regclass[]);
revoke update, delete on breach, breach_statement, evaluation, committee_evaluation from shouwen_app;
revoke delete on record_check, record_check_item, improvement_measure from shouwen_app;
