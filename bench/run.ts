import { writeFile } from 'node:fs/promises'
import { findCast } from './cast.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { goalsOf, say } from './goals.ts'
import { benchImport } from './import.ts'
import { loadOverHttp } from './load.ts'
import { type Figure, measure } from './measure.ts'
import { type Options, readOptions } from './options.ts'
import { openInside, openOnServer, type Place } from './place.ts'
import { compare, explainPages, type PagePlans, planGoals } from './plans.ts'
import { aligned, machineOf, table, weightOf } from './report.ts'
import { scenariosOf } from './scenarios.ts'
import { secret } from './visitor.ts'

// Fills, measures and says what it found; an option it does not know makes it tell which there are. Built as the server is,
// because that is what is measured.
async function main(args: string[]): Promise<void> {
  const options = readOptions(args)
  const cluster = options.engine === 'postgres' ? await openCluster(options.keep) : null
  const results: object[] = []
  const plans: PagePlans[][] = []
  try {
    for (const clients of options.clients) results.push(await one(cluster, clients, options, plans))
  } finally {
    await cluster?.stop()
  }
  if (plans.length > 0) results.push(tellPlans(plans))
  if (options.json) await writeFile(options.json, `${JSON.stringify(results, null, 2)}\n`)
}

async function one(
  cluster: Cluster | null,
  clients: number,
  options: Options,
  plans: PagePlans[][],
): Promise<object> {
  const size = { clients, lines: options.lines ?? clients * 8 }
  const place = cluster ? await openOnServer(cluster, size) : await openInside(size)
  try {
    const machine = await machineOf(place)
    console.log(`\n${clients} clients: ${words(machine)}\n`)
    const figures = options.measure ? await all(place, options) : []
    if (figures.length > 0) console.log(`${table(figures)}\n`)
    const weight = await weightOf(place)
    console.log(`${words(weight)}\n`)
    const more = await further(place, options)
    const goals = goalsOf({ engine: options.engine, clients, figures })
    for (const goal of goals) console.log(say(goal))
    if (options.explain) plans.push(await explainPages(place))
    return { machine, weight, figures, ...more, goals }
  } finally {
    await place.close()
  }
}

async function all(place: Place, { parallel, runs, only }: Options): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const atOnce of parallel) {
    const scenarios = scenariosOf(place, await findCast(place))
    for (const scenario of scenarios.filter(({ name }) => name.startsWith(only)))
      figures.push(await measure(scenario, atOnce, runs))
  }
  return figures
}

// What is asked for by name: load over HTTP, and a sheet that is read in.
async function further(place: Place, { http, parallel, importRows }: Options): Promise<object> {
  if (http === 0 && importRows === 0) return {}
  const cast = await findCast(place)
  const load = http > 0 ? await loadOverHttp(place, cast, http, Math.max(...parallel)) : null
  if (load) console.log(`dossier pages over HTTP: ${words(load)}\n`)
  const { id: maker, token } = cast.secretary
  const importer = { asker: { database: place.database, token }, secret, team: cast.team, maker }
  const read = importRows > 0 ? await benchImport(importer, importRows) : null
  if (read) console.log(`seconds to read in ${importRows} rows: ${words(read)}\n`)
  return { load, read }
}

function tellPlans(plans: PagePlans[][]): object {
  const [small = [], large = small] = [plans[0], plans.at(-1)]
  console.log(`\nbuffers of a visit\n${aligned(small.map(({ name, buffers }) => [name, String(buffers)]))}\n`)
  if (plans.length < 2) return { plans: small.map(({ name, buffers }) => ({ name, buffers })) }
  const compared = compare(small, large)
  const changed = new Map(compared.flatMap((page) => page.changed.map((one) => [one.statement, one])))
  for (const { statement, small: before, large: after } of changed.values())
    console.log(`${statement}\n  small ${before}\n  large ${after}\n`)
  const goals = planGoals(compared)
  for (const goal of goals) console.log(say(goal))
  return { compared, goals }
}

function words(facts: object): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}`)
    .join(', ')
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
