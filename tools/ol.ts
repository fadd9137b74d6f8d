import { openServer } from '../app/platform/engine.ts'
import { migrate } from '../database/migrate.ts'
import { logins } from './postgres.ts'

const help = `npm run ol -- COMMAND
  migrate [real|demo|test]  brings the database at OWNER_DATABASE_URL to the newest schema; the word counts for a new one
  logins                    prints the SQL that makes the logins of the web process, the sign-in routes and the jobs
  help                      this text`

const commands: Record<string, (args: string[]) => Promise<void> | void> = {
  migrate: ([kind = 'real']) => migrateServer(kind),
  logins: printLogins,
  help: () => console.log(help),
}

async function migrateServer(kind: string): Promise<void> {
  if (kind !== 'real' && kind !== 'demo' && kind !== 'test') throw new Error(help)
  const url = process.env.OWNER_DATABASE_URL
  if (!url) throw new Error('Set OWNER_DATABASE_URL to the database and the login that owns it.')
  const database = openServer({ app: url, signin: url, jobs: url, owner: url })
  try {
    if (!database.owner) throw new Error('a server that was given an owner has an owner handle')
    const ran = await migrate(database.owner, kind, (name) => console.log(`running ${name}`))
    console.log(
      ran.length === 0 ? 'The schema was new enough: nothing ran.' : `Ran ${ran.length}: ${ran.join(', ')}`,
    )
  } finally {
    await database.close()
  }
}

// To be run once by the owner, after the first migrate, with passwords of your own.
function printLogins(): void {
  for (const [login, role] of logins) {
    console.log(`create role ${login} login noinherit password 'PASSWORD-OF-${login.toUpperCase()}';`)
    console.log(`grant ${role} to ${login};`)
  }
}

const [command = 'help', ...args] = process.argv.slice(2)
try {
  await (Object.hasOwn(commands, command) ? commands[command] : commands.help)?.(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
