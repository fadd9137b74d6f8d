import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import { type ClientId, isId, type ReferralId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Facts } from '../../../ui/definition.tsx'
import { BothVersions } from '../../../ui/diff.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { Happened } from '../parts/happened.tsx'
import { findStory, type Story } from '../store/story.ts'
import { texts } from '../texts.ts'

/** A referral with whom it is about; what every page of the path starts from. */
export type Opened = { of: { client: ClientId; referral: ReferralId }; client: Client; story: Story }

/** Opens the dossier of the path's referral. Throws NotFound when it is not there or not theirs. */
export async function openReferral<T>(
  c: Ctx,
  also: (tx: Tx, opened: Opened) => Promise<T>,
): Promise<[Opened, T]> {
  const of = { client: idParam<ClientId>(c, 'clientId'), referral: idParam<ReferralId>(c, 'referralId') }
  return read(asker(c), [{ dossier: of.client, purpose: 'referral' }], async (tx) => {
    const client = await findClient(tx, of.client)
    const story = await findStory(tx, of.client, of.referral)
    if (!client || !story) throw new NotFound('no such referral')
    const opened = { of, client, story }
    return [opened, await also(tx, opened)]
  })
}

/** The page of this referral. */
export function referralLink({ of }: Opened): string {
  return link('referral', { clientId: of.client, referralId: of.referral })
}

type Step<S extends z.ZodType, More> = {
  form: S
  /** what the page shows beside the referral itself */
  more: (tx: Tx, opened: Opened) => Promise<More>
  /** what is filled in before anybody typed */
  start?: (opened: Opened, more: More, c: Ctx) => FormState
  /** a step that is taken once: whether it was, and where the words of its fields are */
  once?: { isTaken: (story: Story) => boolean; words: 'triage' | 'talk' | 'returnTalk' }
  act: (c: Ctx, opened: Opened, value: z.output<S>) => Promise<string | undefined>
  view: (c: Ctx, opened: Opened, state: FormState, more: More) => Response | Promise<Response>
}

/** One step of the path as a page: shows its form, takes it, and goes on to the referral (or where act says). */
export function stepPage<S extends z.ZodType, More>(step: Step<S, More>) {
  async function get(c: Ctx): Promise<Response> {
    const [opened, more] = await openReferral(c, step.more)
    return step.view(c, opened, step.start?.(opened, more, c) ?? emptyForm, more)
  }
  async function post(c: Ctx): Promise<Response> {
    const [opened, more] = await openReferral(c, step.more)
    const input = await typed(c)
    if (step.once?.isTaken(opened.story)) return takenView(c, opened, step.once.words, input)
    const form = parseForm(step.form, input)
    if (!form.ok) {
      c.status(422)
      return step.view(c, opened, form.state, more)
    }
    const next = await step.act(c, opened, form.value)
    return done(c, next ?? referralLink(opened), next ? undefined : 'gedaan')
  }
  return { get, post }
}

// A colleague was first: what was decided stands beside what was typed, and nothing of it is lost unseen.
function takenView(
  c: Ctx,
  opened: Opened,
  step: 'triage' | 'talk' | 'returnTalk',
  input: FormState['input'],
) {
  const { lang } = c.var
  const words: Record<string, unknown> = texts[lang][step]
  const items = Object.entries(input).flatMap(([name, value]) =>
    typeof words[name] === 'string' && value !== '' && !isId(String(value))
      ? [{ label: words[name], value: sayInput(words, value) }]
      : [],
  )
  c.status(422)
  return stepView(
    c,
    opened,
    texts[lang][step].title,
    <>
      <Notice kind="warn">{texts[lang].taken}</Notice>
      <BothVersions
        level={2}
        theirs={<Happened lang={lang} story={opened.story} />}
        mine={<Facts items={items} />}
      />
    </>,
  )
}

function sayInput({ outcomes }: Record<string, unknown>, value: string | string[]): string {
  const known = (outcomes ?? {}) as Record<string, string>
  return [value]
    .flat()
    .map((one) => known[one] ?? one)
    .join(', ')
}

/** Nothing beside the referral itself. */
export async function nothingMore(): Promise<null> {
  return null
}

/** The frame of a step: the way back, the heading, the form. */
export function stepView(c: Ctx, opened: Opened, title: string, children: Child) {
  return c.render(
    <Stack narrow>
      <p>
        <A href={referralLink(opened)}>{texts[c.var.lang].backTo(fullName(opened.client))}</A>
      </p>
      <PageHeading title={title} soft={fullName(opened.client)} />
      {children}
    </Stack>,
    { title, current: 'referrals' },
  )
}
