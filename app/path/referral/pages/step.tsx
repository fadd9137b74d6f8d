import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import type { ClientId, ReferralId } from '../../../core/id.ts'
import { NotFound, Stale } from '../../../core/outcome.ts'
import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Facts } from '../../../ui/definition.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import type { Period } from '../../care/door.ts'
import { type Said, Versions } from '../parts/versions.tsx'
import { isSame } from '../rules/same.ts'
import type { Bounds } from '../rules/step-forms.ts'
import { findStory, type Story } from '../store/story.ts'
import { texts } from '../texts.ts'

/** A referral with whom it is about; what every page of the path starts from. */
export type Opened = {
  of: { client: ClientId; referral: ReferralId }
  client: Client
  story: Story
  /** what stands above the form of a step: both versions, when somebody was first */
  above?: Child
}

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

type Step<Value, More> = {
  form: (opened: Opened, more: More) => z.ZodType<Value>
  /** what the page shows beside the referral itself */
  more: (tx: Tx, opened: Opened) => Promise<More>
  /** what is filled in before anybody typed */
  start?: (opened: Opened, more: More, c: Ctx) => FormState
  /** for a step that is taken once */
  once?: Once<Value, More>
  /** a field and a code, when what was typed does not go with what is there */
  wrong?: (opened: Opened, more: More, value: Value) => [field: string, code: string] | null
  /** what to ask once more before it is done, when the deed refused with this error */
  doubt?: (error: unknown, value: Value) => Doubt | null
  /** where to go afterwards; the referral when undefined */
  next?: (opened: Opened, value: Value) => string | undefined
  act: (c: Ctx, opened: Opened, value: Value) => Promise<void>
  view: (c: Ctx, opened: Opened, state: FormState, more: More) => Response | Promise<Response>
}

type Doubt = { field: string; code: string; input: FormState['input'] }

type Once<Value, More> = {
  title: (lang: Lang) => string
  /** what was stored, when somebody was before this form; input null: before anybody typed */
  taken: (opened: Opened, more: More, input: FormState['input'] | null) => Value | null
  /** what such a form says, field by field */
  says: (c: Ctx, value: Value, more: More) => Said[]
}

/**
 * One step of the path as a page: shows its form, takes it, and goes on. Of a step that somebody took already both
 * versions are shown; the same form sent twice is done once.
 */
export function stepPage<Value, More>(step: Step<Value, More>) {
  async function open(c: Ctx): Promise<Run<Value, More>> {
    const [opened, more] = await openReferral(c, step.more)
    return { c, step, opened, more }
  }
  async function get(c: Ctx): Promise<Response> {
    const run = await open(c)
    const { opened, more } = run
    const stored = takenIn(run, null)
    if (step.once && stored)
      return showTaken(c, opened, step.once.title(c.var.lang), step.once.says(c, stored, more))
    return step.view(c, opened, step.start?.(opened, more, c) ?? emptyForm, more)
  }
  async function post(c: Ctx): Promise<Response> {
    const run = await open(c)
    const input = await typed(c)
    const form = parseForm(step.form(run.opened, run.more), input)
    if (!form.ok) return again(run, form.state)
    const sent = { input, value: form.value }
    const wrong = takenIn(run, input) ? null : step.wrong?.(run.opened, run.more, form.value)
    if (wrong) return again(run, withError(input, ...wrong))
    const first = await take(run, sent)
    if (first instanceof Response) return first
    if (first) return goOn(run, form.value)
    // Somebody was before this form, or between our reading and our writing.
    return takenBefore(await open(c), sent)
  }
  return { get, post }
}

type Run<Value, More> = { c: Ctx; step: Step<Value, More>; opened: Opened; more: More }
type Sent<Value> = { input: FormState['input']; value: Value }

function takenIn<Value, More>(
  { step, opened, more }: Run<Value, More>,
  input: FormState['input'] | null,
): Value | null {
  return step.once?.taken(opened, more, input) ?? null
}

function again<Value, More>({ c, step, opened, more }: Run<Value, More>, state: FormState) {
  c.status(422)
  return step.view(c, opened, state, more)
}

// Does what was typed; false when somebody took this step before, the page when it asks something once more.
async function take<Value, More>(run: Run<Value, More>, { input, value }: Sent<Value>) {
  if (takenIn(run, input)) return false
  try {
    await run.step.act(run.c, run.opened, value)
    return true
  } catch (error) {
    if (error instanceof Stale && run.step.once) return false
    const doubt = run.step.doubt?.(error, value)
    if (doubt) return again(run, withError({ ...input, ...doubt.input }, doubt.field, doubt.code))
    throw error
  }
}

function takenBefore<Value, More>(run: Run<Value, More>, { input, value }: Sent<Value>) {
  const { c, step, opened, more } = run
  const stored = takenIn(run, input)
  if (!stored) throw new NotFound('this step is not writable')
  if (isSame(stored, value)) return goOn(run, value)
  const says = (what: Value) => step.once?.says(c, what, more) ?? []
  const above = <Versions lang={c.var.lang} theirs={says(stored)} mine={says(value)} />
  return again({ ...run, opened: { ...opened, above } }, withError(input, '', 'taken-before'))
}

// Whoever comes to a step that was taken sees what was decided, and no form.
function showTaken(c: Ctx, opened: Opened, title: string, said: Said[]) {
  const { lang } = c.var
  return stepView(
    c,
    opened,
    title,
    <>
      <Notice kind="info">{texts[lang].step.taken}</Notice>
      <Facts items={said.filter(({ value }) => value !== '')} />
    </>,
  )
}

function goOn<Value, More>({ c, step, opened }: Run<Value, More>, value: Value): Response {
  const next = step.next?.(opened, value)
  return done(c, next ?? referralLink(opened), next ? undefined : 'gedaan')
}

/** Between which days a step of this referral can have happened. */
export function boundsOf({ story }: Opened): Bounds {
  return { from: story.receivedOn, today: today() }
}

/** The same for a talk that starts care: not before the stay with the team began, which is later when a receipt was corrected. */
export function talkBounds(opened: Opened, stays: Period[]): Bounds {
  const stay = stays.find(({ teamId, until }) => teamId === opened.story.teamId && until === null)
  const bounds = boundsOf(opened)
  return stay && stay.from > bounds.from ? { ...bounds, from: stay.from } : bounds
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
      {opened.above}
      {children}
    </Stack>,
    { title, current: 'referrals' },
  )
}
