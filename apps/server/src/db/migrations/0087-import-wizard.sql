-- An import prepared on screen: how far it is, and which column is which. Its id is also the import's own (import_run), once it runs.
create table import_draft (
  company_id uuid not null references company,
  import_id uuid not null,
  centre_id uuid not null,
  what text not null check (what in ('matters', 'rooms', 'people', 'staff')),
  state text not null check (state in ('columns', 'checking', 'checked', 'waiting', 'running', 'done', 'cancelled', 'failed', 'discarded')),
  file_name text not null,
  file_hash text not null,
  -- the headings as they stand in the file, and what makes two files the same form
  titles text[] not null, form text not null,
  -- which day is day 0 of the file's dates
  epoch int not null check (epoch in (1900, 1904)),
  chosen jsonb,
  revision int not null,
  done int not null default 0, total int not null,
  opened_by uuid not null, opened_at timestamptz not null,
  -- who asked for what runs now: in their name rows are checked and taken
  asked_by uuid not null, changed_at timestamptz not null,
  ended_at timestamptz,
  -- when the rows' content was deleted
  cleared_at timestamptz,
  primary key (company_id, import_id),
  foreign key (company_id, centre_id) references centre
);

-- The rows as the file has them (`cells`), what was mended beside them, and what each would become or became. `key`: rows that may be one and the
-- same thing have the same, and are checked together; null until the row was read by the columns chosen, '' where it can't be read or is empty.
create table import_line (
  company_id uuid not null,
  import_id uuid not null,
  row int not null,
  cells jsonb not null,
  mended jsonb not null default '{}',
  says jsonb not null default '{}',
  key text,
  at timestamptz,
  outcome text check (outcome in ('taken', 'changed', 'already_there', 'left_out', 'empty')),
  code text, field text,
  notes jsonb not null default '[]',
  finished boolean not null default false,
  primary key (company_id, import_id, row),
  foreign key (company_id, import_id) references import_draft,
  check ((outcome = 'left_out') = (code is not null))
);
create index on import_line (company_id, import_id, key, row);
create index on import_line (company_id, import_id, row) where key is null;
create index on import_line (company_id, import_id, key, row) where outcome is null;
create index on import_line (company_id, import_id, at, row) where not finished;

-- Which column is which, kept for the next file of the same form.
create table import_map (
  company_id uuid not null references company,
  what text not null,
  form text not null,
  chosen jsonb not null,
  kept_by uuid not null, kept_at timestamptz not null,
  primary key (company_id, what, form)
);

call keep_to_company(array['import_draft', 'import_line', 'import_map']::regclass[]);
revoke delete on import_draft, import_map from shouwen_app;
