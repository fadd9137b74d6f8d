import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, me } from '../../../platform/web.ts'
import { Actions, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { SessionList } from '../parts/session-list.tsx'
import { entryKey } from '../rules/entry.ts'
import { isLoginName, loginNameOf } from '../rules/login-name.ts'
import { emailOf } from '../store/credentials.ts'
import { entriesOf } from '../store/entries.ts'
import { ownSessions } from '../store/sessions.ts'
import { texts } from '../texts.ts'

/** Who I am here, where I am signed in, and the ways to my password and my other roles. */
export async function get(c: Ctx): Promise<Response> {
  const { lang, house } = c.var
  const t = texts[lang]
  const person = me(c)
  const sessions = await read(asker(c), [], ownSessions)
  const email = await emailOf(house.database, person.personId)
  const others = (await entriesOf(house.database, person.personId)).filter(
    (entry) => entryKey(entry) !== entryKey(person),
  )
  const said = (t.done as Record<string, string | undefined>)[c.req.query('gedaan') ?? '']
  const shown = sessions.map((session) => ({
    id: session.id,
    device: session.device || t.account.unknownDevice,
    soft: t.account.seen(t.roles[session.role], sayMoment(session.seenAt, lang)),
    isThisOne: session.isThisOne,
  }))
  return c.render(
    <Stack narrow>
      <PageHeading title={t.account.title} />
      {said && <Notice kind="success">{said}</Notice>}
      <Card
        heading={t.account.me}
        actions={
          others.length > 0 && (
            <ButtonLink href={link('accountRole')} kind="quiet" small>
              {t.account.switchRole}
            </ButtonLink>
          )
        }
      >
        <Facts items={factsOf(c, email)} />
      </Card>
      {email && (
        <Actions>
          <ButtonLink href={link('accountPassword')} kind="quiet" icon="key-round">
            {t.account.changePassword}
          </ButtonLink>
          <ButtonLink href={link('accountCodes')} kind="quiet">
            {t.newCodes.title}
          </ButtonLink>
        </Actions>
      )}
      <Card heading={t.account.sessions}>
        <SessionList sessions={shown} lang={lang} />
      </Card>
    </Stack>,
    { title: t.account.title, current: 'account' },
  )
}

function factsOf(c: Ctx, email: string | null) {
  const { account: t, roles } = texts[c.var.lang]
  const person = me(c)
  return [
    { label: t.name, value: person.name },
    {
      label: email && isLoginName(email) ? t.loginName : t.email,
      value: email ? loginNameOf(email) : t.noAccount,
    },
    { label: t.role, value: roles[person.role] },
    ...(person.organisation ? [{ label: t.organisation, value: person.organisation }] : []),
    ...(person.teams.length > 0
      ? [{ label: t.teams, value: person.teams.map((team) => team.name).join(', ') }]
      : []),
  ]
}
