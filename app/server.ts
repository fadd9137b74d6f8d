import { serve } from '@hono/node-server'
import { tellRegion } from '../demo/region.ts'
import { makeApp } from './app.tsx'
import { jobsOf } from './jobs.ts'
import { link } from './links.ts'
import { isSetUp, setUpCode } from './people/accounts/door.ts'
import { readConfig } from './platform/config.ts'
import { startJobs } from './platform/jobs.ts'
import { log } from './platform/log.ts'
import { markTold, type OpenHouse, openHouse } from './platform/start.ts'

const [command = 'start', ...flags] = process.argv.slice(2)

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
})

async function main(): Promise<void> {
  const production = command === 'serve'
  log.toOutput(production)
  const config = readConfig(process.env, production)
  const opened = await openHouse(config, { production, empty: flags.includes('--empty') })
  if (!production && !flags.includes('--empty') && !opened.house.demo) sayEmpty(opened)
  if (opened.isNewDemo) await firstTeam(opened)
  listen(opened)
}

// Kept as it is: what is in it may be somebody's.
function sayEmpty({ folder, house }: OpenHouse): void {
  const place = house.config.DATABASE_URL ? 'This database' : folder
  process.stdout.write(`${place} was made without the example region, and stays so.`)
  process.stdout.write(' For the region: DATA_DIR=.demo npm start\n')
}

// The demo is told while people can already look: the first team before the doors open, the others behind them.
function firstTeam(opened: OpenHouse): Promise<void> {
  const { house, folder } = opened
  return new Promise((resolve, reject) => {
    let first = ''
    const progress = (team: string, told: number, of: number) => {
      first ||= team
      if (told % 25 === 0 || told === of)
        process.stdout.write(`  voorbeeldregio: team ${team}, ${told} van ${of} levens verteld\n`)
      if (team === first && told === of) resolve()
    }
    tellRegion(house.database, house.keys.secret, { progress })
      .then(() => markTold(folder))
      .catch((error: unknown) => {
        log.failure(error)
        log.said('De voorbeeldregio is niet af: een nieuwe start vertelt haar opnieuw.')
        reject(error)
      })
  })
}

function listen(opened: OpenHouse): void {
  const { config, demo } = opened.house
  const app = makeApp(opened.house)
  const server = serve({ fetch: app.fetch, port: config.PORT, hostname: demo ? '127.0.0.1' : config.HOST })
  server.on('error', (error) => {
    console.error(`Port ${config.PORT} is not free (${error.message}). Choose another: PORT=3001 npm start`)
    process.exit(1)
  })
  server.on('listening', () => greet(config.PORT, opened).catch(log.failure))
  const stopJobs = startJobs(jobsOf(opened.house))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop(server, stopJobs, opened))
}

async function greet(port: number, { house }: OpenHouse): Promise<void> {
  const address = `http://localhost:${port}`
  const how = (await isSetUp(house.database))
    ? 'Meld u aan met uw e-mailadres en wachtwoord.'
    : `Er is nog geen account. Richt de regio in op ${address}${link('setUp')} met inrichtcode ${setUpCode(house.keys.secret)}`
  const demo = 'Voorbeeldregio: kies op de aanmeldpagina iemand om als die persoon te kijken.'
  process.stdout.write(`\nOptimaal Leven: ${address}\n${house.demo ? demo : how}\n\n`)
}

// No new requests or jobs, the running ones finish, then the database closes; a second signal would end it at once.
function stop(server: ReturnType<typeof serve>, stopJobs: () => Promise<void>, opened: OpenHouse): void {
  setTimeout(() => process.exit(1), 10_000).unref()
  const jobsEnded = stopJobs()
  server.close(() => {
    jobsEnded
      .then(() => opened.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  })
}
