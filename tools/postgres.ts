import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { inPath, installOnDebian, isProgram, Missing } from './provision.ts'

/** A throw-away PostgreSQL: where its owner, the web process, the sign-in routes and the jobs log in, and how to end it. */
export type TestCluster = {
  ownerUrl: string
  appUrl: string
  signinUrl: string
  jobsUrl: string
  stop(): Promise<void>
}

const oldest = 15
const advice =
  'PostgreSQL 15 or later is missing. Debian: apt-get install postgresql; macOS: brew install postgresql@17. Nothing needs to be started.'

// For tests alone: nothing survives a power cut. Parameters are kept out of the log, as operations.md asks of real ones.
const settings = {
  listen_addresses: '127.0.0.1',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '128MB',
  max_connections: '60',
  log_parameter_max_length: '0',
}

// The shell holds the server and ends it when our end of its input closes: at stop(), and also when we are killed.
const holder = `
exec 3<&0
"$@" </dev/null >"$DIR/log" 2>&1 &
server=$!
( read -r _ <&3; kill -INT $server ) &
watch=$!
wait $server; code=$?
kill $watch 2>/dev/null
tail=$(tail -n 20 "$DIR/log")
rm -rf "$DIR"
[ $code -eq 0 ] || echo "$tail" >&2
exit $code`

/** The folder with initdb and postgres of the newest version here; installs it first when we are root on Debian. */
export async function ensurePostgres(): Promise<string> {
  const found = newest()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    // Debian starts a server of its own on port 5432 unless it is told not to before the package arrives.
    mkdirSync('/etc/postgresql-common', { recursive: true })
    writeFileSync('/etc/postgresql-common/createcluster.conf', 'create_main_cluster = false\n')
  }
  installOnDebian(['postgresql'], advice)
  const installed = newest()
  if (!installed)
    throw new Error('apt-get installed postgresql, but no version of 15 or later is in /usr/lib/postgresql')
  return installed
}

/** Starts a server of our own in a temporary folder, on a free port of this machine; it ends when this process does. */
export async function startTestCluster(): Promise<TestCluster> {
  const bin = await ensurePostgres()
  const user = serverUser()
  const dir = await mkdtemp(join(tmpdir(), 'optimaal-leven-postgres-'))
  if (user) chownSync(dir, user.uid, user.gid)
  const data = join(dir, 'data')
  const as = { ...user, cwd: dir }
  try {
    const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8'
    const words = [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale',
      locale,
      '--no-sync',
      '-N',
    ]
    await promisify(execFile)(join(bin, 'initdb'), words, as)
    const port = await freePort()
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const server = [join(bin, 'postgres'), '-D', data, '-p', String(port), '-k', dir, ...options]
    const child = spawn('/bin/sh', ['-c', holder, 'sh', ...server], {
      ...as,
      env: { ...process.env, DIR: dir },
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    await ready(child, join(data, 'postmaster.pid'))
    const url = (login: string) => `postgres://${login}@127.0.0.1:${port}/postgres`
    return {
      ownerUrl: url('postgres'),
      appUrl: url('web'),
      signinUrl: url('signin_login'),
      jobsUrl: url('jobs_login'),
      stop: () => end(child),
    }
  } catch (error) {
    await rm(dir, { recursive: true, force: true })
    throw error
  }
}

/** Makes the logins of the web process, the sign-in routes and the jobs, when they are missing. The migrations made the roles. */
export async function grantLogins(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const [login, role] of logins) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login])
      if (rowCount === 0) await client.query(`create role ${login} login noinherit`)
      await client.query(`grant ${role} to ${login}`)
    }
  } finally {
    await client.end()
  }
}

/** Login and the role it may take on. It inherits nothing: outside a transaction of ours it has no rights. */
export const logins = [
  ['web', 'app'],
  ['signin_login', 'signin'],
  ['jobs_login', 'jobs'],
] as const

function newest(): string | undefined {
  const versions = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']
    .filter(existsSync)
    .flatMap((parent) => readdirSync(parent).map((name) => join(parent, name, 'bin')))
    .filter((folder) => isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres')))
  const pathed = inPath('postgres')
  const folders = pathed ? [dirname(realpathSync(pathed)), ...versions] : versions
  const known = folders.map((folder) => ({ folder, version: versionOf(folder) }))
  return known.filter((v) => v.version >= oldest).sort((a, b) => b.version - a.version)[0]?.folder
}

function versionOf(folder: string): number {
  const { stdout } = spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' })
  return Number(/(\d+)/.exec(stdout ?? '')?.[1] ?? 0)
}

// PostgreSQL refuses to run as root; its package brought a user of its own.
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  if (!line)
    throw new Missing('PostgreSQL does not run as root, and there is no user postgres. Run as another user.')
  return { uid: Number(line[1]), gid: Number(line[2]) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

// The server writes "ready" on the last line of its pid file, which is what pg_ctl waits for too.
async function ready(child: ChildProcess, pidFile: string): Promise<void> {
  let complaint = ''
  child.stderr?.on('data', (words) => {
    complaint += words
  })
  for (const started = Date.now(); Date.now() - started < 60_000; await delay(20)) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${complaint}`)
    if (existsSync(pidFile) && /^ready\s*$/m.test(readFileSync(pidFile, 'utf8'))) return release(child)
  }
  await end(child)
  throw new Error('PostgreSQL was not ready after a minute')
}

// From here the server may run on without keeping this process alive.
function release(child: ChildProcess): void {
  child.unref()
  for (const pipe of [child.stdin, child.stderr])
    if (pipe && 'unref' in pipe) (pipe as { unref(): void }).unref()
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  child.ref()
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.stdin?.end()
  await gone
}
