// Development: builds again at every change and starts the server anew on the same data. Arguments go to `start`.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { build } from 'vite'

rmSync('dist', { recursive: true, force: true })
let server
let turn = Promise.resolve()

// The next one starts when the one before has let go of its data: two processes on one embedded database lose rows.
async function restart() {
  await stop()
  server = spawn(
    process.execPath,
    ['--enable-source-maps', 'dist/server/server.js', 'start', ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  )
}

async function stop() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return
  const gone = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const slow = setTimeout(() => server.kill('SIGKILL'), 3000)
  await gone
  clearTimeout(slow)
}

async function watch(ssr) {
  const watcher = await build({
    logLevel: 'warn',
    build: { ssr, watch: {}, sourcemap: true, emptyOutDir: false },
  })
  let failed = false
  await new Promise((ready) => {
    watcher.on('event', (event) => {
      if (event.code === 'START') failed = false
      if (event.code === 'ERROR') {
        failed = true
        console.error(event.error.message)
      }
      if (event.code === 'BUNDLE_END') {
        console.error(`Bouwen / building: ${ssr ? 'server' : 'browser'} ${event.duration} ms`)
        event.result?.close()
      }
      if (event.code !== 'END') return
      // What the browser gets has a name with a hash in it, so the server reads its list again either way.
      if (!failed && (ssr || server)) turn = turn.then(restart)
      ready()
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
await watch(false)
await watch(true)
