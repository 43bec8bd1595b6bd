-- STD-02, STD-05: a company's lists of phrases; each as it was kept stays, the last one holds.
create table phrase_book (
  company_id uuid not null references company,
  revision int not null check (revision > 0),
  phrases jsonb not null check (jsonb_typeof(phrases) = 'array'),
  written_by uuid not null, written_at timestamptz not null,
  primary key (company_id, revision)
);
call keep_to_company(array['phrase_book']::regclass[]);
-- FCR-32: what was said though it is on the list, for the signs of breaches.
create index matter_fact_flagged on matter_fact (company_id, happened_at) where data ? 'flagged';
