-- Photos and papers that belong to matters. Kept in the database, so that one backup holds the whole record (CMP-23).
create table file (
  company_id uuid not null,
  file_id uuid not null,
  centre_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  sent_by uuid not null,
  sent_at timestamptz not null,
  primary key (company_id, file_id),
  foreign key (company_id, centre_id) references centre
);
call keep_to_company(array['file']::regclass[]);
revoke update, delete on file from shouwen_app;
