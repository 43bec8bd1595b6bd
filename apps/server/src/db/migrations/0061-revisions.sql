-- What may be changed counts its changes, so that an edit made on an older state is refused. A company's own days are one list with one count:
-- a day that is dropped and set again must not look as before.
alter table company add column days_revision int not null default 1;
alter table centre add column revision int not null default 1;
alter table staff add column revision int not null default 1;
alter table shift add column revision int not null default 1;
alter table callback_rejection add column revision int not null default 1;
