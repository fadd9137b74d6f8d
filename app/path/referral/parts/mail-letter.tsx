import { emptyForm, type FormState } from '../../../core/form.ts'
import { newId } from '../../../core/id.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { MailState, type SentMail } from '../../../office/documents/door.ts'
import type { Correspondence } from '../../../people/clients/door.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Radios } from '../../../ui/choice.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { A } from '../../../ui/link.tsx'
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

function ToWhom({ lang, clientId, setting, to, state = emptyForm }: Props) {
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
  if (options.length === 0)
    return (
      <p>
        {t.noEmail} <A href={link('editIdentity', { clientId })}>{t.addEmail}</A>
      </p>
    )
  return (
    <Form state={state} words={t.errors}>
      <Hidden name="id" value={newId()} />
      <Radios name="to" legend={t.to} options={options} value={onlyOwn ? 'client' : undefined} />
      {setting === 'demo' && <p class="soft">{t.demo}</p>}
      <Actions>
        <Button icon="mail">{t.send}</Button>
      </Actions>
    </Form>
  )
}

function Mails({ lang, setting, mails }: Props) {
  const t = texts[lang].invitation
  return (
    <List label={t.mails}>
      {mails.map((mail) => (
        <ListRow soft={<MailState state={mail.state} lang={lang} setting={setting} />}>
          <A href={link('mail', { clientId: mail.clientId, mailId: mail.id })}>{mail.address}</A>
        </ListRow>
      ))}
    </List>
  )
}
