// Development: builds again at every change and starts the server anew on the same data. Arguments go to `start`.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'vite'

let server
let turn = Promise.resolve()

// The next one starts when the one before has let go of its data: two processes on one embedded database lose rows.
async function restart() {
  await stop()
  const words = ['--enable-source-maps', 'dist/server/server.js', 'start', ...process.argv.slice(2)]
  server = spawn(process.execPath, words, { stdio: 'inherit' })
}

// An open page may keep a connection; half a second is enough for what was being done.
async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const slow = setTimeout(() => server.kill('SIGKILL'), 500)
  await gone
  clearTimeout(slow)
}

// Resolves after the first round, well or not; a round that failed leaves the server that runs.
async function watch(part, afterRound) {
  const ssr = part === 'server'
  const watcher = await build({
    logLevel: 'warn',
    build: { ssr, watch: {}, sourcemap: true, emptyOutDir: false },
  })
  let failed = false
  const seen = {
    START: () => {
      failed = false
    },
    ERROR: ({ error }) => {
      failed = true
      console.error(error.message)
    },
    BUNDLE_END: ({ duration, result }) => {
      console.error(`Bouwen / building: ${part} ${duration} ms`)
      return result?.close()
    },
    END: () => {
      if (!failed) afterRound()
    },
  }
  return new Promise((ready) => {
    watcher.on('event', async (event) => {
      await seen[event.code]?.(event)
      if (event.code === 'END') ready()
    })
  })
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    await turn
    await stop()
    process.exit(0)
  })
}

rmSync('dist', { recursive: true, force: true })
// Files for the browser have a hash in their name, so the server is to read their list again too.
await watch('browser', () => {
  if (server) turn = turn.then(restart)
})
await watch('server', () => {
  turn = turn.then(restart)
})
