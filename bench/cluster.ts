import { execFile, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ensurePostgres } from '../tools/postgres.ts'

/** Where the owner, the web process and the sign-in routes log in; stop() ends what we started ourselves. */
export type Cluster = { ownerUrl: string; appUrl: string; signinUrl: string; stop(): Promise<void> }

// As a real server: what is committed is on disk. Only sizes differ from PostgreSQL's defaults.
const settings = {
  listen_addresses: '127.0.0.1',
  shared_buffers: '1GB',
  effective_cache_size: '6GB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  checkpoint_timeout: '15min',
  max_connections: '80',
  log_parameter_max_length: '0',
}

const run = promisify(execFile)

/** A server of the environment (OWNER_DATABASE_URL and the two others), or else one of our own, with fsync on. */
export async function openCluster(keep: string | undefined): Promise<Cluster> {
  const { OWNER_DATABASE_URL, DATABASE_URL, SIGNIN_DATABASE_URL } = process.env
  if (!OWNER_DATABASE_URL) return startCluster(keep)
  const appUrl = DATABASE_URL ?? OWNER_DATABASE_URL
  return {
    ownerUrl: OWNER_DATABASE_URL,
    appUrl,
    signinUrl: SIGNIN_DATABASE_URL ?? appUrl,
    stop: async () => {},
  }
}

async function startCluster(keep: string | undefined): Promise<Cluster> {
  const bin = await ensurePostgres()
  const user = serverUser()
  const dir = keep ? resolve(keep) : await mkdtemp(join(tmpdir(), 'optimaal-leven-bench-'))
  mkdirSync(dir, { recursive: true })
  if (user) chownSync(dir, user.uid, user.gid)
  const data = join(dir, 'data')
  const as = { ...user, cwd: dir }
  if (!existsSync(data)) {
    const words = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8']
    await run(join(bin, 'initdb'), words, as)
  }
  const port = await freePort()
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const words = ['-D', data, '-l', join(dir, 'log'), '-w', '-o', `-p ${port} -k ${dir} ${options.join(' ')}`]
  await run(join(bin, 'pg_ctl'), [...words, 'start'], as)
  // However this process ends, the server ends with it.
  const stop = () => spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-w', '-m', 'fast', 'stop'], as)
  process.once('exit', stop)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const url = (login: string) => `postgres://${login}@127.0.0.1:${port}/postgres`
  return {
    ownerUrl: url('postgres'),
    appUrl: url('web'),
    signinUrl: url('signin_login'),
    async stop() {
      process.off('exit', stop)
      stop()
      if (!keep) await rm(dir, { recursive: true, force: true })
    },
  }
}

// PostgreSQL refuses to run as root; its package brought a user of its own.
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  if (!line) throw new Error('PostgreSQL does not run as root, and there is no user postgres.')
  return { uid: Number(line[1]), gid: Number(line[2]) }
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolvePort(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
