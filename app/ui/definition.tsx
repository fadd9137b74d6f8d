import type { Child } from 'hono/jsx'

export type Fact = { label: string; value: Child; soft?: Child }

/** Facts as label and value. `spread` puts the value at the right edge, for short values in a narrow card. */
export function Facts({ items, spread }: { items: readonly Fact[]; spread?: boolean }) {
  return (
    <dl class={spread ? 'facts facts-spread' : 'facts'}>
      {items.map((fact) => (
        <div>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.soft && <div class="soft">{fact.soft}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
