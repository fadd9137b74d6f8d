import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Something that the tests need and this machine lacks; the message says how to get it. */
export class Missing extends Error {}

/** The first of these programs that stands in PATH. */
export function inPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Installs Debian packages when we are root on Debian; else throws Missing with the way to get them. */
export function installOnDebian(packages: string[], advice: string): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) throw new Missing(advice)
  console.error(`Installing from Debian: ${packages.join(' ')} ...`)
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-q']
  aptGet([...wait, 'update'], advice)
  aptGet([...wait, 'install', '-y', '--no-install-recommends', ...packages], advice)
}

function aptGet(words: string[], advice: string): void {
  const { status, stdout, stderr } = spawnSync('apt-get', words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' },
  })
  if (status === 0) return
  const tail = `${stdout}${stderr}`.trim().split('\n').slice(-15).join('\n')
  throw new Missing(`${advice}\napt-get ${words.join(' ')} failed:\n${tail}`)
}
