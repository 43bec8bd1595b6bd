-- Sign-in stands before tenancy: who signs in isn't known to be of a company yet. So this schema, and the job queue's, are the only ones
-- without row-level security. No name, phone or text of anybody is kept here. login, session, account, verification are better-auth's.
create table auth.installation (
  one boolean primary key default true check (one),
  -- Signs the cookies; all server processes of an installation share it.
  secret text not null check (length(secret) >= 32)
);

-- id: the same as in `staff`.
create table auth.login (
  id uuid primary key,
  company_id uuid not null,
  username text not null unique check (username = lower(username)),
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.account (
  id uuid primary key,
  user_id uuid not null references auth.login,
  account_id text not null,
  provider_id text not null,
  password text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (user_id, provider_id)
);

create table auth.session (
  id uuid primary key,
  user_id uuid not null references auth.login,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on auth.session (user_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index on auth.verification (identifier);

-- Tries at a password since the first of a window, by user name and by address; shared by all server processes.
create table auth.attempts (
  key text primary key,
  tries int not null,
  since timestamptz not null
);

-- Only the hash of a link is kept. login_id null: the link that sets up an installation.
create table auth.one_time_link (
  hash bytea primary key,
  purpose text not null check (purpose in ('set_password', 'sign_in', 'set_up')),
  login_id uuid references auth.login,
  made_by uuid,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((login_id is null) = (purpose = 'set_up'))
);

-- id: the same as in `staff`, where its name and posts are.
create table auth.machine_token (
  id uuid primary key,
  company_id uuid not null,
  hash bytea not null unique,
  made_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

grant select, insert, update, delete on all tables in schema auth to shouwen_app;
