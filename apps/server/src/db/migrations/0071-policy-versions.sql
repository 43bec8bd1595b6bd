-- A version is drafted, at times approved by a second person, and published; from then on it never changes.
alter table policy_version drop constraint policy_version_applies_check, add check (applies in ('new', 'running', 'replay')),
  add column manual jsonb not null default '{}', add column why text, add column draft_id uuid,
  add column published_by uuid, add column approved_by uuid, add column approved_at timestamptz;
create index on policy_version (company_id, holds_from desc);
create function keep_published() returns trigger language plpgsql as $$ begin raise exception 'a published policy version is never changed'; end $$;
create trigger published before update or delete on policy_version for each row execute function keep_published();
revoke update, delete on policy_version from shouwen_app;

-- Whether a version needs somebody other than its author to approve it.
create table policy_setting (
  company_id uuid not null primary key references company,
  approval boolean not null default false,
  revision int not null default 1
);

create table policy_draft (
  company_id uuid not null references company,
  draft_id uuid not null,
  centre_id uuid,
  version text not null check (length(version) between 1 and 30),
  state text not null check (state in ('draft', 'submitted', 'approved', 'published', 'discarded')),
  revision int not null default 1,
  why text,
  numbers jsonb not null default '{}', choices jsonb not null default '{}', off text[] not null default '{}', manual jsonb not null default '{}',
  author_id uuid not null, opened_at timestamptz not null, changed_at timestamptz not null,
  approved_by uuid, approved_at timestamptz,
  primary key (company_id, draft_id),
  foreign key (company_id, centre_id) references centre,
  check ((approved_by is null) = (approved_at is null))
);
-- One at a time for the company and for each centre: what was published meanwhile is never undone unseen.
create unique index on policy_draft (company_id, centre_id) nulls not distinct where state in ('draft', 'submitted', 'approved');

create table policy_event (
  company_id uuid not null,
  event_id uuid not null,
  draft_id uuid not null,
  what text not null check (what in ('opened', 'changed', 'submitted', 'withdrawn', 'approved', 'sent_back', 'published', 'discarded')),
  by uuid not null, at timestamptz not null, note text,
  primary key (company_id, event_id),
  foreign key (company_id, draft_id) references policy_draft
);
create index on policy_event (company_id, draft_id, at);

call keep_to_company(array['policy_setting', 'policy_draft', 'policy_event']::regclass[]);
revoke delete on policy_draft from shouwen_app;
revoke update, delete on policy_event from shouwen_app;
