-- What a matter is found by besides its words: any four digits in a row of the phone its reporter left, and its running number alone.
alter table matter add column reporter_digits text check (reporter_digits ~ '^[0-9]+$');
alter table matter add column running text generated always as (ltrim(split_part(number, '-', 2), '0')) stored;
create index on matter (company_id, running, received_at desc);

-- FCR-10: by whom a wrongdoing was reported, no search tells.
with left_by as (
  select distinct on (company_id, matter_id) company_id, matter_id,
    regexp_replace(regexp_replace(normalize(data #>> '{reporter,phone}', nfkc), '\D', '', 'g'), '^(00)?86(?=1\d{10}$)', '') as digits
  from matter_fact where what in ('received', 'contacted') and data #>> '{reporter,phone}' is not null
  order by company_id, matter_id, happened_at desc, fact_id desc
)
update matter m set reporter_digits = digits,
  words = words || array_to_tsvector(array(select substr(digits, i, 4) from generate_series(1, length(digits) - 3) i))
from left_by l where l.company_id = m.company_id and l.matter_id = m.matter_id and m.kind <> 'wrongdoing_report' and digits <> '';

-- As rooms_with: what was typed, as words, as digits of a phone (a LIKE pattern), and as a number (whole, begun, or the running number alone).
-- `exact`: this very number was typed.
drop function matters_with(tsquery, text[], uuid[], int);
create function matters_with(sought tsquery, patterns text[], digits text, typed text, centres uuid[], most int) returns table (id uuid, exact boolean)
  language sql stable security definer set search_path = public as $$
  select matter_id, bool_or(exact) from (
    (select matter_id, received_at, false as exact from matter where company_id = current_company() and words @@ sought and (centres is null or centre_id = any (centres))
        and (not exists (select from unnest(patterns) pattern where lower(normalize(words_text, nfkc)) not like pattern) or reporter_digits like digits)
      order by received_at desc limit most)
    union all
    (select n.* from (select typed as begins union select code || typed from centre where company_id = current_company()) b
      cross join lateral (select matter_id, received_at, number = b.begins from matter
        where company_id = current_company() and number >= b.begins and number < b.begins || '~' and (centres is null or centre_id = any (centres)) order by number desc limit most) n)
    union all
    (select matter_id, received_at, true from matter where company_id = current_company() and running = ltrim(typed, '0') and (centres is null or centre_id = any (centres))
      order by received_at desc limit most)
  ) found group by matter_id, received_at order by bool_or(exact) desc, received_at desc limit most $$;
revoke all on function matters_with(tsquery, text[], text, text, uuid[], int) from public;
grant execute on function matters_with(tsquery, text[], text, text, uuid[], int) to shouwen_app;
