-- What goes through many matters in the background: a preview, a version being applied, a trial over a past period. `content` is what it goes by,
-- as it was asked for; `after_matter` is how far it is, so that one that was killed goes on from there.
create table policy_run (
  company_id uuid not null references company,
  run_id uuid not null,
  kind text not null check (kind in ('preview', 'apply', 'trial')),
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  version text not null,
  draft_id uuid, draft_revision int,
  centre_id uuid,
  mode text not null check (mode in ('new', 'running', 'replay')),
  holds_from timestamptz not null,
  period_from date, period_to date,
  content jsonb not null,
  after_matter uuid,
  done int not null default 0, total int not null default 0,
  found jsonb not null default '{}',
  asked_by uuid not null, asked_at timestamptz not null, ended_at timestamptz,
  primary key (company_id, run_id),
  foreign key (company_id, draft_id) references policy_draft,
  foreign key (company_id, centre_id) references centre,
  check ((kind = 'trial') = (period_from is not null and period_to is not null))
);
create index on policy_run (company_id, asked_at desc);
create index on policy_run (company_id, draft_id);

-- The clocks that a preview found to move.
create table policy_moved (
  company_id uuid not null,
  run_id uuid not null,
  matter_id uuid not null,
  clock_id text not null,
  centre_id uuid not null,
  number text not null,
  rule text not null,
  changes text[] not null,
  due_before timestamptz, due_after timestamptz,
  primary key (company_id, run_id, matter_id, clock_id),
  foreign key (company_id, run_id) references policy_run on delete cascade
);

call keep_to_company(array['policy_run', 'policy_moved']::regclass[]);
