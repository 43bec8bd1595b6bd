-- The installation's key pair for web push (VAPID), made once: browsers take pushes signed by it alone.
alter table auth.installation add push_public text, add push_private text, add check ((push_public is null) = (push_private is null));
