import type { PersonId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { findWorker } from '../../staff/door.ts'
import { openAccount } from '../acts/open-account.ts'
import { emailOf } from '../store/credentials.ts'
import { texts } from '../texts.ts'

type Named = { personId: PersonId; name: string; email: string }

/** The administrator gives a worker an account; its start password is shown once. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await workerOf(c))
}

export async function post(c: Ctx): Promise<Response> {
  const worker = await workerOf(c)
  await typed(c)
  const password = await openAccount(c, worker.personId)
  if (password === null) c.status(422)
  return view(c, worker, { password })
}

async function workerOf(c: Ctx): Promise<Named> {
  const personId = idParam<PersonId>(c, 'personId')
  const worker = await read(asker(c), [], (tx) => findWorker(tx, personId))
  if (!worker) throw new NotFound('no such worker')
  return { personId, name: worker.name, email: worker.email }
}

async function view(c: Ctx, worker: Named, opened?: { password: string | null }) {
  const t = texts[c.var.lang].workerAccount
  const hasAccount = (await emailOf(c.var.house.database, worker.personId)) !== null
  const title = hasAccount && !opened ? t.account : t.title
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('worker', { personId: worker.personId })}>{t.back(worker.name)}</A>
      </p>
      <PageHeading title={title} soft={`${worker.name} · ${worker.email}`} />
      {opened?.password === null && <Notice kind="warn">{t.already}</Notice>}
      {opened?.password ? (
        <Notice kind="success" live>
          {t.made} <strong>{opened.password}</strong>
        </Notice>
      ) : (
        !hasAccount && <Make c={c} />
      )}
      {hasAccount && !opened && <p>{t.has}</p>}
      {hasAccount && <Lost c={c} personId={worker.personId} />}
    </Stack>,
    { title, current: 'staff' },
  )
}

function Make({ c }: { c: Ctx }) {
  const t = texts[c.var.lang].workerAccount
  return (
    <Form answersAtOnce>
      <p>{t.explain}</p>
      <Actions>
        <Button icon="key-round">{t.submit}</Button>
      </Actions>
    </Form>
  )
}

// What can be lost of an account: without one there is nothing to lose.
function Lost({ c, personId }: { c: Ctx; personId: PersonId }) {
  const { workerPassword, workerFactor } = texts[c.var.lang]
  return (
    <>
      <p>
        <A href={link('workerPassword', { personId })}>{workerPassword.title}</A>
      </p>
      <p>
        <A href={link('workerFactor', { personId })}>{workerFactor.title}</A>
      </p>
    </>
  )
}
