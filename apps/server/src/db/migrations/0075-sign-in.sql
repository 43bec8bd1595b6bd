-- A second step after the password: one secret a login, sealed by the installation's secret. confirmed_at null: being set up.
create table auth.totp (
  login_id uuid primary key references auth.login,
  sealed text not null,
  made_at timestamptz not null,
  confirmed_at timestamptz,
  -- The last 30 seconds a code of which was used: none is taken twice.
  last_step bigint not null default 0
);

-- Only the hash of a recovery code is kept.
create table auth.recovery_code (
  login_id uuid not null references auth.login,
  hash bytea not null,
  used_at timestamptz,
  primary key (login_id, hash)
);

-- Whether it was opened with a second step: a code, or the word of the company's provider.
alter table auth.session add second_factor boolean not null default false;
grant select, insert, update, delete on auth.totp, auth.recovery_code to shouwen_app;

-- The posts that must have a second step; the highest revision holds, the others are its history.
create table totp_posts (
  company_id uuid not null references company,
  revision int not null check (revision > 0),
  posts text[] not null,
  set_by uuid not null, set_at timestamptz not null,
  primary key (company_id, revision)
);

-- The company's own OpenID Connect provider; the highest revision holds. issuer null: none.
create table sign_in_provider (
  company_id uuid not null references company,
  revision int not null check (revision > 0),
  issuer text,
  client_id text,
  sealed_secret text,
  claim text,
  set_by uuid not null, set_at timestamptz not null,
  primary key (company_id, revision),
  check ((issuer is null) = (client_id is null) and (issuer is null) = (sealed_secret is null) and (issuer is null) = (claim is null))
);

-- Whoever took somebody's second step away, and why: a lost phone.
create table totp_reset (
  company_id uuid not null,
  reset_id uuid not null,
  staff_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  reset_by uuid not null, reset_at timestamptz not null,
  primary key (company_id, reset_id),
  foreign key (company_id, staff_id) references staff
);

call keep_to_company(array['totp_posts', 'sign_in_provider', 'totp_reset']::regclass[]);
revoke update, delete on totp_posts, sign_in_provider, totp_reset from shouwen_app;

-- The sign-in page offers the providers before anybody is of a company: it is told their companies' names and nothing else.
create function companies_with_provider() returns table (company_id uuid, name text) language sql stable security definer set search_path = public
  as $$ select c.company_id, c.name from company c join lateral (select issuer from sign_in_provider p where p.company_id = c.company_id order by revision desc limit 1) p on p.issuer is not null order by c.name $$;
revoke all on function companies_with_provider() from public;
grant execute on function companies_with_provider() to shouwen_app;
