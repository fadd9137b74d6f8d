import type { Child } from 'hono/jsx'
import { ageOn, type Day } from '../../../core/day.ts'
import { type Lang, sayDay } from '../../../core/texts.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { fullName, initials, type Name } from '../rules/name.ts'
import { texts } from '../texts.ts'
import { type DossierTab, DossierTabs } from './dossier-tabs.tsx'

type Props = {
  lang: Lang
  client: Name & { id: string; birthDate: Day | null }
  today: Day
  current: DossierTab
  /** where the client stands, after the age */
  stands?: string
  /** under it: chips */
  signs?: Child
  /** what can be done here: buttons */
  children?: Child
}

/** The top of each page of a dossier, the same on all of them: who this is, and the other pages. */
export function DossierHead({ lang, client, today, current, stands, signs, children }: Props) {
  const { birthDate } = client
  const t = texts[lang].head
  const born = birthDate ? t.born(ageOn(birthDate, today), sayDay(birthDate, lang)) : t.noBirth
  return (
    <div class="dossier-head">
      <PageHeading
        title={fullName(client)}
        unseen={current === 'dossier' ? undefined : texts[lang].tabs[current]}
        lead={<Avatar initials={initials(client)} tone="own" big />}
        soft={
          <>
            <span>{[born, stands].filter(Boolean).join(' · ')}</span>
            {signs}
          </>
        }
      >
        {children}
      </PageHeading>
      <DossierTabs lang={lang} clientId={client.id} current={current} />
    </div>
  )
}
