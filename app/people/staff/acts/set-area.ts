import { type Asker, act } from '../../../platform/database.ts'
import type { AreaForm } from '../rules/house-forms.ts'
import { putArea } from '../store/house.ts'

/** Which team serves a postcode area from now on. */
export async function setArea(asker: Asker, area: AreaForm): Promise<void> {
  await act(asker, [], (tx) => putArea(tx, area))
}
