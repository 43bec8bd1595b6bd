-- A photo on its way over a weak signal, piece by piece; once whole it becomes a file of the same id and its pieces go. What is never finished is forgotten after a day.
create table upload (
  company_id uuid not null references company,
  upload_id uuid not null,
  centre_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  length int not null check (length between 1 and 10485760),
  received int not null default 0 check (received between 0 and length),
  sent_by uuid not null,
  begun_at timestamptz not null,
  primary key (company_id, upload_id),
  foreign key (company_id, centre_id) references centre
);
create index on upload (company_id, sent_by) where received < length;
create index on upload (company_id, begun_at);

create table upload_piece (
  company_id uuid not null,
  upload_id uuid not null,
  from_byte int not null,
  bytes bytea not null,
  primary key (company_id, upload_id, from_byte),
  foreign key (company_id, upload_id) references upload on delete cascade
);
call keep_to_company(array['upload', 'upload_piece']::regclass[]);
