import type { PersonId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, idParam, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { findWorker } from '../../staff/door.ts'
import { renewWorkerPassword } from '../acts/renew-worker-password.ts'
import { emailOf } from '../store/credentials.ts'
import { texts } from '../texts.ts'

type Worker = { personId: PersonId; name: string; email: string }

/** A worker forgot the password: the administrator hands over a new one to start with, which is shown once. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await workerOf(c))
}

export async function post(c: Ctx): Promise<Response> {
  const worker = await workerOf(c)
  await typed(c)
  const password = await renewWorkerPassword(c, worker.personId)
  if (password === null) c.status(422)
  return view(c, worker, { password })
}

async function workerOf(c: Ctx): Promise<Worker> {
  const personId = idParam<PersonId>(c, 'personId')
  const worker = await read(asker(c), [], (tx) => findWorker(tx, personId))
  if (!worker) throw new NotFound('no such worker')
  return { personId, name: worker.name, email: worker.email }
}

async function view(c: Ctx, worker: Worker, renewed?: { password: string | null }) {
  const { workerPassword: t, workerAccount } = texts[c.var.lang]
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('worker', { personId: worker.personId })}>{workerAccount.back(worker.name)}</A>
      </p>
      <PageHeading title={t.title} soft={`${worker.name} · ${worker.email}`} />
      {renewed?.password === null && <Notice kind="warn">{t.used}</Notice>}
      {renewed?.password ? (
        <Notice kind="success" live>
          {t.made} <strong>{renewed.password}</strong>
        </Notice>
      ) : (
        <Renew c={c} not={await whyNot(c, worker)} />
      )}
    </Stack>,
    { title: t.title, current: 'staff' },
  )
}

async function whyNot(c: Ctx, { personId }: Worker): Promise<'self' | 'noAccount' | null> {
  if (personId === me(c).personId) return 'self'
  return (await emailOf(c.var.house.database, personId)) === null ? 'noAccount' : null
}

function Renew({ c, not }: { c: Ctx; not: 'self' | 'noAccount' | null }) {
  const { workerPassword: t, workerFactor } = texts[c.var.lang]
  if (not) return <Notice>{not === 'self' ? t.self : workerFactor.noAccount}</Notice>
  return (
    <Form answersAtOnce>
      <p>{t.explain}</p>
      <Notice kind="warn">{workerFactor.sure}</Notice>
      <Actions>
        <Button kind="alarm">{t.submit}</Button>
      </Actions>
    </Form>
  )
}
