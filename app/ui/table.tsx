import type { Child } from 'hono/jsx'
import { useWords } from './lang'
import { A } from './link'

export type Column = {
  key: string
  label: string
  numeric?: boolean
  soft?: boolean
  hideLabel?: boolean
  /** short words that stay on one line */
  tight?: boolean
}
export type TableRow = {
  cells: Record<string, Child>
  /** under the first cell, outside its link: the person's own words, what is administrative */
  soft?: Child
  /** where the row leads: the first cell becomes the link, and the whole row can be clicked */
  href?: string | undefined
  id?: string | undefined
}

type TableProps = {
  caption: string
  hideCaption?: boolean
  /** the first column says who or what the row is about */
  columns: readonly Column[]
  rows: readonly TableRow[]
  empty?: Child
  /** many columns of figures: stays a table and scrolls sideways */
  wide?: boolean
}

/** Rows about people or things. Where there is little room each row becomes a card with its labels. */
export function Table({ caption, hideCaption, columns, rows, empty, wide }: TableProps) {
  const words = useWords()
  const frame = wide ? { role: 'region', 'aria-label': caption, tabindex: 0 } : {}
  return (
    <div class={wide ? 'table-wide' : 'table-frame'} {...frame}>
      <table class="table">
        <caption class={hideCaption ? 'unseen' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" class={column.numeric ? 'numeric' : undefined}>
                {column.hideLabel ? <span class="unseen">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <div class="table-empty soft">{empty ?? words.noRows}</div>}
    </div>
  )
}

function Row({ row, columns }: { row: TableRow; columns: readonly Column[] }) {
  const [main, ...rest] = columns
  if (!main) return null
  const name = row.cells[main.key]
  return (
    <tr id={row.id} class={row.href ? 'row-with-link' : undefined}>
      <th scope="row">
        {row.href ? (
          <A class="row-link" href={row.href}>
            {name}
          </A>
        ) : (
          name
        )}
        {row.soft && <span class="soft">{row.soft}</span>}
      </th>
      {rest.map((column) => (
        <Cell column={column} value={row.cells[column.key]} />
      ))}
    </tr>
  )
}

function Cell({ column, value }: { column: Column; value: Child }) {
  const { numeric, soft, tight, hideLabel, label } = column
  const isEmpty = value === undefined || value === null || value === ''
  const look = [numeric && 'numeric', soft && 'soft', tight && 'tight', isEmpty && 'is-empty'].filter(Boolean)
  return (
    <td class={look.length > 0 ? look.join(' ') : undefined} data-label={hideLabel ? '' : label}>
      {isEmpty ? null : <div>{value}</div>}
    </td>
  )
}
