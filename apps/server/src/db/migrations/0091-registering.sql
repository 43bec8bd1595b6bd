-- The next numbers of a centre's month in one trip: a transaction of its own that doesn't wait for the disk (docs/decisions/0003). As whoever calls it, under row-level security.
create function take_numbers(company uuid, centre uuid, of_month text, so_many int) returns int language plpgsql as $$
declare taken int;
begin
  perform set_config('app.company', company::text, true), set_config('synchronous_commit', 'off', true);
  insert into matter_counter as c (company_id, centre_id, month, last) values (company, centre, of_month, so_many)
    on conflict (company_id, centre_id, month) do update set last = c.last + so_many returning c.last into taken;
  return taken;
end $$;
revoke all on function take_numbers(uuid, uuid, text, int) from public;
grant execute on function take_numbers(uuid, uuid, text, int) to shouwen_app;
