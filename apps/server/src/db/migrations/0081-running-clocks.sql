-- Which matters wait for something by name (a callback, the end of a quiet week): a few among all running clocks.
create index on clock (company_id, name, matter_id) where verdict is null;
