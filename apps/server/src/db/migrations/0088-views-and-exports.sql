-- A list narrowed to what somebody often looks at, under a name of theirs; shared: its centre sees it too.
create table kept_view (
  company_id uuid not null references company,
  view_id uuid not null,
  centre_id uuid not null,
  staff_id uuid not null,
  name text not null check (length(name) between 1 and 20),
  narrowing jsonb not null,
  shared boolean not null,
  kept_at timestamptz not null,
  primary key (company_id, view_id),
  unique (company_id, centre_id, staff_id, name),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, staff_id) references staff
);
create index on kept_view (company_id, centre_id, name) where shared;

-- ARC-07: each list that left as a file: who asked for it, when, what it was narrowed to, whether phones stood in it in full and why, and how many rows were sent.
-- taken_at null: asked for and not fetched; rows null with taken_at: cut off while it was sent.
create table list_export (
  company_id uuid not null references company,
  export_id uuid not null,
  centre_id uuid not null,
  list text not null,
  narrowing jsonb not null,
  phones boolean not null,
  why text check (length(why) between 1 and 200),
  asked_by uuid not null, asked_at timestamptz not null,
  taken_at timestamptz,
  rows int,
  primary key (company_id, export_id),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, asked_by) references staff,
  check (not phones or why is not null)
);
create index on list_export (company_id, asked_at desc, export_id desc);
call keep_to_company(array['kept_view', 'list_export']::regclass[]);
revoke delete on list_export from shouwen_app;
