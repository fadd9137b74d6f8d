import { flawed, mostColumns, mostLines, Refused } from './table.ts'

/**
 * The text of a worksheet made lean before it is read: without empty rows and cells (a sheet may be styled a million rows
 * down), and with a sign where a formula has no result or an error. Throws Refused when it is too long or too wide.
 */
export function leanSheet(xml: string): string {
  const plain = withoutPrefix(xml)
    .replace(/<c\b[^<>]*\/>/g, '')
    .replace(/<row\b[^<>]*\/>/g, '')
  const pieces = plain.split('</row>')
  const tail = pieces.pop() ?? ''
  let rows = 0
  const lean = pieces.map((piece) => {
    const start = piece.lastIndexOf('<row')
    const cells = leanCells(piece.slice(start))
    if (!cells.includes('</c>')) return piece.slice(0, start)
    rows += 1
    if (rows > mostLines + 10 || rowNumber(cells) > 1_048_576) throw new Refused('too-many-lines')
    return `${piece.slice(0, start)}${cells}</row>`
  })
  const last = rowNumber(lean.findLast((piece) => piece.includes('<row')) ?? '')
  if (last > mostLines + 1000) throw new Refused('too-many-lines')
  return lean.join('') + tail
}

// Some programs name every element with a prefix: <x:row>.
function withoutPrefix(xml: string): string {
  const prefix = /<(\w+):worksheet\b/.exec(xml)?.[1]
  return prefix ? xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</') : xml
}

function rowNumber(piece: string): number {
  return Number(/<row\b[^<>]*?\sr="(\d+)"/.exec(piece)?.[1] ?? 0)
}

function leanCells(row: string): string {
  const cells = row.split('</c>')
  const tail = cells.pop() ?? ''
  const kept = cells.map((cell) => {
    const start = cell.search(/<c\b/)
    const before = start < 0 ? '' : cell.slice(0, start)
    return before + leanCell(start < 0 ? cell : cell.slice(start))
  })
  return kept.join('') + tail
}

function leanCell(cell: string): string {
  const [open = ''] = /^<c\b[^<>]*>/.exec(cell) ?? []
  const hasValue = /<v\b[^<>]*>[^<]/.test(cell) || cell.includes('<is')
  const isError = /\st="e"/.test(open)
  const hasFormula = /<f\b/.test(cell)
  if (!hasValue && !hasFormula) return ''
  const place = /\sr="([A-Z]+)\d+"/.exec(open)
  if (place?.[1] && columnOf(place[1]) > mostColumns) throw new Refused('too-many-columns')
  if (hasValue && !isError) return `${cell}</c>`
  const sign = flawed(hasValue ? 'error' : 'formula')
  const address = /\sr="[A-Z]+\d+"/.exec(open)?.[0] ?? ''
  return `<c${address} t="inlineStr"><is><t>${sign}</t></is></c>`
}

// A = 1, Z = 26, AA = 27.
function columnOf(letters: string): number {
  return [...letters].reduce((total, letter) => total * 26 + letter.charCodeAt(0) - 64, 0)
}

/** A sheet of a workbook by the name on its tab, and where it is in the archive; null when that is not said. */
export type Sheet = { name: string; path: string | null }

/** The sheets of a workbook in the order of their tabs, by its list and its relations. */
export function sheetsIn(workbook: string, relations: string): Sheet[] {
  const places = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)].map(([tag]) => [
      / Id="([^"]+)"/.exec(tag)?.[1],
      / Target="([^"]+)"/.exec(tag)?.[1],
    ]),
  )
  return [...workbook.matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(([tag]) => {
    const target = places.get(/\s\w+:id="([^"]+)"/.exec(tag)?.[1])
    const path = target?.startsWith('/') ? target.slice(1) : `xl/${target}`
    return { name: plainText(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ''), path: target ? path : null }
  })
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plainText(xml: string): string {
  return xml.replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity)
}
