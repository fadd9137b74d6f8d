import type { Lang } from '../../../core/texts.ts'
import { paths } from '../../../links.ts'
import { A } from '../../../ui/link.tsx'
import { texts } from '../texts.ts'

/** Where an intake is planned: not here, because a letter and both waiting clocks hang on it. */
export function FromReferral({ lang }: { lang: Lang }) {
  const t = texts[lang].intake
  return (
    <p class="soft">
      {t.fromReferral} <A href={paths.waitingList}>{t.waitingList}</A>
    </p>
  )
}
