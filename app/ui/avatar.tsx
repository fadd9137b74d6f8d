/** The initials of a person, beside the name. `own` is the client. */
export function Avatar({
  initials,
  tone = 'brand',
  big,
}: {
  initials: string
  tone?: 'brand' | 'own' | 'plain'
  big?: boolean
}) {
  return (
    <span class={`avatar avatar-${tone}${big ? ' avatar-big' : ''}`} aria-hidden="true">
      {initials}
    </span>
  )
}
