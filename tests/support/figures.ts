import { plain } from './app.ts'

/** The numbers of a page by the words beside them: cards with a number, and lists of label and number. */
export function numbersOn(html: string): Record<string, number> {
  const cards = [
    ...html.matchAll(/class="stat-number">(\d+)<\/div><div class="stat-label">([\s\S]*?)<\/div>/g),
  ]
  const facts = [...html.matchAll(/<dt>([^<]*)<\/dt><dd>(\d+)<\/dd>/g)]
  return Object.fromEntries([
    ...cards.map(([, number, label = '']) => [plain(label), Number(number)]),
    ...facts.map(([, label = '', number]) => [plain(label), Number(number)]),
  ])
}

/** The same within the card under one heading. */
export function numbersUnder(html: string, heading: string): Record<string, number> {
  const at = html.indexOf(`>${heading}</h2>`)
  if (at < 0) throw new Error(`no heading "${heading}"`)
  return numbersOn(html.slice(at, html.indexOf('</section>', at)))
}

/** The rows of the first table of a page: the words of its first cell, then its cells. */
export function rowsOn(html: string): string[][] {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? ''
  return body
    .split('</tr>')
    .filter((row) => row.includes('<th'))
    .map((row) => [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => plain(cell)))
}
