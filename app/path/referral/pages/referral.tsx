import { sayDay, sayMoment } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { fullName, initials } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { type Ctx, me } from '../../../platform/web.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Columns, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { Stat, Stats } from '../../../ui/stat.tsx'
import { cameBack } from '../../care/door.ts'
import { type About, AboutPerson } from '../parts/about-person.tsx'
import { AboutReferral } from '../parts/about-referral.tsx'
import { Corrections } from '../parts/corrections.tsx'
import { Happened } from '../parts/happened.tsx'
import { NextStep } from '../parts/next-step.tsx'
import { PathSteps } from '../parts/path-steps.tsx'
import { type Change, changesOf } from '../rules/correction.ts'
import { standingPlan } from '../rules/plan.ts'
import { stageOf } from '../rules/state.ts'
import { waited, waitOf } from '../rules/waiting.ts'
import { listCorrections } from '../store/referrals.ts'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'
import { findAbout } from './about.ts'
import { type Opened, openReferral } from './step.tsx'

/** One referral: whose question it is, how far it came, what is next. */
export async function get(c: Ctx): Promise<Response> {
  const [opened, more] = await openReferral(c, async (tx, { of, story }) => ({
    comesBack: await cameBack(tx, of.client),
    about: await findAbout(tx, of.client),
    changes: story.version > 1 ? changesOf(await listCorrections(tx, of), story) : [],
  }))
  return view(c, opened, more)
}

type More = { comesBack: boolean; about: About; changes: Change[] }

function view(c: Ctx, opened: Opened, { comesBack, about, changes }: More) {
  const { client, story } = opened
  const { lang } = c.var
  const t = texts[lang].referral
  const stage = stageOf(happenedTo(story), today())
  const letterHref = link(
    'newFile',
    { clientId: client.id },
    { soort: 'referral-letter', aanmelding: story.id },
  )
  const soft = [t.team(story.team), sayDay(story.receivedOn, lang), texts[lang].sources[story.source]].join(
    ' · ',
  )
  return c.render(
    <Stack>
      <PageHeading
        title={fullName(client)}
        soft={soft}
        lead={<Avatar initials={initials(client)} tone="own" big />}
      >
        {about.letters.length > 0 && (
          <ButtonLink kind="plain" href={letterHref} icon="paperclip">
            {t.letter}
          </ButtonLink>
        )}
        <ButtonLink kind="plain" href={link('dossier', { clientId: client.id })} icon="book-open">
          {t.dossier}
        </ButtonLink>
      </PageHeading>
      {c.req.query('gedaan') && (
        <Notice kind="success" live>
          {t.done}
        </Notice>
      )}
      {comesBack && <Notice kind="info">{t.comesBack}</Notice>}
      <PathSteps lang={lang} stage={stage} comesBack={comesBack} />
      <Columns>
        <Stack>
          <Card heading={t.question} kind="own">
            {story.ownQuestion ? (
              <OwnWords>{story.ownQuestion}</OwnWords>
            ) : (
              <p class="soft">{t.noQuestion}</p>
            )}
          </Card>
          <NextStep
            lang={lang}
            opened={opened}
            stage={stage}
            comesBack={comesBack}
            letterHref={about.letters.length === 0 ? letterHref : null}
          />
          <Happened lang={lang} story={story} />
          <Corrections lang={lang} changes={changes} />
        </Stack>
        <Stack>
          <Waits lang={lang} story={story} />
          <AboutPerson lang={lang} today={today()} opened={opened} about={about} />
          <AboutReferral lang={lang} story={story} editHref={editHref(c, opened)} />
        </Stack>
      </Columns>
    </Stack>,
    { title: fullName(client), current: stage === 'received' ? 'referrals' : 'waitingList' },
  )
}

function happenedTo(story: Story) {
  return {
    ...waitOf(story),
    triage: story.triage?.outcome ?? null,
    hasReport: story.report ? story.report.signedAt !== null : story.intakeHeldOn !== null,
    talk: story.returnTalk ? ('in-care' as const) : (story.talks[0]?.outcome ?? null),
  }
}

// A trainee reads along on this path; correcting is for who writes on it.
function editHref(c: Ctx, { of }: Opened): string | null {
  if (me(c).role === 'trainee') return null
  return link('editReferral', { clientId: of.client, referralId: of.referral })
}

type Props = { lang: 'nl' | 'en'; story: Story }

function Waits({ lang, story }: Props) {
  const t = texts[lang].referral
  const plan = standingPlan(story.plans)
  const wait = waited(waitOf(story), today())
  return (
    <Card heading={t.waits}>
      <Stats>
        <Stat
          number={String(wait.toFirstContact)}
          label={wait.hasContact ? t.toFirstContact : t.noContactYet}
        />
        <Stat number={String(wait.toIntake)} label={wait.hasIntake ? t.toIntake : t.noIntakeYet} />
      </Stats>
      {story.promises[0] && (
        <p>
          {t.promised}: <strong>{sayDay(story.promises[0].promisedFor, lang)}</strong>{' '}
          {story.promises[0].what}
        </p>
      )}
      {plan && (
        <p>
          {t.planned}: <strong>{sayMoment(new Date(plan.startsAt), lang)}</strong> · {plan.place} · {plan.by}
        </p>
      )}
    </Card>
  )
}
