import type { Lang } from '../../../core/texts.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Inline, Soft } from '../../../ui/layout.tsx'
import { telOf } from '../../../ui/phone.tsx'
import type { Contact } from '../rules/contact.ts'
import { texts } from '../texts.ts'

type Props = { lang: Lang; contacts: readonly Contact[]; team: { name: string; phone: string } | null }

/** Whom the client can turn to, who stands in, and the number to call. */
export function ContactPerson({ lang, contacts, team }: Props) {
  const t = texts[lang].home
  const person = contacts.find(({ part }) => part === 'case-manager')
  const replacement = contacts.find(({ part }) => part === 'replacement')
  return (
    <>
      {person ? (
        <Inline>
          <Avatar initials={initialsOf(person.name)} />
          <div>
            <strong>{person.name}</strong>
            <div>
              <Soft>{[person.function, person.organisation].filter(Boolean).join(', ')}</Soft>
            </div>
          </div>
        </Inline>
      ) : (
        <p>{`${t.noPerson} ${t.noPersonCall}`}</p>
      )}
      {person?.phone && (
        <p>
          <ButtonLink href={telOf(person.phone)} icon="phone">
            {t.call(person.phone)}
          </ButtonLink>
        </p>
      )}
      {replacement && <p>{t.replacement(replacement.name)}</p>}
      {team?.phone && (
        <p>
          <ButtonLink href={telOf(team.phone)} icon="phone" kind="quiet">
            {t.callTeam(team.phone)}
          </ButtonLink>
        </p>
      )}
    </>
  )
}

function initialsOf(name: string): string {
  const words = name.split(' ')
  return `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}`
}
