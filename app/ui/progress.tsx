/** How far something is, in words and as a bar. Without `value` it is busy for an unknown time. */
export function Progress({
  label,
  value,
  max,
  id,
}: {
  label: string
  value?: number
  max: number
  id: string
}) {
  const known = value === undefined ? {} : { value: String(value), max: String(max) }
  return (
    <div class="progress">
      <label class="soft" for={id}>
        {label}
      </label>
      <progress id={id} {...known} />
    </div>
  )
}
