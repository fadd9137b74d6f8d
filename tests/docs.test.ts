import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roles } from '../app/core/role.ts'
import { sections } from '../app/core/section.ts'
import { paths } from '../app/links.ts'

// What the docs say is there: files that they name, and a meaning for every word of the domain.

type Term = { dutch: string; meaning: string; source: string; code: string; slice: string }

const terms: Term[] = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Dutch'))
  .map((line) => {
    const [, dutch = '', meaning = '', source = '', code = '', slice = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    return { dutch, meaning, source, code, slice }
  })

/** Words of an address that mean what they mean everywhere. */
const everyday = [
  ...['account', 'code', 'demo', 'demo.json', 'nieuw', 'mijn', 'mijn-account', 'stoppen'],
  ...['taal', 'wachtwoord', 'wijzigen', 'zoeken'],
]
/** Dutch words that the code keeps, for their English would be a guess (house style). */
const kept = ['bsn', 'agb', 'oggz', 'wmo', 'poh', 'ggz', 'vnn', 'mentor', 'curator', 'bewindvoerder']

const slices = readdirSync('app', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name === 'README.md')
  .map((entry) => entry.parentPath.replaceAll('\\', '/').split('/').at(-1) ?? '')

// "aanmeldingen" is known by "aanmelding", and "clienten" by "cliënt".
function isKnown(word: string, among: string): boolean {
  const words = plain(among).split(/[^a-z0-9/]+/)
  const forms = [word, word.replace(/(en|s)$/, '')]
  const asPhrase = [word, word.replaceAll('-', ' ')].some(
    (phrase) => phrase.length > 5 && plain(among).includes(phrase),
  )
  return asPhrase || forms.some((form) => words.includes(form))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

test('every term has a meaning, a source, its word in the code and its slice', () => {
  expect(terms.length).toBeGreaterThan(50)
  expect(terms.filter((term) => Object.values(term).some((cell) => cell === ''))).toEqual([])
  const homes = [...slices, 'access']
  expect(terms.filter(({ slice }) => !homes.includes(slice)).map(({ dutch }) => dutch)).toEqual([])
})

test('every slice has its words', () => {
  expect(slices.length).toBeGreaterThan(10)
  expect(slices.filter((slice) => !terms.some((term) => term.slice === slice))).toEqual([])
})

test('every word in an address, and every Dutch word in the code, is in the glossary', () => {
  const inPaths = Object.values(paths)
    .flatMap((path) => path.split('/'))
    .filter((word) => word !== '' && !word.startsWith(':') && !everyday.includes(word))
  const dutch = terms.map((term) => term.dutch).join(', ')
  expect([...new Set([...inPaths, ...kept])].filter((word) => !isKnown(word, dutch))).toEqual([])
})

test('every role and every section of a dossier is in the glossary', () => {
  const codes = terms.flatMap((term) => term.code.split(', '))
  expect([...roles, ...sections].filter((code) => !codes.includes(code))).toEqual([])
})

test('a word that is missing is found', () => {
  expect(isKnown('wachtlijst', 'wachtlijst, triage')).toBe(true)
  expect(isKnown('clienten', 'cliënt')).toBe(true)
  expect(isKnown('beschikking', 'wachtlijst, triage')).toBe(false)
})

const pages = ['README.md', ...['docs', 'docs/decisions'].flatMap(pagesIn)]
const files = ['.', 'app', 'database', 'demo', 'tests', 'tools', 'bench', 'docs']
  .flatMap((folder) => readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }))
  .map((path) => path.replaceAll('\\', '/'))

function pagesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`)
}

// A file by its path from the root or from app/, or by its name alone.
function isThere(path: string): boolean {
  const isName = !path.includes('/')
  return (
    [path, join('app', path)].some(existsSync) ||
    (isName && files.some((file) => file.endsWith(`/${path}`) || file === path))
  )
}

test.each(pages)('%s names only files that are there', (page) => {
  const text = readFileSync(page, 'utf8')
  const named = [...text.matchAll(/`([\w./-]+\.(?:tsx?|sql|mjs|json|css))`/g)].map(([, path = '']) => path)
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) =>
    join(page, '..', path),
  )
  const missing = [
    ...named.filter((path) => !path.includes('NN_') && !isThere(path)),
    ...linked.filter((path) => !existsSync(path)),
  ]
  expect(missing).toEqual([])
})
