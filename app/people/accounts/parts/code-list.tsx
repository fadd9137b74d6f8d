import { List, ListRow } from '../../../ui/list.tsx'

/** Recovery codes, to print. */
export function CodeList({ codes, label }: { codes: readonly string[]; label: string }) {
  return (
    <List label={label}>
      {codes.map((code) => (
        <ListRow>
          <code>{code}</code>
        </ListRow>
      ))}
    </List>
  )
}
