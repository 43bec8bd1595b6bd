-- What was imported, row by row. A matter is imported once by its number at the source (matter.source), whatever became of earlier runs.
create table import_run (
  company_id uuid not null,
  import_id uuid not null,
  centre_id uuid not null,
  what text not null check (what in ('matters', 'rooms', 'people', 'staff')),
  file_name text not null,
  file_hash text not null,
  started_by uuid not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, import_id),
  foreign key (company_id, centre_id) references centre
);

create table import_row (
  company_id uuid not null,
  import_id uuid not null,
  row int not null,
  outcome text not null check (outcome in ('taken', 'changed', 'already_there', 'left_out')),
  notes jsonb not null,
  primary key (company_id, import_id, row),
  foreign key (company_id, import_id) references import_run
);

call keep_to_company(array['import_run', 'import_row']::regclass[]);
revoke update, delete on import_row from shouwen_app;
revoke delete on import_run from shouwen_app;
