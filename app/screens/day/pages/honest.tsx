import type { Role } from '../../../core/role.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Disclosure, Soft, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { beyond, type SaidRight, seenBy, together, unseenBy } from '../rules/rights.ts'
import { findMyRights, type MyRights } from '../store/rights.ts'
import { texts } from '../texts.ts'

// They see no client and have their own work all the same.
const worksElsewhere: Role[] = ['administrator', 'privacy-officer']

/** Who I am here, and what I may and may not see: read from the rules of the gate themselves. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await read(asker(c), [], (tx) => findMyRights(tx, me(c).functions, c.var.lang)))
}

function view(c: Ctx, mine: MyRights) {
  const t = texts[c.var.lang].honest
  const seen = seenBy(mine.rights)
  const also = beyond(mine.rights)
  return c.render(
    <Stack narrow>
      <PageHeading title={t.title} soft={t.lead} />
      {!mine.isSigned && <Notice kind="warn">{t.unsigned}</Notice>}
      <Who c={c} mine={mine} />
      <Card heading={t.sees}>{seen.length > 0 ? <Seen c={c} seen={seen} /> : <p>{t.nothing}</p>}</Card>
      {also.length > 0 && (
        <Card heading={t.also}>
          <ul>
            {also.map((one) => (
              <li>{t.beyond[one] ?? one}</li>
            ))}
          </ul>
        </Card>
      )}
      {seen.length > 0 && <Unseen c={c} sections={unseenBy(mine.rights)} />}
      {!worksElsewhere.includes(me(c).role) && (
        <p>
          <Soft>{seen.length > 0 ? t.limits : t.noWork}</Soft>
        </p>
      )}
    </Stack>,
    { title: t.title, current: 'honest' },
  )
}

function Who({ c, mine }: { c: Ctx; mine: MyRights }) {
  const t = texts[c.var.lang].honest
  const { name, role, organisation, teams } = me(c)
  const facts = [
    { label: t.name, value: name },
    { label: t.work, value: mine.functions.join(', ') || t.sides[role] },
    { label: t.organisation, value: organisation },
    { label: t.teams, value: teams.map((team) => team.name).join(', ') },
  ]
  return (
    <Card heading={t.who}>
      <Facts items={facts.filter(({ value }) => value)} />
    </Card>
  )
}

function Seen({ c, seen }: { c: Ctx; seen: SaidRight[] }) {
  const t = texts[c.var.lang].honest
  return (
    <Stack>
      <p>{seen.map(({ section }) => t.sections[section] ?? section).join(', ')}.</p>
      <Disclosure summary={t.laws}>
        {together(seen).map(({ sections, grounds, writes }) => (
          <Facts
            items={[
              { label: t.what, value: sections.map((section) => t.sections[section] ?? section).join(', ') },
              { label: t.how, value: writes ? t.writes : t.reads },
              { label: t.why, value: <Grounds c={c} grounds={grounds} /> },
            ]}
          />
        ))}
      </Disclosure>
    </Stack>
  )
}

function Grounds({ c, grounds }: { c: Ctx; grounds: SaidRight['grounds'] }) {
  const t = texts[c.var.lang].honest
  return (
    <>
      {grounds.map(({ ground, law }) => (
        <div>
          {t.grounds[ground]} <Soft>({law})</Soft>
        </div>
      ))}
    </>
  )
}

function Unseen({ c, sections }: { c: Ctx; sections: string[] }) {
  const t = texts[c.var.lang].honest
  if (sections.length === 0) return null
  return (
    <Card heading={t.unseen}>
      <ul>
        {sections.map((section) => (
          <li>{t.sections[section] ?? section}</li>
        ))}
      </ul>
    </Card>
  )
}
