import type { ClientId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { read } from '../../../platform/database.ts'
import { mailSetting } from '../../../platform/mail.ts'
import { asker, type Ctx, idParam } from '../../../platform/web.ts'
import { Facts } from '../../../ui/definition.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { MailState } from '../parts/mail-state.tsx'
import { toParagraphs } from '../rules/mail-text.ts'
import { findMail, type MailId, type SentMail } from '../store/mails.ts'
import { texts } from '../texts.ts'

/** One mail as it leaves, or as it would leave in a demo. */
export async function get(c: Ctx): Promise<Response> {
  const id = idParam<ClientId>(c, 'clientId')
  const mailId = idParam<MailId>(c, 'mailId')
  const [client, mail] = await read(asker(c), [{ dossier: id, purpose: 'referral' }], async (tx) => [
    await findClient(tx, id),
    await findMail(tx, id, mailId),
  ])
  if (!client || !mail) throw new NotFound('no such mail')
  return view(c, client, mail)
}

function view(c: Ctx, client: Client, mail: SentMail) {
  const { lang, house } = c.var
  const t = texts[lang]
  const written = [sayMoment(mail.writtenAt, lang), mail.by && t.by(mail.by)].filter(Boolean).join(', ')
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('invitation', { clientId: client.id, referralId: mail.about })}>{t.mail.back}</A>
      </p>
      <PageHeading title={t.mail.title} soft={fullName(client)} />
      {mail.state.kind === 'kept' && <Notice>{t.mail.demo}</Notice>}
      <Facts
        items={[
          {
            label: t.mail.state,
            value: <MailState state={mail.state} lang={lang} setting={mailSetting(house)} />,
          },
          { label: t.mail.to, value: mail.address },
          { label: t.mail.written, value: written },
        ]}
      />
      <article class="letter" lang="nl">
        <h2>{mail.subject}</h2>
        {toParagraphs(mail.body).map((paragraph) => (
          <p>
            <Lines text={paragraph} />
          </p>
        ))}
      </article>
    </Stack>,
    { title: t.mail.title, current: 'clients' },
  )
}
