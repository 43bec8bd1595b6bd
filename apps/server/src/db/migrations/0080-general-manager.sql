-- CHO-14: accidents are reported up to the general manager, who holds a post of the company.
alter table post_held drop constraint post_held_check,
  add constraint post_held_check check (centre_id is not null or post in ('leader_in_charge', 'quality_department', 'functional_department', 'company_administrator', 'auditor', 'general_manager'));
