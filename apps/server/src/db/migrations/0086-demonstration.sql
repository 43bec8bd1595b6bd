-- The invented centre's history fills in behind its first page: how far it is, so that one that was killed goes on from there.
create table demo_filling (
  company_id uuid not null references company,
  -- what the history is told from: a seed, how many days, and every how manieth home
  seed int not null, days int not null, nth_home int not null,
  -- the present at which the history ends
  seeded_at timestamptz not null,
  done int not null default 0, total int not null,
  ended_at timestamptz,
  primary key (company_id),
  check (done between 0 and total)
);
call keep_to_company(array['demo_filling']::regclass[]);
revoke delete on demo_filling from shouwen_app;
