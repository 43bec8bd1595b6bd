-- ARC: rooms, the people in them, and what was done to their files.
create table room (
  company_id uuid not null,
  room_id uuid not null,
  centre_id uuid not null,
  kind text not null check (kind in ('room', 'common')),
  building text,
  unit text,
  number text,
  name text not null check (length(name) between 1 and 200),
  -- the name with its numbers padded, so that 2栋 comes before 10栋
  place_in_order text not null,
  revision int not null,
  entered_by uuid not null, entered_at timestamptz not null,
  words tsvector not null,
  primary key (company_id, room_id),
  unique (company_id, centre_id, name),
  foreign key (company_id, centre_id) references centre,
  check ((kind = 'room') = (building is not null and number is not null))
);
create index on room (company_id, place_in_order, room_id);
create index on room using gin (words);

-- The file belongs to the centre that keeps it; file and card number stand in file_number.
create table person (
  company_id uuid not null,
  person_id uuid not null,
  centre_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  moved_in_on date,
  file_number text,
  card_number text,
  important text,
  revision int not null,
  entered_by uuid not null, entered_at timestamptz not null,
  words tsvector not null,
  primary key (company_id, person_id),
  foreign key (company_id, centre_id) references centre
);
create index on person (company_id, name, person_id);
create index on person using gin (words);

-- ARC-04: no number is given twice, be it a file's or a card's, not even after its holder's name is gone.
create table file_number (
  company_id uuid not null,
  number text not null,
  person_id uuid not null,
  given_at timestamptz not null,
  primary key (company_id, number),
  foreign key (company_id, person_id) references person
);
create table file_counter (
  company_id uuid not null references company,
  day date not null,
  last int not null,
  primary key (company_id, day)
);

create table person_phone (
  company_id uuid not null,
  person_id uuid not null,
  digits text not null check (digits ~ '^[0-9]{3,20}$'),
  phone text not null,
  place int not null,
  primary key (company_id, person_id, digits),
  foreign key (company_id, person_id) references person
);
create index on person_phone (company_id, digits);

create table lives_in (
  company_id uuid not null,
  stay_id uuid not null,
  person_id uuid not null,
  room_id uuid not null,
  relation text not null check (relation in ('owner', 'tenant', 'resident', 'family', 'other')),
  since date not null,
  until date,
  primary key (company_id, stay_id),
  foreign key (company_id, person_id) references person,
  foreign key (company_id, room_id) references room
);
create unique index lives_in_once on lives_in (company_id, person_id, room_id, relation) where until is null;
create index on lives_in (company_id, room_id) where until is null;

-- CBK-04: until they lift it, nothing can be scheduled for them.
create table callback_rejection (
  company_id uuid not null,
  rejection_id uuid not null,
  person_id uuid not null,
  binds text not null check (binds in ('person', 'household')),
  words text not null,
  reason text not null,
  said_on date not null,
  taken_by uuid not null,
  recorded_by uuid not null, recorded_at timestamptz not null,
  lifted_at timestamptz, lifted_by uuid, lifting_words text,
  primary key (company_id, rejection_id),
  foreign key (company_id, person_id) references person,
  foreign key (company_id, taken_by) references staff,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifting_words is null))
);
create unique index callback_rejection_once on callback_rejection (company_id, person_id, binds) where lifted_at is null;

-- What was done to a file, by whom, and what stood there before: history that a correction keeps.
create table customer_fact (
  company_id uuid not null,
  fact_id uuid not null,
  person_id uuid,
  room_id uuid,
  what text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  by uuid not null,
  data jsonb not null,
  primary key (company_id, fact_id),
  foreign key (company_id, person_id) references person,
  foreign key (company_id, room_id) references room,
  check ((person_id is null) <> (room_id is null))
);
create index on customer_fact (company_id, person_id, recorded_at);
create index on customer_fact (company_id, room_id, recorded_at);

-- ARC-07: who looked at a full record, when, and what for.
create table customer_look (
  company_id uuid not null,
  look_id uuid not null,
  person_id uuid not null,
  looked_by uuid not null,
  looked_at timestamptz not null,
  purpose text not null,
  primary key (company_id, look_id),
  foreign key (company_id, person_id) references person
);
create index on customer_look (company_id, person_id, looked_at desc);

call keep_to_company(array['room', 'person', 'file_number', 'file_counter', 'person_phone', 'lives_in', 'callback_rejection', 'customer_fact', 'customer_look']::regclass[]);
revoke update, delete on customer_fact, customer_look, file_number from shouwen_app;

-- The search index. An index can't be used through row-level security for an operator that might leak (@@ and LIKE are not leakproof), so these
-- look things up as the tables' owner, in the company of the transaction alone. `patterns` rule out texts that hold all pairs apart.
create function rooms_with(sought tsquery, patterns text[], centres uuid[], most int) returns setof uuid language sql stable security definer set search_path = public as $$
  select room_id from room where company_id = current_company() and words @@ sought and (centres is null or centre_id = any (centres))
    and not exists (select from unnest(patterns) pattern where lower(normalize(name, nfkc)) not like pattern)
  order by place_in_order limit most $$;
create function people_with(sought tsquery, patterns text[], digits text, centres uuid[], most int) returns setof uuid language sql stable security definer set search_path = public as $$
  select person_id from person p where company_id = current_company() and words @@ sought and (centres is null or centre_id = any (centres))
    and (not exists (select from unnest(patterns) pattern where lower(normalize(concat_ws(e'\n', name, file_number, card_number), nfkc)) not like pattern)
      or exists (select from person_phone h where h.company_id = p.company_id and h.person_id = p.person_id and h.digits like digits))
  order by name, person_id limit most $$;
create function matters_with(sought tsquery, patterns text[], centres uuid[], most int) returns setof uuid language sql stable security definer set search_path = public as $$
  select matter_id from matter where company_id = current_company() and words @@ sought and (centres is null or centre_id = any (centres))
    and not exists (select from unnest(patterns) pattern where lower(normalize(words_text, nfkc)) not like pattern)
  order by received_at desc limit most $$;
revoke all on function rooms_with(tsquery, text[], uuid[], int), people_with(tsquery, text[], text, uuid[], int), matters_with(tsquery, text[], uuid[], int) from public;
grant execute on function rooms_with(tsquery, text[], uuid[], int), people_with(tsquery, text[], text, uuid[], int), matters_with(tsquery, text[], uuid[], int) to shouwen_app;
