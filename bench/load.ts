import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import { link } from '../app/links.ts'
import type { Cast } from './cast.ts'
import type { Place } from './place.ts'
import { cookieOf, openApp } from './visitor.ts'

/** Dossier pages over HTTP, so many people at once: pages a second, and ms. */
export type Load = { atOnce: number; perSecond: number; p50: number; p97: number; errors: number }

type Report = {
  requests: { average: number }
  latency: { p50: number; p97_5: number }
  errors: number
  non2xx: number
}

/** Serves the product on a free port and lets another process ask for one dossier for some seconds. */
export async function loadOverHttp(place: Place, cast: Cast, seconds: number, atOnce: number): Promise<Load> {
  const { server, port } = await listening(place)
  const person = cast.people[0]?.id ?? ''
  const words = [
    fileURLToPath(import.meta.resolve('autocannon')),
    ...['--json', '-c', String(atOnce), '-d', String(seconds)],
    ...['-H', `cookie=${cookieOf(cast.practitioner.token)}`],
    `http://127.0.0.1:${port}${link('dossier', { clientId: person })}`,
  ]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: 1e7 })
    const { requests, latency, errors, non2xx } = JSON.parse(stdout) as Report
    const { p50, p97_5: p97 } = latency
    return { atOnce, perSecond: Math.round(requests.average), p50, p97, errors: errors + non2xx }
  } finally {
    server.close()
  }
}

function listening({ database }: Place): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: openApp(database).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, port }),
    )
  })
}
