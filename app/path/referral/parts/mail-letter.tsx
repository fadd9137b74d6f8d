import { emptyForm, type FormState } from '../../../core/form.ts'
import { newId } from '../../../core/id.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { MailState, type SentMail } from '../../../office/documents/door.ts'
import { type Correspondence, personErrors } from '../../../people/clients/door.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A, useReach } from '../../../ui/link.tsx'
import { List, ListRow } from '../../../ui/list.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { texts } from '../texts.ts'

type Props = {
  lang: Lang
  clientId: string
  setting: 'demo' | 'off' | 'smtp'
  to: Pick<Correspondence, 'email' | 'relatives'>
  mails: SentMail[]
  state?: FormState
}

/** Mailing the letter: to whom, and what became of the mails before; or why it has to be printed. */
export function MailLetter(props: Props) {
  const t = texts[props.lang].invitation
  return (
    <Card heading={t.mailHeading}>
      <ToWhom {...props} />
      {props.mails.length > 0 && <Mails {...props} />}
    </Card>
  )
}

function ToWhom({ lang, clientId, setting, to, mails, state = emptyForm }: Props) {
  const t = texts[lang].invitation
  if (setting === 'off') return <Notice>{t.noMail}</Notice>
  const options = [
    ...(to.email ? [{ value: 'client', label: to.email, hint: t.ownAddress, asTyped: true }] : []),
    ...to.relatives.map(({ id, name, relation, email }) => ({
      value: id,
      label: email,
      asTyped: true,
      hint: t.relativeAddress(name, relation),
    })),
  ]
  // Who gets it is chosen, but where there is nothing to choose; that of a relative asks the client's word.
  const onlyOwn = to.email !== '' && options.length === 1
  if (options.length === 0) return <AddEmail lang={lang} clientId={clientId} state={state} />
  return (
    <Form state={state} words={t.errors}>
      <Hidden name="id" value={newId()} />
      <Radios name="to" legend={t.to} options={options} value={onlyOwn ? 'client' : undefined} />
      {setting === 'demo' && <p class="soft">{t.demo}</p>}
      <Actions>
        <Button icon="mail">{mails.length > 0 ? t.sendAgain : t.send}</Button>
      </Actions>
    </Form>
  )
}

// One field, so that the letter stays in sight; there for who may change the client's own data.
function AddEmail({ lang, clientId, state }: { lang: Lang; clientId: string; state: FormState }) {
  const t = texts[lang].invitation
  if (!useReach()(link('editIdentity', { clientId }))) return <p>{t.noEmail}</p>
  return (
    <Stack>
      <p>{t.noEmail}</p>
      <Form state={state} words={personErrors(lang)}>
        <Hidden name="do" value="email" />
        <Field name="email" type="email" label={t.email} autocomplete="off" />
        <Actions>
          <Button kind="quiet">{t.addEmail}</Button>
        </Actions>
      </Form>
    </Stack>
  )
}

function Mails({ lang, setting, mails }: Props) {
  const t = texts[lang].invitation
  return (
    <>
      <h3 class="list-heading">{t.mails}</h3>
      <List label={t.mails}>
        {mails.map((mail) => (
          <ListRow soft={<MailState state={mail.state} lang={lang} setting={setting} />}>
            <A href={link('mail', { clientId: mail.clientId, mailId: mail.id })}>{mail.address}</A>
          </ListRow>
        ))}
      </List>
    </>
  )
}
