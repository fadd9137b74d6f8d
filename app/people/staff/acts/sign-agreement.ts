import type { OrganisationId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import { sqlState } from '../../../platform/sql-state.ts'
import type { AgreementForm } from '../rules/house-forms.ts'
import { insertAgreement } from '../store/house.ts'

/** An organisation signs the legal addendum; its id, or 'overlaps' when another one runs in those days. */
export async function signAgreement(
  asker: Asker,
  organisation: OrganisationId,
  { from, until }: AgreementForm,
): Promise<string> {
  try {
    return await act(asker, [], (tx) => insertAgreement(tx, organisation, from, until))
  } catch (error) {
    if (sqlState(error) === '23P01') return 'overlaps'
    throw error
  }
}
