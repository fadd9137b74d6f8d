/** A letter in paragraphs as the text of a mail. */
export function toText(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n')
}

/** Its paragraphs again. */
export function toParagraphs(text: string): string[] {
  return text.split('\n\n')
}

/** The same letter as a simple page: no pictures, no links, nothing that is fetched. */
export function toHtml(text: string): string {
  const paragraphs = toParagraphs(text).map((paragraph) => `<p>${escaped(paragraph)}</p>`)
  return `<!doctype html><html lang="nl"><body>${paragraphs.join('')}</body></html>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '').replace(/\n/g, '<br>')
}
