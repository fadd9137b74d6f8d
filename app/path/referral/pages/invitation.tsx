import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import { isId, newId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { listMails, type MailId, type SentMail } from '../../../office/documents/door.ts'
import {
  type Correspondence,
  emailForm,
  findCorrespondence,
  fullName,
  writeEmail,
} from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { mailSetting } from '../../../platform/mail.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { ButtonLink, PrintButton } from '../../../ui/button.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { mailInvitation } from '../acts/mail-invitation.ts'
import {
  isOutdated,
  letterByWayOf,
  letterSubject,
  letterText,
  type Sender,
  senderLines,
} from '../parts/letter-text.ts'
import { MailLetter } from '../parts/mail-letter.tsx'
import { addressLines, mailLink } from '../rules/letter.ts'
import { standingPlan } from '../rules/plan.ts'
import type { IntakePlan } from '../rules/step.ts'
import { texts } from '../texts.ts'
import { type Opened, openReferral, referralLink } from './step.tsx'

type Letter = {
  opened: Opened
  plan: IntakePlan
  to: Correspondence
  mails: SentMail[]
  text: string[]
  sender: Sender
}

/** The letter that invites to the intake, to print or to mail. Always in Dutch, in plain words (E bijlage 5). */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await open(c), emptyForm)
}

/** Mails the letter to the client, or to the relative that was chosen. */
export async function post(c: Ctx): Promise<Response> {
  const letter = await open(c)
  if (mailSetting(c.var.house) === 'off') throw new NotFound('no mail here')
  const input = await typed(c)
  if (input.do === 'email') return keepEmail(c, letter, input)
  const chosen = recipientIn(letter, String(input.to ?? ''))
  if (!chosen) {
    c.status(422)
    return view(c, letter, withError(input, 'to', 'choose-one'))
  }
  const { of } = letter.opened
  const id = (isId(String(input.id)) ? input.id : newId()) as MailId
  await mailInvitation(asker(c), of, { id, subject: letterSubject, ...chosen })
  return done(c, link('invitation', { clientId: of.client, referralId: of.referral }), 'gemaild')
}

// The address is written with the client's own data, and whoever does that comes back to the letter.
async function keepEmail(c: Ctx, letter: Letter, input: FormState['input']): Promise<Response> {
  const { of } = letter.opened
  const form = parseForm(emailForm, input)
  if (!form.ok) {
    c.status(422)
    return view(c, letter, form.state)
  }
  const back = link('invitation', { clientId: of.client, referralId: of.referral })
  try {
    await writeEmail(asker(c), of.client, form.value.email)
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    // Somebody wrote one meanwhile: that one is on the page. Else the gate refused to write.
    if ((await open(c)).to.email === '') throw new NotFound('identity is not writable')
    return done(c, back)
  }
  return done(c, back, 'email')
}

async function open(c: Ctx): Promise<Letter> {
  const [opened, more] = await openReferral(c, async (tx, { of }) => ({
    to: await findCorrespondence(tx, of.client),
    mails: await listMails(tx, of.client, of.referral),
  }))
  const plan = standingPlan(opened.story.plans)
  if (!plan) throw new NotFound('no intake is planned')
  const sender = me(c)
  return { opened, plan, ...more, sender, text: letterText(plan, { ...opened, sender }) }
}

// Only who is offered on the page: the client with an address, or a relative with one.
function recipientIn({ opened, to, text }: Letter, chosen: string) {
  if (chosen === 'client' && to.email) return { to: { kind: 'client' as const }, paragraphs: text }
  const relative = to.relatives.find(({ id }) => id === chosen)
  return (
    relative && {
      to: { kind: 'relative' as const, id: relative.id },
      paragraphs: letterByWayOf(relative.name, opened.client, text),
    }
  )
}

function view(c: Ctx, letter: Letter, state: FormState) {
  const { lang, house } = c.var
  const { opened, plan, to, mails } = letter
  const t = texts[lang].invitation
  const setting = mailSetting(house)
  const said = t.said[c.req.query('gedaan') ?? '']
  return c.render(
    <Stack narrow>
      <div class="no-print stack">
        <p>
          <A href={referralLink(opened)}>{texts[lang].backTo(fullName(opened.client))}</A>
        </p>
        <PageHeading title={t.title} soft={t.how}>
          <PrintButton>{t.print}</PrintButton>
          {setting === 'off' && (
            <ButtonLink kind="plain" href={mailLink(letterSubject, letter.text)} icon="mail">
              {t.mail}
            </ButtonLink>
          )}
        </PageHeading>
        {said && <Notice kind="success">{said}</Notice>}
        {isOutdated(plan, mails) && <Notice kind="warn">{t.outdated}</Notice>}
        {to.address?.addressKind !== 'home' && (
          <Notice kind="warn">{to.address?.addressKind === 'secret' ? t.secret : t.noAddress}</Notice>
        )}
        <MailLetter {...{ lang, setting, to, mails, state }} clientId={opened.of.client} />
      </div>
      <Paper letter={letter} />
    </Stack>,
    { title: t.title, current: 'waitingList' },
  )
}

function Paper({ letter: { opened, to, text, sender } }: { letter: Letter }) {
  const { client, story } = opened
  return (
    <article class="letter" lang="nl">
      <p>
        <Lines text={senderLines(story, sender).join('\n')} />
      </p>
      <p>
        <Lines text={addressLines(fullName(client), to.address ?? undefined).join('\n')} />
      </p>
      <p>{sayDay(today(), 'nl', 'long')}</p>
      <h2>{letterSubject}</h2>
      {text.map((paragraph) => (
        <p>
          <Lines text={paragraph} />
        </p>
      ))}
    </article>
  )
}
