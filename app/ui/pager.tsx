import { Icon } from './icon'
import { useWords } from './lang'
import { A } from './link'

type PagerProps = { previous?: string | undefined; next?: string | undefined; words: string }

/** To the rows before and after; `words` says where we are ("41 tot 60 van 188"). */
export function Pager({ previous, next, words: where }: PagerProps) {
  const words = useWords()
  if (!previous && !next) return null
  return (
    <nav class="pager" aria-label={words.pages}>
      {previous && (
        <A class="btn btn-plain" href={previous} rel="prev">
          <Icon name="chevron-left" />
          {words.previous}
        </A>
      )}
      <span class="soft">{where}</span>
      {next && (
        <A class="btn btn-plain" href={next} rel="next">
          {words.next}
          <Icon name="chevron-right" />
        </A>
      )}
    </nav>
  )
}
