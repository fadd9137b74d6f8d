-- What must never be in the catalog. Each query returns the offenders; guard.test.ts expects none, and proves first that
-- each query can find one. Our schemas are those that keeper owns. Titles are the comment above a query.

-- a table that the application may touch, without forced row security or without a policy
select c.oid::regclass::text as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p')
  and (has_any_column_privilege('app', c.oid, 'select, insert, update, references') or has_table_privilege('app', c.oid, 'delete, truncate, trigger'))
  and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid));

-- a table with rows about clients, without forced row security
select c.oid::regclass::text as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity);

-- a table that hangs on a client's table, without a client_id of its own
select distinct k.conrelid::regclass::text as offender
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
where k.contype = 'f' and n.nspowner = 'keeper'::regrole
  and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'client_id' and not a.attisdropped)
  and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'client_id' and not a.attisdropped);

-- a foreign key between tables of clients that may join two clients: keys look past row policies
select k.conrelid::regclass::text || ' ' || k.conname as offender
from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = k.conrelid and a.attname = 'client_id' and not a.attisdropped
join pg_attribute b on b.attrelid = k.confrelid and b.attname = 'client_id' and not b.attisdropped
where k.contype = 'f' and n.nspowner = 'keeper'::regrole and k.confrelid <> 'clients.clients'::regclass
  and not (a.attnum = any (k.conkey) and b.attnum = any (k.confkey));

-- a table of client data that does not keep its earlier versions; keys, log and imports keep theirs in their own way
select c.oid::regclass::text as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p') and n.nspname not in ('access', 'consent', 'history', 'imports')
  -- 23: for each row, before, insert, update. A row that says who wrote it is the gate's own: no other role may say so.
  and (select coalesce(bit_or(t.tgtype::int), 0) & 23 from pg_trigger t where t.tgrelid = c.oid and t.tgenabled = 'O' and t.tgfoid = 'access.stamp'::regproc
    and (t.tgqual is null or pg_get_triggerdef(t.oid) like '%WHEN ((new.written_by IS NULL))%')) <> 23;

-- a view that reads as its owner
select c.oid::regclass::text as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspowner = 'keeper'::regrole and c.relkind in ('v', 'm')
  and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false);

-- a definer function with a search_path of its caller, or not owned by the gate
select p.oid::regprocedure::text as offender
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspowner = 'keeper'::regrole and p.prosecdef
  and (p.proowner <> 'gate'::regrole or not exists (select from unnest(p.proconfig) g where g = 'search_path=""'));

-- a function that everybody may execute
select p.oid::regprocedure::text as offender
from pg_proc p join pg_namespace n on n.oid = p.pronamespace
where n.nspowner = 'keeper'::regrole and has_function_privilege('public', p.oid, 'execute');

-- a right of the application on a whole table, where a list of columns should be
select c.oid::regclass::text || ' ' || right_on as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join unnest(array['select', 'insert', 'update']) right_on
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p') and has_table_privilege('app', c.oid, right_on);

-- a right of the application to delete or empty a table, or to put triggers on it
select c.oid::regclass::text || ' ' || right_on as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join unnest(array['delete', 'truncate', 'trigger', 'references']) right_on
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p', 'v') and has_table_privilege('app', c.oid, right_on);

-- a right of the application on the writer, the version or the episode of a row
select c.oid::regclass::text || ' ' || a.attname as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p') and a.attname in ('version', 'written_by', 'written_at', 'episode_id')
  and (has_column_privilege('app', c.oid, a.attnum, 'insert') or has_column_privilege('app', c.oid, a.attnum, 'update'));

-- a policy that speaks to everybody
select p.polrelid::regclass::text || ' ' || p.polname as offender
from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
where n.nspowner = 'keeper'::regrole and 0::oid = any (p.polroles);

-- a table that is not the owner's
select c.oid::regclass::text as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p', 'v', 'm', 'S') and c.relowner <> 'keeper'::regrole;

-- a right of the sign-in role outside the accounts
select c.oid::regclass::text as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspowner = 'keeper'::regrole and n.nspname <> 'accounts' and c.relkind in ('r', 'p', 'v', 'm')
  and (has_any_column_privilege('signin', c.oid, 'select, insert, update, references') or has_table_privilege('signin', c.oid, 'delete, truncate, trigger'));

-- a right of the jobs role on more than the letters that it took
select c.oid::regclass::text || ' ' || a.attname as offender
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where n.nspowner = 'keeper'::regrole and c.relkind in ('r', 'p', 'v', 'm')
  and (has_column_privilege('jobs', c.oid, a.attnum, 'insert, update, references') or has_table_privilege('jobs', c.oid, 'delete, truncate, trigger')
    or has_column_privilege('jobs', c.oid, a.attnum, 'select') and not (c.oid = 'documents.mails'::regclass and a.attname in ('id', 'address', 'subject', 'body')));

-- a role of ours that may log in, is above the policies, or is a member of another
select r.rolname::text as offender
from pg_roles r
where r.rolname in ('keeper', 'gate', 'signin', 'jobs', 'app')
  and (r.rolcanlogin or r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
    or exists (select from pg_auth_members m where m.member = r.oid));

-- a right to make objects where the application could put them in the way
select 'temporary tables' as offender where has_database_privilege('app', current_database(), 'temporary')
union all
select n.nspname::text from pg_namespace n where n.nspname !~ '^pg_' and (has_schema_privilege('app', n.oid, 'create') or has_schema_privilege('signin', n.oid, 'create') or has_schema_privilege('jobs', n.oid, 'create'));
