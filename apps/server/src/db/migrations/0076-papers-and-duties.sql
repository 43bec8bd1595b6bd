-- FCR-21, FCR-38: read off the facts, whether a paper of the matter waits for somebody: a slip to accept or to sign, a form to settle.
alter table matter add column papers_open boolean not null default false;
create index matter_papers_open on matter (company_id, centre_id, matter_id) where papers_open;
-- FCR-22: which matters of another centre somebody was brought into.
create index matter_brought_in on matter_fact (company_id, (data->>'staff'), matter_id) where what = 'centre_brought_in';
-- FCR-28: the conflicts that reached the centre manager, by when they did.
create index matter_conflicts on matter_fact (company_id, happened_at) where what = 'conflict_escalated';

-- FCR-39: what a department does, and the handbook of a post; each text as it was written stays, the last one holds.
create table department_duties (
  company_id uuid not null,
  department_id uuid not null,
  revision int not null check (revision > 0),
  text text not null check (length(text) between 1 and 20000),
  written_by uuid not null, written_at timestamptz not null,
  primary key (company_id, department_id, revision),
  foreign key (company_id, department_id) references department
);
create table post_handbook (
  company_id uuid not null references company,
  post text not null,
  revision int not null check (revision > 0),
  text text not null check (length(text) between 1 and 20000),
  written_by uuid not null, written_at timestamptz not null,
  primary key (company_id, post, revision)
);
call keep_to_company(array['department_duties', 'post_handbook']::regclass[]);
