import type { Lang } from '../../../core/texts.ts'
import { Facts } from '../../../ui/definition.tsx'
import { texts } from '../texts.ts'

type Props = {
  name: string
  url: string
  access: { loginName: string; password: string }
  /** who can be called when it does not work */
  teams: readonly { name: string; phone: string }[]
  lang: Lang
}

/** The paper that goes with the access to the portal: the steps, what to type, and whom to call. */
export function AccessPaper({ name, url, access, teams, lang }: Props) {
  const t = texts[lang].access
  return (
    <article class="letter">
      <h2>{t.paper(name)}</h2>
      <ol>
        {t.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <Facts
        items={[
          { label: t.address, value: url },
          { label: t.loginName, value: <strong>{access.loginName}</strong> },
          { label: t.password, value: <strong>{access.password}</strong> },
          ...teams
            .filter(({ phone }) => phone)
            .map((team) => ({ label: t.help, value: `${team.phone} (${texts[lang].demo.team(team.name)})` })),
        ]}
      />
    </article>
  )
}
