import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, me, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink, PrintButton } from '../../../ui/button.tsx'
import { Facts } from '../../../ui/definition.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { findTeam } from '../../staff/door.ts'
import { endAccess } from '../acts/end-access.ts'
import { type Access, giveAccess } from '../acts/give-access.ts'
import { renewAccess } from '../acts/renew-access.ts'
import { AccessPaper } from '../parts/access-paper.tsx'
import { loginNameOf } from '../rules/login-name.ts'
import { emailOf } from '../store/credentials.ts'
import { type Holder, listHolders, mayLink } from '../store/link.ts'
import { texts } from '../texts.ts'

/** The access of one person to the portal: a worker of the team hands it over, and takes it away again. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c))
}

type Opened = { holder: Holder; may: boolean }
type Words = (typeof texts)['nl' | 'en']['access']

export async function post(c: Ctx): Promise<Response> {
  const opened = await load(c)
  const { holder, may } = opened
  const client = idParam<ClientId>(c, 'clientId')
  const what = (await typed(c)).do
  if (what === 'end') {
    await endAccess(asker(c), client, holder)
    return done(c, link('access', { clientId: client }), 'gestopt')
  }
  const access = may ? await (what === 'renew' ? renewAccess : giveAccess)(c, client, holder) : null
  if (access) return handOver(c, holder, access)
  c.status(422)
  return view(c, holder.person || !may ? opened : await load(c))
}

async function load(c: Ctx): Promise<Opened> {
  const [client, id] = [idParam<ClientId>(c, 'clientId'), idParam<string>(c, 'besideId')]
  return read(asker(c), [{ dossier: client, purpose: 'administration' }], async (tx) => {
    const holder = (await listHolders(tx, client)).find((one) => one.rowId === id)
    if (!holder) throw new NotFound('nobody like that beside this client')
    return { holder, may: await mayLink(tx, client) }
  })
}

async function view(c: Ctx, { holder, may }: Opened): Promise<Response> {
  const { access: t, roles } = texts[c.var.lang]
  const email = holder.person ? await emailOf(c.var.house.database, holder.person) : null
  return c.render(
    <Stack narrow>
      <Back c={c} />
      <PageHeading title={t.of(holder.name)} soft={roles[holder.kind]} />
      <p>{t.sees[holder.kind]}</p>
      {holder.person ? (
        <Given t={t} loginName={email ? loginNameOf(email) : t.otherwise} may={may && email !== null} />
      ) : !may ? (
        <p>{t.notYours}</p>
      ) : (
        <Form answersAtOnce>
          <p>{t.giveText}</p>
          <Actions>
            <Button icon="key-round">{t.give}</Button>
          </Actions>
        </Form>
      )}
    </Stack>,
    { title: t.of(holder.name), current: 'clients' },
  )
}

function Given({ t, loginName, may }: { t: Words; loginName: string; may: boolean }) {
  return (
    <Form answersAtOnce>
      <Facts items={[{ label: t.loginName, value: loginName }]} />
      {may && (
        <>
          <p>{t.renewText}</p>
          <Actions>
            <Button icon="key-round" kind="quiet" name="do" value="renew">
              {t.renew}
            </Button>
          </Actions>
        </>
      )}
      <p>{t.endText}</p>
      <Actions>
        <Button kind="alarm" name="do" value="end">
          {t.end}
        </Button>
      </Actions>
    </Form>
  )
}

/** The paper that is handed over; it is shown once. */
async function handOver(c: Ctx, holder: Holder, access: Access): Promise<Response> {
  const { access: t, roles } = texts[c.var.lang]
  const teams = await read(asker(c), [], async (tx) =>
    Promise.all(me(c).teams.map(({ id }) => findTeam(tx, id))),
  )
  return c.render(
    <Stack narrow>
      <div class="no-print">
        <PageHeading title={t.of(holder.name)} soft={roles[holder.kind]}>
          <PrintButton>{t.print}</PrintButton>
        </PageHeading>
      </div>
      <Notice kind="success" live>
        {t.once}
      </Notice>
      <AccessPaper
        name={holder.name}
        url={c.var.house.config.PUBLIC_URL ?? new URL(c.req.url).origin}
        access={access}
        teams={teams.filter((team) => team !== undefined)}
        lang={c.var.lang}
      />
      <Actions>
        <ButtonLink href={link('access', { clientId: idParam<ClientId>(c, 'clientId') })} kind="quiet">
          {t.handedOver}
        </ButtonLink>
      </Actions>
    </Stack>,
    { title: t.of(holder.name), current: 'clients' },
  )
}

function Back({ c }: { c: Ctx }) {
  const t = texts[c.var.lang].access
  return (
    <p>
      <A href={link('access', { clientId: idParam<ClientId>(c, 'clientId') })}>{t.backToAll}</A>
    </p>
  )
}
