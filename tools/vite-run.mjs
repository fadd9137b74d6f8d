// Runs one TypeScript tool through Vite, so that it may import the app as the app imports itself: vite-run.mjs FILE [args]
import { createServer } from 'vite'

const [file, ...args] = process.argv.slice(2)
const server = await createServer({
  server: { middlewareMode: true, watch: null },
  appType: 'custom',
  logLevel: 'error',
  optimizeDeps: { noDiscovery: true },
})
try {
  const module = await server.ssrLoadModule(`/${file}`)
  await module.main(args)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  await server.close()
}
