-- Each daily backup of the installation, told to every company in it: when, how large, or why not. bytes and failure null: it runs, or was killed.
create table backup_run (
  company_id uuid not null references company,
  run_id uuid not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  file text not null,
  bytes bigint,
  failure_zh text, failure_en text,
  primary key (company_id, run_id),
  check ((failure_zh is null) = (failure_en is null)),
  check ((ended_at is null) = (num_nulls(bytes, failure_zh) = 2)),
  check (num_nulls(bytes, failure_zh) > 0)
);
create index on backup_run (company_id, begun_at desc);
call keep_to_company(array['backup_run']::regclass[]);
revoke delete on backup_run from shouwen_app;
