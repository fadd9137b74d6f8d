import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm } from '../../../core/form.ts'
import { link } from '../../../links.ts'
import { listOrganisations } from '../../../people/staff/door.ts'
import { today } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { asker, type Ctx } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { OwnWords } from '../../../ui/quote.tsx'
import { findCareOverview, listPosts, mayHold, whyNotFrom, whyNotHeld } from '../../care/door.ts'
import { holdAdviceTalk } from '../acts/hold-advice-talk.ts'
import { type Beside, saysTalk, TalkFields } from '../parts/talk-fields.tsx'
import { consequenceOf } from '../rules/consequence.ts'
import { type TalkForm, talkForm } from '../rules/talk-form.ts'
import { texts } from '../texts.ts'
import { type Opened, stepPage, stepView, talkBounds } from './step.tsx'

const careKinds = ['mental-health', 'addiction', 'supported-living', 'welfare']

/** The adviesgesprek: what do we do together from here? */
export const { get, post } = stepPage({
  more: findBeside,
  form: (opened, beside) =>
    talkForm(talkBounds(opened, beside.care.periods), {
      organisations: beside.organisations.map(({ id }) => id),
      caseManagers: beside.posts.map(({ personId }) => personId),
    }),
  start: () => filledForm({ heldOn: writeDay(today()) }),
  once: {
    title: (lang) => texts[lang].talk.title,
    taken: takenTalk,
    says: (c, value, beside) => saysTalk(c.var.lang, value, beside),
  },
  wrong: (_, beside, value) => clash(beside, value),
  next: (_, { outcome }) =>
    consequenceOf(outcome) === 'ends' ? link('waitingList', {}, { gedaan: outcome }) : undefined,
  act: (c, { of, story }, value) =>
    holdAdviceTalk(asker(c), { ...of, team: story.teamId, nth: story.talks.length + 1 }, value),
  view,
})

async function findBeside(tx: Tx, { of, story }: Opened): Promise<Beside> {
  const here = (await listPosts(tx, story.teamId)).filter(({ inTeam }) => inTeam)
  const posts = here.filter(({ role }) => mayHold('case-manager', role))
  const worksHere = ({ id }: { id: string }) => here.some(({ organisationId }) => organisationId === id)
  const organisations = (await listOrganisations(tx))
    .filter(({ kind }) => careKinds.includes(kind))
    // Whose people are in the team come first; elsewhere in the region stands after them.
    .toSorted((a, b) => Number(worksHere(b)) - Number(worksHere(a)))
  const care = await findCareOverview(tx, of.client)
  return {
    organisations,
    posts,
    care: care ?? {
      periods: [],
      involvements: [],
      assignments: [],
      temporaryOffer: null,
      outflows: [],
      seesAgenda: false,
    },
  }
}

// A talk that led somewhere is the last one; after "not now" there can be another, by who saw the one before.
function takenTalk({ story }: Opened, beside: Beside, input: FormState['input'] | null): TalkForm | null {
  const [latest] = story.talks
  if (!latest) return null
  const isNext = input === null || Number(input.nth) === story.talks.length + 1
  if (isNext && consequenceOf(latest.outcome) === 'keeps-contact') return null
  const { care, organisations } = beside
  const starts = consequenceOf(latest.outcome) === 'starts-care'
  const offer = latest.outcome === 'temporary' ? care.temporaryOffer : null
  const began = care.involvements.filter(({ from }) => starts && from === latest.heldOn)
  const manager = care.assignments.find(
    (a) => starts && a.part === 'case-manager' && a.from === latest.heldOn,
  )
  return {
    ...latest,
    endsOn: offer?.endsOn ?? null,
    talkOn: offer?.talkOn ?? null,
    organisations: organisations
      .map(({ id }) => id)
      .filter((id) => began.some(({ organisationId }) => organisationId === id)),
    caseManager: manager?.personId ?? null,
  }
}

// Who takes part already goes on; nobody begins inside an earlier stretch, or before being employed.
function clash({ care, posts }: Beside, { heldOn, ...typed }: TalkForm): [string, string] | null {
  for (const id of typed.organisations) {
    const ended = care.involvements.filter(({ organisationId, until }) => organisationId === id && until)
    if (whyNotFrom(heldOn, ended)) return ['heldOn', 'before-previous']
  }
  const post = posts.find(({ personId }) => personId === typed.caseManager)
  if (!post) return null
  if (whyNotHeld(heldOn, post)) return ['caseManager', 'not-employed-then']
  const earlier = care.assignments.filter(({ part }) => part === 'case-manager')
  return whyNotFrom(heldOn, earlier) ? ['heldOn', 'before-previous'] : null
}

function view(c: Ctx, opened: Opened, state: FormState, beside: Beside) {
  const { lang } = c.var
  const t = texts[lang].talk
  const { of, story } = opened
  return stepView(
    c,
    opened,
    t.title,
    <>
      {story.ownQuestion && <OwnWords>{story.ownQuestion}</OwnWords>}
      <Form state={state} words={{ ...texts[lang].step.errors, ...t.errors }} draft={`advies-${of.referral}`}>
        <Hidden name="nth" value={String(story.talks.length + 1)} />
        <TalkFields lang={lang} beside={beside} />
        <DayField name="heldOn" label={t.heldOn} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </>,
  )
}
