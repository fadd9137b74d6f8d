import { sql } from 'kysely'
import type { Lang } from '../../../core/texts.ts'
import type { Tx } from '../../../platform/database.ts'
import type { Right } from '../rules/rights.ts'

/** What one's own role may see, as the gate has it, and what one's functions are called. */
export type MyRights = {
  rights: Right[]
  /** false where one's organisation has no agreement today */
  isSigned: boolean
  functions: string[]
}

/** In one statement; `functions` are the codes of one's posts. */
export async function findMyRights(tx: Tx, functions: string[], lang: Lang): Promise<MyRights> {
  const word = sql.ref(lang === 'nl' ? 'f.nl' : 'f.en')
  const { rows } = await sql<{ rights: Right[] | null; is_signed: boolean; functions: string[] }>`
    select array(select ${word} from staff.functions f where f.code = any (${functions}::text[]) order by 1) as functions,
      (select jsonb_agg(jsonb_build_object('section', r.section, 'circle', r.circle, 'byRelation', r.by_relation, 'byReferral', r.by_referral,
        'byConsent', r.by_consent, 'byEmergency', r.by_emergency, 'writes', r.writes)) from access.my_rules() r) as rights,
      access.acting_organisation() is null or exists (select from staff.agreements a
        where a.organisation_id = access.acting_organisation() and a.during @> access.today()) as is_signed`.execute(
    tx,
  )
  const [row] = rows
  return { rights: row?.rights ?? [], isSigned: row?.is_signed ?? false, functions: row?.functions ?? [] }
}
