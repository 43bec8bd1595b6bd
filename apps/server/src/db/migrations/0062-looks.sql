-- ARC-07: opening a matter is a look as well, logged once a person, matter and day of the centre.
alter table matter_look add column what text not null default 'phone' check (what in ('matter', 'phone'));
alter table matter_look alter column what drop default;
alter table matter_look add column day date check ((what = 'matter') = (day is not null));
create unique index matter_opened_once on matter_look (company_id, matter_id, looked_by, day) where what = 'matter';
-- The log as it is read: newest first, of all or of one who looked.
create index on matter_look (company_id, looked_at desc, look_id desc);
create index on matter_look (company_id, looked_by, looked_at desc, look_id desc);
create index on customer_look (company_id, looked_at desc, look_id desc);
create index on customer_look (company_id, looked_by, looked_at desc, look_id desc);
-- Answers to looks were kept for a repeat, phone and all.
delete from request_seen where route like 'POST /api/v1/matters/%/looks';
