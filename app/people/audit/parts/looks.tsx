import type { Day } from '../../../core/day.ts'
import { type Lang, sayRecent } from '../../../core/texts.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Disclosure } from '../../../ui/layout.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { deedOf, type Look, partsOf } from '../rules/look.ts'
import { texts } from '../texts.ts'

type LooksProps = {
  looks: readonly Look[]
  lang: Lang
  today: Day
  /** the client reads "je dossier", others "het dossier" */
  voice: 'client' | 'staff'
  /** the person who reads this, who is called "Jijzelf" */
  own?: string | undefined
  /** without the parts of the dossier, where there is little room */
  brief?: boolean
}

/** Who looked, in words: a row for each person and day. */
export function Looks({ looks, lang, ...how }: LooksProps) {
  return (
    <List label={texts[lang].looks.label}>
      {looks.map((look) => (
        <Row look={look} lang={lang} {...how} />
      ))}
    </List>
  )
}

type RowProps = Omit<LooksProps, 'looks'> & { look: Look }

function Row({ look, lang, today, voice, own, brief }: RowProps) {
  const t = texts[lang].looks
  const isOwn = look.personId === own
  const deed = deedOf(look)
  const said = isOwn ? t.own[deed] : t[voice][deed]
  const who = t.at(look.function || t.roles[look.role] || look.role, look.organisation)
  return (
    <ListRow
      lead={<Avatar initials={initialsOf(look.person)} tone={isOwn ? 'own' : 'brand'} />}
      soft={
        <>
          {`${said} · ${sayRecent(look.lastAt, today, lang)}`}
          {!brief && !isOwn && <Opened look={look} lang={lang} voice={voice} />}
        </>
      }
      action={deed === 'emergency' && <Chip tone="alarm">{texts[lang].log.choices.emergency}</Chip>}
    >
      <strong>{isOwn ? t.you : look.person || (deed === 'delivered' ? t.system : t.somebody)}</strong>
      {!isOwn && `, ${who}`}
    </ListRow>
  )
}

// Which parts stood open, for who wants to know, and what was tried in vain beside that.
function Opened({ look, lang, voice }: Pick<RowProps, 'look' | 'lang' | 'voice'>) {
  const t = texts[lang].looks
  const names = voice === 'client' ? t.sections : texts[lang].log.sections
  const parts = partsOf(look.sections, voice)
  const tried = look.kinds.includes('refused') && deedOf(look) !== 'tried'
  return (
    <>
      {tried && <div>{t.alsoTried}</div>}
      {parts.length > 0 && (
        <Disclosure summary={t.parts}>
          <ul>
            {parts.map((section) => (
              <li>{names[section] ?? section}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}

function initialsOf(name: string): string {
  const capitals = name.split(' ').filter((word) => /^\p{Lu}/u.test(word))
  return [capitals[0], capitals.length > 1 ? capitals.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .slice(0, 2)
}
