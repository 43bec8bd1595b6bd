-- ARC-07: who looked at the full phone of a matter's reporter, and when.
create table matter_look (
  company_id uuid not null,
  look_id uuid not null,
  matter_id uuid not null,
  looked_by uuid not null,
  looked_at timestamptz not null,
  primary key (company_id, look_id),
  foreign key (company_id, matter_id) references matter
);
create index on matter_look (company_id, matter_id, looked_at desc);
call keep_to_company(array['matter_look']::regclass[]);
revoke update, delete on matter_look from shouwen_app;
