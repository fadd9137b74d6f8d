import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { listLeft, undoImport } from '../../../office/imports/door.ts'
import { fullName } from '../../../people/clients/door.ts'
import { log } from '../../../platform/log.ts'
import { asker, type Ctx, done } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { texts } from '../texts.ts'
import { type Opened, openImport } from './opened.ts'

type Left = Awaited<ReturnType<typeof listLeft>>

/** Shall this import be taken back? And afterwards: who is gone, who stayed. */
export async function get(c: Ctx): Promise<Response> {
  const [opened, left] = await openCommitted(c)
  return view(c, opened, left)
}

export async function post(c: Ctx): Promise<Response> {
  const [{ batch }] = await openCommitted(c)
  // Goes on after the answer; what stops it leaves an undoing that can be taken up here.
  undoImport(asker(c), batch.teamId, batch.id).catch(log.failure)
  return done(c, link('importUndo', { importId: batch.id }))
}

async function openCommitted(c: Ctx): Promise<[Opened, Left]> {
  return openImport(c, async (tx, { batch }) => {
    if (!batch.committed) throw new NotFound('nothing was read in')
    return listLeft(tx, batch.id)
  })
}

function view(c: Ctx, opened: Opened, left: Left) {
  const t = texts[c.var.lang].undo
  const { batch, stage } = opened
  const title = stage === 'undone' ? t.finished : stage === 'undoing' ? t.busy : t.title
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('imports', {}, { team: batch.teamId })}>{texts[c.var.lang].back}</A>
      </p>
      <PageHeading title={title} soft={batch.fileName} />
      {stage === 'undone' ? <Undone c={c} opened={opened} left={left} /> : <Ask c={c} opened={opened} />}
    </Stack>,
    {
      title,
      current: 'imports',
      ...(stage === 'undoing' && { head: <meta http-equiv="refresh" content="2" /> }),
    },
  )
}

function Ask({ c, opened: { batch, stage } }: { c: Ctx; opened: Opened }) {
  const t = texts[c.var.lang].undo
  const count = batch.committed?.created ?? 0
  const isBusy = stage === 'undoing'
  return (
    <Form>
      {isBusy ? <Progress id="voortgang" label={t.busy} max={count} /> : <p>{t.explain(count)}</p>}
      <Actions>
        <Button kind={isBusy ? 'plain' : 'alarm'} icon="undo-2">
          {isBusy ? texts[c.var.lang].checking.resume : t.submit}
        </Button>
      </Actions>
    </Form>
  )
}

function Undone({ c, opened: { batch }, left }: { c: Ctx; opened: Opened; left: Left }) {
  const t = texts[c.var.lang].undo
  const gone = (batch.committed?.created ?? 0) - left.length
  return (
    <>
      <Notice kind="success">{t.gone(gone)}</Notice>
      {left.length === 0 ? (
        <p>{t.nobodyLeft}</p>
      ) : (
        <Card heading={t.left}>
          <List>
            {left.map(({ clientId, line, ...name }) => (
              <ListRow soft={t.leftLine(line)}>
                {clientId ? <A href={link('dossier', { clientId })}>{fullName(name)}</A> : t.hidden}
              </ListRow>
            ))}
          </List>
        </Card>
      )}
    </>
  )
}
