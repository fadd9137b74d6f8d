import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { type ClientId, isId, newId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, sent, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Empty } from '../../../ui/empty.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { keepFile } from '../acts/keep-file.ts'
import { FileInput, fileErrors } from '../parts/file-input.tsx'
import { fileKinds, saySize } from '../rules/file.ts'
import { fileForm } from '../rules/file-form.ts'
import { fileIn } from '../rules/sent-file.ts'
import { type FileId, listFiles, mayKeepFiles, type StoredFile } from '../store/files.ts'
import { texts } from '../texts.ts'

type Opened = { client: Client; files: StoredFile[] }

/** The files of a client, and a new one. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await open(c), emptyForm)
}

export async function post(c: Ctx): Promise<Response> {
  const opened = await open(c)
  const input = await typed(c)
  const form = parseForm(fileForm, input)
  if (!form.ok) return refuse(c, opened, form.state)
  const file = (await fileIn((await sent(c)).get('file'))) ?? 'required'
  if (typeof file === 'string') return refuse(c, opened, withError(input, 'file', file))
  await keepFile(
    asker(c),
    { client: opened.client.id, file: idOf(input) },
    { kind: form.value.kind, ...file },
  )
  return done(c, link('newFile', { clientId: opened.client.id }, cameFrom(c)), 'bestand')
}

async function open(c: Ctx): Promise<Opened> {
  const id = idParam<ClientId>(c, 'clientId')
  return read(asker(c), [{ dossier: id, purpose: 'care' }], async (tx) => {
    const client = await findClient(tx, id)
    if (!client || !(await mayKeepFiles(tx, id))) throw new NotFound('no files of this client')
    return { client, files: await listFiles(tx, id) }
  })
}

// The form carries the id of the file that it makes, so that a form that is sent twice keeps one.
function idOf(input: FormState['input']): FileId {
  const typedId = String(input.id ?? '')
  return isId(typedId) ? (typedId as FileId) : newId<FileId>()
}

// From a referral comes its letter: then nobody need say what it is, and the way back is to that referral.
function cameFrom(c: Ctx): { soort?: string; aanmelding?: string } {
  const [kind, referral] = [c.req.query('soort'), c.req.query('aanmelding')]
  return {
    ...(kind && fileKinds.some((known) => known === kind) && { soort: kind }),
    ...(referral && isId(referral) && { aanmelding: referral }),
  }
}

function backHref(c: Ctx, clientId: ClientId): string {
  const { aanmelding } = cameFrom(c)
  if (!aanmelding) return link('dossier', { clientId })
  return link('referral', { clientId, referralId: aanmelding })
}

function refuse(c: Ctx, opened: Opened, state: FormState) {
  c.status(422)
  return view(c, opened, state)
}

function view(c: Ctx, { client, files }: Opened, state: FormState) {
  const t = texts[c.var.lang]
  const kinds = fileKinds.map((value) => ({ value, label: t.kinds[value] }))
  return c.render(
    <Stack narrow>
      <p>
        <A href={backHref(c, client.id)}>{t.backTo(fullName(client))}</A>
      </p>
      <PageHeading title={t.title} soft={fullName(client)} />
      {c.req.query('gedaan') === 'bestand' && <Notice kind="success">{t.stored}</Notice>}
      <Card heading={t.list}>
        {files.length === 0 ? <Empty icon="paperclip">{t.empty}</Empty> : <Files c={c} files={files} />}
      </Card>
      <Card heading={t.add}>
        <Form state={state} words={fileErrors(c.var.lang)} multipart>
          <Hidden name="id" value={newId()} />
          <Radios name="kind" legend={t.kind} options={kinds} value={cameFrom(c).soort} inline />
          <FileInput lang={c.var.lang} label={t.file} />
          <Actions>
            <Button icon="upload">{t.submit}</Button>
          </Actions>
        </Form>
      </Card>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}

function Files({ c, files }: { c: Ctx; files: StoredFile[] }) {
  const { lang } = c.var
  const t = texts[lang]
  return (
    <List label={t.list}>
      {files.map((file) => {
        const soft = [t.kinds[file.kind], saySize(file.size, lang), sayMoment(file.writtenAt, lang)]
        return (
          <ListRow soft={[...soft, file.by && t.by(file.by)].filter(Boolean).join(' · ')}>
            <A href={link('file', { clientId: file.clientId, fileId: file.id })}>{file.name}</A>
          </ListRow>
        )
      })}
    </List>
  )
}
