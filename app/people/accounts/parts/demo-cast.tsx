import { type Role, usesPortal } from '../../../core/role.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Button } from '../../../ui/button.tsx'
import { Disclosure, Soft, Stack } from '../../../ui/layout.tsx'
import { texts } from '../texts.ts'
import { roleTitle } from './role-title.ts'

type Shown = {
  slug: string
  name: string
  role: Role
  organisation: string | null
  team: string | null
  about?: string
}
type Cast = { people: readonly Shown[]; lang: Lang }

/** The cast of a demo, each one click away: who reads along, the first team, the other teams, and the whole region. */
export function DemoCast({ people, lang, back }: Cast & { back: string | null }) {
  const t = texts[lang].demo
  const beside = people.filter(({ role }) => usesPortal(role))
  const workers = people.filter(({ role }) => !usesPortal(role))
  const inTeams = workers.filter(({ team }) => team !== null)
  const [first, ...others] = Map.groupBy(inTeams, ({ team }) => team ?? '')
  return (
    <section class="stack demo-cast" aria-labelledby="voorbeeld">
      <div>
        <h2 id="voorbeeld">{t.title}</h2>
        <p class="soft">{t.text}</p>
      </div>
      <form method="post" action={link('demoSignIn', {}, back ? { terug: back } : undefined)} class="stack">
        <Group title={t.beside} people={beside} lang={lang} />
        {first && <Group title={t.team(first[0])} people={first[1]} lang={lang} />}
        {others.map(([team, members]) => (
          <Disclosure summary={t.team(team)}>
            <Roles people={members} lang={lang} />
          </Disclosure>
        ))}
        <Group title={t.region} people={workers.filter(({ team }) => team === null)} lang={lang} />
      </form>
    </section>
  )
}

function Group({ title, people, lang }: Cast & { title: string }) {
  if (people.length === 0) return null
  return (
    <Stack tight>
      <h3>{title}</h3>
      <Roles people={people} lang={lang} />
    </Stack>
  )
}

// A role is said once, with what one can try; then everybody who has it.
function Roles({ people, lang }: Cast) {
  return (
    <dl class="demo-roles">
      {[...Map.groupBy(people, ({ role }) => role)].map(([role, members]) => (
        <div>
          <dt>
            <strong>{roleTitle(role, lang)}</strong> <Soft>{texts[lang].demo.tries[role]}</Soft>
          </dt>
          {members.map((person) => (
            <dd>
              <Button kind="quiet" small name="persoon" value={person.slug}>
                {person.name}
              </Button>{' '}
              <Soft>{[person.about, person.organisation].filter(Boolean).join(', ')}</Soft>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
