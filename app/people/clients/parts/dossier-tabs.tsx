import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { texts } from '../texts.ts'

const tabs = ['dossier', 'plan', 'care', 'identity', 'relatives', 'consent'] as const

export type DossierTab = (typeof tabs)[number]

type Props = { lang: Lang; clientId: string; current: DossierTab }

/** The parts of one dossier, above each of its pages. */
export function DossierTabs({ lang, clientId, current }: Props) {
  const t = texts[lang].tabs
  return (
    <Tabs
      label={t.label}
      items={tabs.map((tab) => ({ href: link(tab, { clientId }), label: t[tab], current: tab === current }))}
    />
  )
}
