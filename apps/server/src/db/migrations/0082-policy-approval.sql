-- Who turned the approval by a second person on or off, when and why.
create table policy_approval (
  company_id uuid not null references company,
  event_id uuid not null,
  required boolean not null,
  by uuid not null, at timestamptz not null, why text not null,
  primary key (company_id, event_id)
);
create index on policy_approval (company_id, at desc);

call keep_to_company(array['policy_approval']::regclass[]);
revoke update, delete on policy_approval from shouwen_app;
