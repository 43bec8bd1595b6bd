-- What is open, in the order of what falls due: with what the counts of the views read, and in all centres.
drop index matter_company_id_centre_id_next_due_at_matter_id_idx;
create index on matter (company_id, centre_id, next_due_at, matter_id) include (holder_id, first_contact_id, kind, state, next_breach_after) where closed_at is null;
create index on matter (company_id, next_due_at, matter_id) where closed_at is null;
-- Imported ones, newest first, where few are.
create index on matter (company_id, received_at desc, matter_id desc) where imported;

-- Whether this matter is meant by what was typed: the same question as matters_with, asked of one row.
create function matter_fits(m matter, sought tsquery, patterns text[], digits text, typed text) returns boolean language sql immutable parallel safe as $$
  select m.words @@ sought and (not exists (select from unnest(patterns) pattern where lower(normalize(m.words_text, nfkc)) not like pattern) or coalesce(m.reporter_digits like digits, false))
    or coalesce(m.number like typed || '%' or ltrim(m.number, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') like typed || '%' or m.running = ltrim(typed, '0'), false) $$;
revoke all on function matter_fits(matter, tsquery, text[], text, text) from public;
grant execute on function matter_fits(matter, tsquery, text[], text, text) to shouwen_app;

-- As before, but a common word is found among the newest, of which only as many are looked at as it takes; a rare one by the index, never by going through all.
create or replace function matters_with(sought tsquery, patterns text[], digits text, typed text, centres uuid[], most int) returns table (id uuid, exact boolean)
  language sql stable security definer set search_path = public as $$
  with newest as materialized (
    select n.matter_id, n.received_at from (
      (select * from matter where company_id = current_company() and centres is null and most <= 100 order by received_at desc, matter_id desc limit 2000)
      union all
      (select * from matter where company_id = current_company() and centre_id = centres[1] and cardinality(centres) = 1 and most <= 100 order by received_at desc, matter_id desc limit 2000)
    ) n where words @@ sought and (not exists (select from unnest(patterns) pattern where lower(normalize(words_text, nfkc)) not like pattern) or reporter_digits like digits)
    limit most
  ), by_words as materialized (
    select matter_id, received_at from matter where (select count(*) from newest) < most and company_id = current_company() and words @@ sought and (centres is null or centre_id = any (centres))
      and (not exists (select from unnest(patterns) pattern where lower(normalize(words_text, nfkc)) not like pattern) or reporter_digits like digits)
  )
  select matter_id, bool_or(exact) from (
    select matter_id, received_at, false as exact from newest
    union all
    (select matter_id, received_at, false from by_words order by received_at desc limit most)
    union all
    (select n.* from (select typed as begins union select code || typed from centre where company_id = current_company()) b
      cross join lateral (select matter_id, received_at, number = b.begins from matter
        where company_id = current_company() and number >= b.begins and number < b.begins || '~' and (centres is null or centre_id = any (centres)) order by number desc limit most) n)
    union all
    (select matter_id, received_at, true from matter where company_id = current_company() and running = ltrim(typed, '0') and (centres is null or centre_id = any (centres))
      order by received_at desc limit most)
  ) found group by matter_id, received_at order by bool_or(exact) desc, received_at desc limit most $$;
