import type { Lang } from '../../../core/texts.ts'
import { Facts } from '../../../ui/definition.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { Lines } from '../../../ui/lines.tsx'
import type { ReferralForm } from '../rules/referral-form.ts'
import { texts } from '../texts.ts'
import { sourceWord } from './source-word.ts'

/** What one field says, as people read it. */
export type Said = { label: string; value: string }
type Props = { lang: Lang; theirs: readonly Said[]; mine: readonly Said[] }

/** What stands beside what was typed, field by field in the same order: only what differs. */
export function Versions({ lang, theirs, mine }: Props) {
  const differs = (_: Said, i: number) => theirs[i]?.value !== mine[i]?.value
  const facts = (said: readonly Said[]) => (
    <Facts
      items={said.filter(differs).map(({ label, value }) => ({
        label,
        value: <Lines text={value || texts[lang].edit.empty} />,
      }))}
    />
  )
  return <BothVersions level={2} theirs={facts(theirs)} mine={facts(mine)} />
}

/** What a referral says, field by field. */
export function saysReferral(lang: Lang, referral: ReferralForm): Said[] {
  return (['ownQuestion', 'source', 'referrer', 'referrerPhone', 'reason'] as const).map((name) => ({
    label: texts[lang].edit.fields[name],
    value: name === 'source' ? sourceWord(referral.source, lang) : referral[name],
  }))
}
