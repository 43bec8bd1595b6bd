-- A link that shows the duty wall of one centre on a screen nobody is signed in at. Only the hash of its secret is kept; withdrawn, it opens nothing.
create table display_link (
  company_id uuid not null references company,
  link_id uuid not null,
  centre_id uuid not null,
  -- where the screen hangs
  name text not null check (length(name) between 1 and 60),
  hash bytea not null,
  made_by uuid not null, made_at timestamptz not null,
  -- when a screen last asked, to some ten minutes
  shown_at timestamptz,
  withdrawn_by uuid, withdrawn_at timestamptz,
  primary key (company_id, link_id),
  unique (company_id, hash),
  foreign key (company_id, centre_id) references centre,
  foreign key (company_id, made_by) references staff,
  foreign key (company_id, withdrawn_by) references staff,
  check (num_nulls(withdrawn_by, withdrawn_at) in (0, 2))
);
create index on display_link (hash);
create index on display_link (company_id, centre_id);
call keep_to_company(array['display_link']::regclass[]);
revoke delete on display_link from shouwen_app;

-- A screen is of no company until its link is known: it is told the company's id and nothing else.
create function company_of_display(secret bytea) returns uuid language sql stable security definer set search_path = public
  as $$ select company_id from display_link where hash = secret and withdrawn_at is null $$;
revoke all on function company_of_display(bytea) from public;
grant execute on function company_of_display(bytea) to shouwen_app;
