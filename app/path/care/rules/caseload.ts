import type { OrganisationId } from '../../../core/id.ts'

/** So many people with exactly these organisations around them; none: nobody takes part yet. */
export type Together = { organisations: OrganisationId[]; people: number }

/** One organisation: its people, those it alone cares for, and those shared. Welfare is not counted in sharing: null. */
export type OrganisationCount = {
  id: OrganisationId
  people: number
  unique: number | null
  shared: number | null
}

/** A person counts once per team, however many organisations take part (E 4.2). */
export type Sharing = {
  people: number
  unique: number
  shared: number
  withoutOrganisation: number
  organisations: OrganisationCount[]
}

/**
 * Unique and shared over the care organisations; welfare takes part but is not counted as sharing (E 4.2: "betrokkenheid
 * van welzijn niet meegenomen"). Unique + shared + without = the people, and per care organisation unique + shared = people.
 */
export function countSharing(groups: Together[], isWelfare: (id: OrganisationId) => boolean): Sharing {
  const around = groups.map(({ organisations, people }) => {
    const ids = [...new Set(organisations)]
    return { ids, people, carers: ids.filter((id) => !isWelfare(id)).length }
  })
  const all = [...new Set(around.flatMap(({ ids }) => ids))]
  return {
    people: total(around),
    unique: total(around.filter(({ carers }) => carers === 1)),
    shared: total(around.filter(({ carers }) => carers > 1)),
    withoutOrganisation: total(around.filter(({ carers }) => carers === 0)),
    organisations: all.map((id) => {
      const own = around.filter(({ ids }) => ids.includes(id))
      const people = total(own)
      if (isWelfare(id)) return { id, people, unique: null, shared: null }
      const shared = total(own.filter(({ carers }) => carers > 1))
      return { id, people, unique: people - shared, shared }
    }),
  }
}

function total(groups: { people: number }[]): number {
  return groups.reduce((sum, { people }) => sum + people, 0)
}
