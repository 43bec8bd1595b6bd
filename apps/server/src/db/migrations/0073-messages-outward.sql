-- Messages that leave the house: what a message is about without a customer's words, what each person chose, the browsers that take pushes,
-- the company's webhook, and each delivery.
alter table message drop constraint message_kind_check, drop constraint message_check1;
alter table message alter centre_id drop not null,
  add rule text, add duty_zh text, add duty_en text,
  -- of class I: held back by nobody's quiet hours
  add urgent boolean not null default false,
  -- 'channel': about the ways of messages themselves, an address to confirm or a test
  add check (kind in ('warning', 'due', 'overdue', 'class_one', 'check', 'channel')),
  add check (matter_id is not null or kind in ('check', 'channel')),
  add check (centre_id is not null or kind in ('check', 'channel'));
create index on message (company_id, matter_id, message_id) where kind = 'class_one';

create table message_choice (
  company_id uuid not null,
  staff_id uuid not null,
  email text,
  email_confirmed_at timestamptz,
  -- an address not confirmed yet; the token opens nothing but this, and only for this person signed in
  email_asked text, email_token text, email_asked_at timestamptz,
  mail_kinds text[] not null,
  push_kinds text[] not null,
  -- local to the centre a message is about; both or none
  quiet_from time, quiet_until time,
  language text not null check (language in ('zh', 'en')),
  revision int not null,
  primary key (company_id, staff_id),
  foreign key (company_id, staff_id) references staff,
  check ((email is null) = (email_confirmed_at is null)),
  check (num_nulls(email_asked, email_token, email_asked_at) in (0, 3)),
  check ((quiet_from is null) = (quiet_until is null))
);

create table push_subscription (
  company_id uuid not null,
  subscription_id uuid not null,
  staff_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  browser text,
  made_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, subscription_id),
  foreign key (company_id, staff_id) references staff
);
-- one browser is one person's: whoever signs in there next and asks for pushes takes it over
create unique index push_subscription_once on push_subscription (company_id, endpoint) where ended_at is null;
create index on push_subscription (company_id, staff_id) where ended_at is null;

create table webhook (
  company_id uuid not null references company,
  url text not null,
  -- signs each call, so it is kept as it is
  secret text not null,
  made_by uuid not null, made_at timestamptz not null,
  failing_since timestamptz, last_error text,
  disabled_at timestamptz,
  revision int not null,
  primary key (company_id),
  foreign key (company_id, made_by) references staff (company_id, staff_id)
);

-- Each message by each way, once.
create table delivery (
  company_id uuid not null,
  delivery_id uuid not null,
  message_id uuid not null,
  channel text not null check (channel in ('mail', 'push', 'webhook')),
  -- the browser of a push
  subscription_id uuid,
  -- where the letter goes that confirms an address; others go to the address confirmed
  address text,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  -- not before: quiet hours, or the next try
  next_at timestamptz not null,
  tries int not null,
  error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (company_id, delivery_id),
  unique nulls not distinct (company_id, message_id, channel, subscription_id),
  foreign key (company_id, message_id) references message,
  foreign key (company_id, subscription_id) references push_subscription,
  check ((channel = 'push') = (subscription_id is not null)),
  check ((state = 'waiting') = (settled_at is null))
);
create index on delivery (company_id, next_at) where state = 'waiting';

call keep_to_company(array['message_choice', 'push_subscription', 'webhook', 'delivery']::regclass[]);
revoke delete on message_choice, push_subscription, delivery from shouwen_app;
