import { type Day, timeOf } from '../../../core/day.ts'
import { type Lang, sayRecent } from '../../../core/texts.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Disclosure } from '../../../ui/layout.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { deedOf, type Look, momentsOf, partsOf } from '../rules/look.ts'
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
  return (
    <ListRow
      lead={<Face look={look} isOwn={isOwn} />}
      soft={
        <>
          {`${said} · ${whenSaid(look, today, lang)}`}
          {!brief && !isOwn && <Opened look={look} lang={lang} voice={voice} />}
        </>
      }
      action={deed === 'emergency' && <Chip tone="alarm">{texts[lang].log.choices.emergency}</Chip>}
    >
      {isOwn ? <strong>{t.you}</strong> : <Who look={look} lang={lang} />}
    </ListRow>
  )
}

function Face({ look, isOwn }: { look: Look; isOwn: boolean }) {
  if (deedOf(look) === 'delivered') return <Avatar icon="mail" tone="plain" />
  return <Avatar initials={initialsOf(look.person)} tone={isOwn ? 'own' : 'brand'} />
}

function whenSaid(look: Look, today: Day, lang: Lang): string {
  const { at, until } = momentsOf(look)
  const said = sayRecent(at, today, lang)
  return until && timeOf(until) !== timeOf(at) ? texts[lang].looks.until(said, timeOf(until)) : said
}

// Who it was and in which function; nobody did what went by itself.
function Who({ look, lang }: { look: Look; lang: Lang }) {
  const t = texts[lang].looks
  if (deedOf(look) === 'delivered') return <strong>{t.system}</strong>
  const post = t.at(look.function || t.roles[look.role] || look.role, look.organisation)
  return (
    <>
      <strong>{look.person || t.somebody}</strong>, {post}
    </>
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
