import { link } from '../../../links.ts'
import type { Ctx } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { enter } from '../acts/enter.ts'
import { CodeList } from '../parts/code-list.tsx'
import { spendStep } from '../store/steps.ts'
import { texts } from '../texts.ts'
import { startAgain, stepAt } from './steps.ts'

/** The recovery codes, to print: shown between making the second factor and the first session. */
export async function get(c: Ctx): Promise<Response> {
  const step = stepAt(c, 'codes')
  if (!step) return startAgain(c)
  const t = texts[c.var.lang].codes
  return c.render(
    <>
      <PageHeading title={t.title} soft={t.text} />
      <Notice kind="warn">{t.once}</Notice>
      <CodeList codes={step.codes} label={t.label} />
      <form method="post" action={link('recoveryCodes')}>
        <Actions>
          <Button>{t.go}</Button>
        </Actions>
      </form>
    </>,
    { title: t.title, frame: 'plain' },
  )
}

export async function post(c: Ctx): Promise<Response> {
  const step = stepAt(c, 'codes')
  if (!step) return startAgain(c)
  if (!(await spendStep(c.var.house, step))) return startAgain(c, step.back)
  return enter(c, step.personId, step.back)
}
