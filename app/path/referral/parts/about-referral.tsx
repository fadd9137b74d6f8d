import { sayDay } from '../../../core/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'

type Props = {
  lang: 'nl' | 'en'
  story: Story
  /** where it is corrected, for who may */
  editHref?: string | null
  /** with the own question, where no other card has it */
  asks?: boolean
}

/** Who refers, since when and why; and what the person asks. */
export function AboutReferral({ lang, story, editHref, asks }: Props) {
  const t = texts[lang].referral
  const items = [
    { label: t.source, value: texts[lang].sources[story.source] },
    { label: t.referrer, value: story.referrer },
    { label: t.phone, value: story.referrerPhone },
    { label: t.reason, value: story.reason },
    { label: t.receivedOn, value: sayDay(story.receivedOn, lang, 'long') },
  ]
  return (
    <Card heading={t.about} actions={editHref && <A href={editHref}>{texts[lang].edit.link}</A>}>
      <Stack>
        {asks && story.ownQuestion && <OwnWords>{story.ownQuestion}</OwnWords>}
        <Facts items={items.filter((item) => item.value !== '')} />
      </Stack>
    </Card>
  )
}
