-- The ground: companies and centres, and the one rule of tenancy that every later table follows:
-- the company's id stands first in every key, unique constraint and foreign key, and row-level security shows a company its own rows alone.
create schema if not exists auth;
create schema if not exists jobs;

-- The company of this transaction; null outside one, so that nothing is seen.
create function current_company() returns uuid language sql stable parallel safe
  as $$ select nullif(current_setting('app.company', true), '')::uuid $$;

-- Called once by each migration for each table it makes.
create procedure keep_to_company(tables regclass[]) language plpgsql as $$
declare t regclass;
begin
  foreach t in array tables loop
    execute format('alter table %s enable row level security', t);
    execute format('create policy own_company on %s using (company_id = current_company()) with check (company_id = current_company())', t);
    execute format('grant select, insert, update, delete on %s to shouwen_app', t);
  end loop;
end $$;

create table company (
  company_id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null
);

create table centre (
  company_id uuid not null references company,
  centre_id uuid not null,
  code text not null check (code ~ '^[A-Z]{1,6}$'),
  name text not null check (length(name) between 1 and 200),
  phone text,
  zone text not null default 'Asia/Shanghai',
  created_at timestamptz not null,
  primary key (company_id, centre_id),
  unique (company_id, code),
  unique (company_id, name)
);

-- CAL-11: working hours are dated, a change leaves the days before it alone.
create table centre_hours (
  company_id uuid not null,
  centre_id uuid not null,
  holds_from date not null,
  windows jsonb not null,
  open text not null check (open in ('working_days', 'every_day')),
  set_by uuid, set_at timestamptz not null,
  primary key (company_id, centre_id, holds_from),
  foreign key (company_id, centre_id) references centre
);

-- CAL-04: the company's own extra days.
create table company_day (
  company_id uuid not null references company,
  day date not null,
  working boolean not null,
  name text not null,
  set_by uuid, set_at timestamptz not null,
  primary key (company_id, day)
);

-- One version of the manual's numbers: for one centre, or (centre_id null) for the company.
create table policy_version (
  company_id uuid not null,
  version text not null,
  centre_id uuid,
  holds_from timestamptz not null,
  applies text not null check (applies in ('new', 'running')),
  numbers jsonb not null,
  off text[] not null default '{}',
  set_by uuid, set_at timestamptz not null,
  primary key (company_id, version),
  foreign key (company_id, centre_id) references centre
);

-- Every write is idempotent by key: the answer given first is given again.
create table request_seen (
  company_id uuid not null references company,
  by uuid not null,
  key text not null check (length(key) between 8 and 100),
  route text not null,
  body_hash text not null,
  status int,
  answer jsonb,
  at timestamptz not null,
  primary key (company_id, by, key)
);
create index on request_seen (company_id, at);

call keep_to_company(array['company', 'centre', 'centre_hours', 'company_day', 'policy_version', 'request_seen']::regclass[]);

-- The sweeper and the nightly check go through all companies one after the other; they are told the ids and nothing else.
create function company_ids() returns setof uuid language sql stable security definer set search_path = public
  as $$ select company_id from company order by company_id $$;
revoke all on function company_ids() from public;
grant execute on function company_ids(), current_company() to shouwen_app;
grant usage on schema public, auth, jobs to shouwen_app;
