import { emptyForm, type FormState, parseForm, withError } from '../../../core/form.ts'
import type { PersonId } from '../../../core/id.ts'
import { NotFound } from '../../../core/outcome.ts'
import { sayDay } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { today } from '../../../platform/clock.ts'
import { read } from '../../../platform/database.ts'
import { asker, type Ctx, done, idParam, me, typed } from '../../../platform/web.ts'
import { Actions, Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form, Hidden } from '../../../ui/form.tsx'
import { Disclosure, Stack } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { addMembership } from '../acts/add-membership.ts'
import { endMembership } from '../acts/end-membership.ts'
import { namedOptions } from '../parts/choices.ts'
import { PostFields } from '../parts/post-fields.tsx'
import { endForm, postForm } from '../rules/house-forms.ts'
import { canEnd } from '../rules/running.ts'
import { findWorker, listFunctions, type Membership } from '../store/overview.ts'
import { listOrganisations, listTeams } from '../store/teams.ts'
import { texts } from '../texts.ts'

/** A worker and the posts that decide what this worker may see. */
export async function get(c: Ctx): Promise<Response> {
  return view(c, await load(c), {})
}

/** One more post, or the last day of one. */
export async function post(c: Ctx): Promise<Response> {
  const loaded = await load(c)
  const input = await typed(c)
  const membership = loaded.worker.memberships.find((one) => one.id === input.functie)
  return membership ? end(c, loaded, membership) : add(c, loaded)
}

async function add(c: Ctx, loaded: Loaded): Promise<Response> {
  const form = parseForm(postForm, await typed(c))
  if (!form.ok) return again(c, loaded, { new: form.state })
  await addMembership(asker(c), loaded.worker.id, form.value)
  return done(c, link('worker', { personId: loaded.worker.id }), 'functie')
}

async function end(c: Ctx, loaded: Loaded, membership: Membership): Promise<Response> {
  const input = await typed(c)
  const form = parseForm(endForm, input)
  if (!form.ok) return again(c, loaded, { [membership.id]: form.state })
  if (form.value.lastDay < membership.from)
    return again(c, loaded, { [membership.id]: withError(input, 'lastDay', 'end-before-start') })
  await endMembership(asker(c), membership.id, form.value.lastDay)
  return done(c, link('worker', { personId: loaded.worker.id }), 'beeindigd')
}

async function load(c: Ctx) {
  const { lang } = c.var
  return read(asker(c), [], async (tx) => {
    const worker = await findWorker(tx, idParam<PersonId>(c, 'personId'))
    if (!worker) throw new NotFound('no such worker')
    const functions = await listFunctions(tx)
    return {
      worker,
      choices: {
        organisations: namedOptions(await listOrganisations(tx)),
        teams: namedOptions(await listTeams(tx)),
        functions: functions.map((one) => ({ value: one.code, label: one[lang] })),
      },
    }
  })
}

type Loaded = Awaited<ReturnType<typeof load>>
// What was typed, by the post it is about; "new" is the form for a new one.
type States = Record<string, FormState>

async function again(c: Ctx, loaded: Loaded, states: States): Promise<Response> {
  c.status(422)
  return view(c, loaded, states)
}

function view(c: Ctx, { worker, choices }: Loaded, states: States) {
  const { lang } = c.var
  const t = texts[lang].worker
  const said = (t.said as Record<string, string>)[c.req.query('gedaan') ?? '']
  const isSelf = worker.id === me(c).personId
  return c.render(
    <Stack narrow>
      <p>
        <A href={link('staff')}>{texts[lang].back}</A>
      </p>
      <PageHeading title={worker.name} soft={[worker.email, worker.phone].filter(Boolean).join(' · ')}>
        <ButtonLink href={link('workerAccount', { personId: worker.id })} icon="key-round" kind="plain">
          {t.account}
        </ButtonLink>
      </PageHeading>
      {said && <Notice kind="success">{said}</Notice>}
      {isSelf && <Notice>{t.self}</Notice>}
      <Card heading={t.posts}>
        {worker.memberships.length === 0 && <Notice kind="warn">{t.noPosts}</Notice>}
        {worker.memberships.map((one) => (
          <Post c={c} membership={one} state={states[one.id] ?? emptyForm} mayEnd={!isSelf} />
        ))}
      </Card>
      <Card heading={t.add}>
        <Form state={states.new ?? emptyForm} words={texts[lang].errors}>
          <PostFields lang={lang} choices={choices} />
          <Actions>
            <Button>{t.add}</Button>
          </Actions>
        </Form>
      </Card>
    </Stack>,
    { title: worker.name, current: 'staff' },
  )
}

type PostProps = { c: Ctx; membership: Membership; state: FormState; mayEnd: boolean }

function Post({ c, membership, state, mayEnd }: PostProps) {
  const { lang } = c.var
  const t = texts[lang].worker
  const from = sayDay(membership.from, lang)
  const during = membership.until ? t.runningUntil(from, sayDay(membership.until, lang)) : t.running(from)
  const place = [membership.organisation, membership.team && `team ${membership.team}`].filter(Boolean)
  return (
    <>
      <p>
        <strong>{membership[lang]}</strong> {place.join(', ')} <span class="soft">{during}</span>
      </p>
      {mayEnd && canEnd(membership, today()) && (
        <Disclosure summary={t.end} open={state !== emptyForm}>
          <Form state={state} words={texts[lang].errors} prefix={`${membership.id}-`}>
            <Hidden name="functie" value={membership.id} />
            <DayField name="lastDay" label={t.lastDay} />
            <Actions>
              <Button kind="alarm">{t.end}</Button>
            </Actions>
          </Form>
        </Disclosure>
      )}
    </>
  )
}
