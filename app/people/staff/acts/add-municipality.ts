import { type Asker, act } from '../../../platform/database.ts'
import type { MunicipalityForm } from '../rules/house-forms.ts'
import { putMunicipality } from '../store/house.ts'

/** A municipality of the region, by its CBS code. */
export async function addMunicipality(asker: Asker, municipality: MunicipalityForm): Promise<void> {
  await act(asker, [], (tx) => putMunicipality(tx, municipality))
}
