import { NotFound } from '../../../core/outcome.ts'
import { type Ctx, typed } from '../../../platform/web.ts'
import { beginSession } from '../acts/begin-session.ts'
import { localPath } from '../rules/local-path.ts'
import { type DemoPerson, demoPeople, isForTrying } from '../store/demo-people.ts'

/** The cast of a demo, for programs that try the product. */
export async function get(c: Ctx): Promise<Response> {
  const people = await castOf(c)
  return c.json(
    people.map(({ slug, name, role, organisation, team }) => ({ slug, name, role, organisation, team })),
  )
}

/** Signs in as one of the cast, without proof. */
export async function post(c: Ctx): Promise<Response> {
  const people = await castOf(c)
  const { persoon } = await typed(c)
  const person = people.find((each) => each.slug === persoon)
  if (!person) throw new NotFound('not one of the cast')
  return beginSession(c, person.personId, { ...person, back: backFor(c, person) })
}

// Whoever is chosen may be somebody else than who was here: then their own first page comes.
function backFor(c: Ctx, { role }: DemoPerson): string | null {
  const back = localPath(c.req.query('terug'))
  return back && c.var.reaches(back, role) ? back : null
}

// Two locks: how the process was started, and what the database was made as.
async function castOf(c: Ctx): Promise<DemoPerson[]> {
  const { house } = c.var
  if (!house.demo || !(await isForTrying(house.database))) throw new NotFound('not a demo')
  return demoPeople(house.database)
}
