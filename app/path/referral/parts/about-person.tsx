import { ageOn, type Day } from '../../../core/day.ts'
import { sayDay, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import type { StoredFile } from '../../../office/documents/door.ts'
import { Address, type Client, type Relative, type Residence } from '../../../people/clients/door.ts'
import type { Area } from '../../../people/staff/door.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'
import { AreaNotice } from './area-notice.tsx'

/** Who a referral is about, as far as triage needs it; `area` undefined where no open address says it. */
export type About = {
  phone: string
  address: Residence | undefined
  area: Area | null | undefined
  relatives: Relative[]
  letters: StoredFile[]
}
type Props = {
  lang: 'nl' | 'en'
  today: Day
  opened: { client: Client; story: Story }
  about: About
}

/** Birth date, telephone, address with its area, relatives and the letters that came along. */
export function AboutPerson({ lang, today, opened: { client, story }, about }: Props) {
  const t = texts[lang].about
  const { birthDate } = client
  const born = birthDate && `${sayDay(birthDate, lang, 'long')} (${t.age(ageOn(birthDate, today))})`
  const relatives = about.relatives
    .filter(({ until }) => until === null || until >= today)
    .map(({ name, relation, phone }) => [name, relation, phone].filter(Boolean).join(', '))
  const items = [
    { label: t.born, value: born || t.unknown },
    { label: t.phone, value: about.phone || t.unknown },
    { label: t.address, value: <Address lang={lang} address={about.address} /> },
    { label: t.relatives, value: relatives.join('; ') || t.noRelatives },
    { label: t.letters, value: <Letters lang={lang} letters={about.letters} /> },
  ]
  return (
    <Card heading={t.heading}>
      <Stack>
        <Facts items={items} />
        {about.area !== undefined && (
          <AreaNotice lang={lang} area={about.area} team={{ id: story.teamId, name: story.team }} />
        )}
      </Stack>
    </Card>
  )
}

function Letters({ lang, letters }: { lang: 'nl' | 'en'; letters: StoredFile[] }) {
  if (letters.length === 0) return <>{texts[lang].about.noLetters}</>
  return (
    <>
      {letters.map(({ id, clientId, name, writtenAt }) => (
        <div>
          <A href={link('file', { clientId, fileId: id })}>{name}</A>{' '}
          <span class="soft">{sayMoment(writtenAt, lang)}</span>
        </div>
      ))}
    </>
  )
}
