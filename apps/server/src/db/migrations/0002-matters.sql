-- A matter and what happened to it. matter_fact is the record; the other columns of `matter`, and `clock`, are read off it (matters/settle.ts).
create table matter_counter (
  company_id uuid not null,
  centre_id uuid not null,
  month text not null,
  last int not null,
  primary key (company_id, centre_id, month),
  foreign key (company_id, centre_id) references centre
);

create table matter (
  company_id uuid not null,
  matter_id uuid not null,
  centre_id uuid not null,
  number text not null,
  revision int not null,
  received_at timestamptz not null,
  registered_at timestamptz not null,
  -- read off the facts:
  kind text not null,
  class text not null check (class in ('I', 'II', 'III', 'IV', 'V')),
  channel text not null,
  state text not null,
  title text not null,
  place text,
  reporter_name text,
  person_id uuid,
  room_id uuid,
  first_contact_id uuid,
  holder_id uuid,
  holder_department_id uuid,
  complained_about_id uuid,
  source text,
  imported boolean not null,
  closed_at timestamptz,
  closed_way text,
  -- the open clock that is due first, for lists in the order of what falls due
  next_clock text,
  next_rule text,
  next_due_at timestamptz,
  next_warn_at timestamptz,
  next_breach_after timestamptz,
  words tsvector not null,
  words_text text not null,
  primary key (company_id, matter_id),
  unique (company_id, number),
  unique (company_id, centre_id, source),
  foreign key (company_id, centre_id) references centre
);
create index on matter (company_id, centre_id, next_due_at, matter_id) where closed_at is null;
create index on matter (company_id, centre_id, received_at desc, matter_id desc);
create index on matter (company_id, holder_id, next_due_at) where closed_at is null;
create index on matter (company_id, person_id, received_at desc);
create index on matter (company_id, room_id, received_at desc);
create index on matter using gin (words);

create table matter_fact (
  company_id uuid not null,
  matter_id uuid not null,
  fact_id uuid not null,
  what text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by uuid not null,
  data jsonb not null,
  primary key (company_id, matter_id, fact_id),
  foreign key (company_id, matter_id) references matter
);
create index on matter_fact (company_id, recorded_at);
-- Append-only: what happened is never changed; a time is corrected by a fact of its own (CAL-13).
create function keep_facts() returns trigger language plpgsql as $$ begin raise exception 'facts are never changed'; end $$;
create trigger append_only before update or delete on matter_fact for each row execute function keep_facts();

-- A cache of the derivation, except that a row with a verdict is sealed: nothing may touch its outcome again (CAL-10).
create table clock (
  company_id uuid not null,
  matter_id uuid not null,
  clock_id text not null,
  centre_id uuid not null,
  name text not null,
  rule text not null,
  owed_post text not null,
  owed_by uuid,
  owed_department uuid,
  start_at timestamptz not null,
  due_at timestamptz,
  warn_at timestamptz,
  breach_after timestamptz,
  next_alarm_at timestamptz,
  verdict text check (verdict in ('met', 'breached', 'void')),
  ended_at timestamptz,
  policy text not null,
  imported boolean not null,
  derived text not null,
  differing text,
  primary key (company_id, matter_id, clock_id),
  foreign key (company_id, matter_id) references matter
);
create index on clock (company_id, owed_by, due_at) where verdict is null;
create index on clock (company_id, centre_id, owed_post, due_at) where verdict is null and owed_by is null;
create index on clock (company_id, next_alarm_at) where next_alarm_at is not null;
create index on clock (company_id, centre_id, rule, start_at);
create function keep_sealed() returns trigger language plpgsql as $$ begin
  if tg_op = 'DELETE' or (new.verdict, new.start_at, new.due_at, new.ended_at, new.derived) is distinct from (old.verdict, old.start_at, old.due_at, old.ended_at, old.derived)
  then raise exception 'clock % is sealed', old.clock_id; end if;
  return new;
end $$;
create trigger sealed before update or delete on clock for each row when (old.verdict is not null) execute function keep_sealed();

call keep_to_company(array['matter_counter', 'matter', 'matter_fact', 'clock']::regclass[]);
revoke update, delete on matter_fact from shouwen_app;
