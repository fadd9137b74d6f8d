import type { OrganisationId } from '../../../core/id.ts'
import { type Asker, act } from '../../../platform/database.ts'
import type { OrganisationForm } from '../rules/house-forms.ts'
import { insertAgreement, insertOrganisation } from '../store/house.ts'

/** An organisation joins the region, with its agreement when that is signed already. */
export async function addOrganisation(asker: Asker, form: OrganisationForm): Promise<OrganisationId> {
  return act(asker, [], async (tx) => {
    const id = await insertOrganisation(tx, form)
    if (form.signedOn) await insertAgreement(tx, id, form.signedOn, null)
    return id
  })
}
