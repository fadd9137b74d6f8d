import { Avatar } from './avatar'
import { Icon } from './icon'
import { useWords } from './lang'
import { A, safeHref } from './link'

export type Person = { name: string; roleLabel: string; organisation?: string | undefined; initials: string }

type BlockProps = {
  person: Person
  signOutHref: string
  /** own: the client or relative themselves */
  tone?: 'brand' | 'own'
  languageSwitch?: { href: string; label: string } | undefined
}

/** Who is signed in, in which role, the other language, and the way out. */
export function PersonBlock({ person, signOutHref, tone = 'brand', languageSwitch }: BlockProps) {
  const words = useWords()
  return (
    <div class="person">
      <div class="person-who">
        <Avatar initials={person.initials} tone={tone} />
        <div>
          <strong>{person.name}</strong>
          <div class="soft">{[person.roleLabel, person.organisation].filter(Boolean).join(', ')}</div>
        </div>
      </div>
      <div class="person-ways">
        <form method="post" action={safeHref(signOutHref)}>
          <button type="submit" class="way">
            <Icon name="log-out" />
            {words.signOut}
          </button>
        </form>
        {languageSwitch && (
          <A class="way" href={languageSwitch.href}>
            <Icon name="languages" />
            {languageSwitch.label}
          </A>
        )}
      </div>
    </div>
  )
}
