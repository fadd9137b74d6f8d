import type { PersonId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { findWorker } from '../../staff/door.ts'
import { resetFactor } from '../acts/reset-factor.ts'
import { listFactorResets } from '../store/factor-resets.ts'
import { hasFactor } from '../store/second-factor.ts'
import { texts } from '../texts.ts'

/** A worker lost the telephone: the administrator takes the second step away, and the worker makes a new one. */
export async function get(c: Ctx): Promise<Response> {
  const { lang } = c.var
  const t = texts[lang].workerFactor
  const person = idParam<PersonId>(c, 'personId')
  const [worker, resets] = await read(asker(c), [], async (tx) => [
    await findWorker(tx, person),
    await listFactorResets(tx, person),
  ])
  if (!worker) throw new NotFound('no such worker')
  const not = await whyNot(c, person)
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('worker', { personId: person })}>{texts[lang].workerAccount.back(worker.name)}</A>
      </p>
      {c.req.query('gedaan') && <Notice kind="success">{t.done}</Notice>}
      <PageHeading title={t.title} soft={`${worker.name} · ${worker.email}`} />
      {not ? (
        <Notice>{t[not]}</Notice>
      ) : (
        <Form>
          <p>{t.explain}</p>
          <Notice kind="warn">{t.sure}</Notice>
          <Actions>
            <Button kind="alarm">{t.submit}</Button>
          </Actions>
        </Form>
      )}
      {resets.length > 0 && (
        <List label={t.before}>
          {resets.map((reset) => (
            <ListRow>{t.when(sayMoment(reset.at, lang), reset.by)}</ListRow>
          ))}
        </List>
      )}
    </Stack>,
    { title: t.title, current: 'staff' },
  )
}

async function whyNot(c: Ctx, person: PersonId): Promise<'self' | 'noAccount' | 'noFactor' | null> {
  if (person === me(c).personId) return 'self'
  const has = await hasFactor(c.var.house.database, person)
  if (has === null) return 'noAccount'
  return has ? null : 'noFactor'
}

export async function post(c: Ctx): Promise<Response> {
  const person = idParam<PersonId>(c, 'personId')
  await typed(c)
  await resetFactor(asker(c), person)
  return done(c, link('workerFactor', { personId: person }), 'weg')
}
