-- The account at the company's provider by which somebody signs in: the provider's own id of it (sub), bound at the first sign-in by the claim and lasting, whatever
-- name the account has later. Of another issuer it is another account. unbound_at: the administrator took it away; the next sign-in by the claim binds anew.
create table provider_account (
  company_id uuid not null,
  account_id uuid not null,
  staff_id uuid not null,
  issuer text not null check (length(issuer) between 1 and 500),
  sub text not null check (length(sub) between 1 and 255),
  bound_at timestamptz not null,
  unbound_by uuid, unbound_at timestamptz, reason text check (length(reason) between 1 and 500),
  primary key (company_id, account_id),
  foreign key (company_id, staff_id) references staff,
  foreign key (company_id, unbound_by) references staff,
  check (num_nulls(unbound_by, unbound_at, reason) in (0, 3))
);
create unique index on provider_account (company_id, issuer, sub) where unbound_at is null;
create unique index on provider_account (company_id, issuer, staff_id) where unbound_at is null;

call keep_to_company(array['provider_account']::regclass[]);
revoke delete on provider_account from shouwen_app;

-- CHO-16: where FCR-35 is off a leave may name no taker; the next above then stands in as it begins (FCR-19).
alter table shift_request drop constraint shift_request_check1;
alter table shift_request add constraint other_named check (case kind when 'swap' then other_id is not null when 'overtime' then other_id is null else true end);
