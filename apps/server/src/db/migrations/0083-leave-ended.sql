-- SHF-01: a leave that ends before its time, and where a message leads that is about no matter.
alter table shift_request
  -- it ends then; when that was said, by whom and why
  add ended_at timestamptz, add ended_by uuid, add ended_said_at timestamptz, add ended_why text check (length(ended_why) between 1 and 2000),
  add foreign key (company_id, ended_by) references staff,
  add check (num_nulls(ended_at, ended_by, ended_said_at, ended_why) in (0, 4)),
  add check (ended_at is null or (kind = 'leave' and approved and ended_at > starts_at and ended_at < ends_at));
-- an address within the product
alter table message add leads_to text check (leads_to like '/%');
