import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { emptyForm, type FormState, parseForm } from '../../../core/form.ts'
import type { ClientId, ReferralId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { link } from '../../../links.ts'
import { type Client, findClient, fullName } from '../../../people/clients/door.ts'
import { read, type Tx } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, typed } from '../../../platform/web.ts'
import { Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { PageHeading } from '../../../ui/page.tsx'
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
    const form = parseForm(step.form, await typed(c))
    if (!form.ok) {
      c.status(422)
      return step.view(c, opened, form.state, more)
    }
    const next = await step.act(c, opened, form.value)
    return done(c, next ?? referralLink(opened), next ? undefined : 'gedaan')
  }
  return { get, post }
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
