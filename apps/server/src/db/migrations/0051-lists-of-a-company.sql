-- Numbers in the order of their characters, whatever the database's own order is: a number's beginning is looked for as a range of them.
alter table matter alter column number type text collate "C";
-- Which zone a centre lies in without one of its own is for the rulebook to say (CAL-01).
alter table centre alter column zone drop default;
-- What is closed, newest first, in all centres.
create index on matter (company_id, received_at desc, matter_id desc);
-- What statistics count (FCR-18, STD-03); few among all facts.
create index on matter_fact (company_id, what, happened_at) where what in ('customer_came_again', 'promised');
