import { sql } from 'kysely'
import type { Database } from '../../app/platform/engine.ts'
import { type Browser, openApp } from './app.ts'
import { asRoot } from './database.ts'
import { hire, makeWorld, tokenOf } from './people.ts'

const head =
  'Voornaam;Achternaam;Geboortedatum;BSN;Status;Aanmelddatum;Datum in zorg;Organisaties;Telefoon;Datum uit zorg;Bestemming'
const fields = [
  'givenName',
  'familyName',
  'birthDate',
  'bsn',
  'status',
  'received',
  'careFrom',
  'organisations',
  'phone',
  'leftOn',
  'destination',
]
let number = 0

/** A client tracking sheet with the eleven columns of these tests; a line may end early. */
export function sheet(...rows: string[]): string {
  return [head, ...rows].join('\n')
}

/** The form that sends a file. */
export function fileOf(content: string | Uint8Array, name = `lijst-${++number}.csv`): FormData {
  const form = new FormData()
  form.set('bestand', new File([typeof content === 'string' ? content : Buffer.from(content)], name))
  return form
}

/** Waits for what goes on after an answer. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  throw new Error('it took too long')
}

/** Whether a page shows these words; a failure then does not print the whole page. */
export function shows(text: string, words: string): boolean {
  return text.includes(words)
}

/** The world with secretaries, and what their tests do most. */
export async function openImports(database: Database) {
  const world = await makeWorld(database)
  const { teams, organisations, workers } = world
  const others = await asRoot(database, async (tx) => ({
    colleague: await hire(tx, 'secretariat', organisations.ggz, teams.north),
    southern: await hire(tx, 'secretariat', organisations.ggz, teams.south),
  }))
  const app = openApp(database)
  const me = app.as(await tokenOf(database, workers.secretary))
  return { ...world, others, app, me, ...steps(me), ...counts(database) }
}

function steps(me: Browser) {
  // To the page that comes after the upload.
  async function upload(content: string | Uint8Array, who: Browser = me): Promise<string> {
    const { status, to, text } = await who.post('/inlezen', fileOf(content))
    if (status !== 303 || !to)
      throw new Error(`refused: ${/<p class="field-error"[\s\S]*?<\/p>/.exec(text)?.[0]}`)
    return to
  }
  // Through columns and values to the page with every line, as somebody would who agrees with what was guessed.
  async function prepare(content: string, who: Browser = me): Promise<string> {
    const page = await upload(content, who)
    await who.post(page, {
      stap: 'kolommen',
      ...Object.fromEntries(fields.map((field, i) => [`kolom-${i}`, field])),
    })
    const { text } = await who.get(page)
    const guessed = [...text.matchAll(/<select[^>]*name="(waarde-\d+)"[\s\S]*?<\/select>/g)].map(
      ([select, name = '']) => [name, /<option value="([^"]*)" selected/.exec(select)?.[1] ?? ''],
    )
    if (guessed.length > 0) await who.post(page, { stap: 'waarden', ...Object.fromEntries(guessed) })
    await until(async () => (await who.get(page)).heading === 'Nakijken en inlezen')
    return page
  }
  return { upload, prepare }
}

function counts(database: Database) {
  return {
    /** Rows of a table, as root. */
    count: (table: string, where = sql`true`) =>
      asRoot(database, async (tx) => {
        const asked = sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${where}`
        return (await asked.execute(tx)).rows[0]?.n ?? 0
      }),
    /** Clients with this family name, as root. */
    named: (family: string) =>
      asRoot(database, async (tx) => {
        const asked = sql<{ id: string }>`select id from clients.clients where family_name = ${family}`
        return (await asked.execute(tx)).rows.map(({ id }) => id)
      }),
  }
}
