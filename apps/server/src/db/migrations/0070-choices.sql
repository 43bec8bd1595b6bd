-- CHO-01 to CHO-16: a version holds what the company chose beside its numbers.
alter table policy_version add choices jsonb not null default '{}';
