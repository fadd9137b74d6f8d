import type { Role } from '../../../core/role.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Button } from '../../../ui/button.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { texts } from '../texts.ts'
import { roleTitle } from './role-title.ts'

type Shown = { slug: string; name: string; role: Role; organisation: string | null; team: string | null }

/** The cast of a demo by role, each one click away. */
export function DemoCast({ people, lang }: { people: Shown[]; lang: Lang }) {
  const t = texts[lang]
  const groups = Map.groupBy(people, (person) => person.role)
  return (
    <section class="stack demo-cast" aria-labelledby="voorbeeld">
      <div>
        <h2 id="voorbeeld">{t.demo.title}</h2>
        <p class="soft">{t.demo.text}</p>
      </div>
      <form method="post" action={link('demoSignIn')} class="stack">
        {[...groups].map(([role, members]) => (
          <div>
            <h3>{roleTitle(role, lang)}</h3>
            <List label={roleTitle(role, lang)}>
              {members.map((person) => (
                <ListRow>
                  <Button kind="quiet" small name="persoon" value={person.slug}>
                    {person.name}
                  </Button>{' '}
                  <Soft>{[person.team, person.organisation].filter(Boolean).join(', ')}</Soft>
                </ListRow>
              ))}
            </List>
          </div>
        ))}
      </form>
    </section>
  )
}
