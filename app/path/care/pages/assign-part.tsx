import { writeDay } from '../../../core/day.ts'
import { type FormState, filledForm, parseForm, withError } from '../../../core/form.ts'
import { fullName } from '../../../people/clients/door.ts'
import { today } from '../../../platform/clock.ts'
import { asker, type Ctx, done, me, typed } from '../../../platform/web.ts'
import { Actions, Button } from '../../../ui/button.tsx'
import { Radios, Select } from '../../../ui/choice.tsx'
import { DayField } from '../../../ui/field.tsx'
import { Form } from '../../../ui/form.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { PageHeading } from '../../../ui/page.tsx'
import { assignPart } from '../acts/assign-part.ts'
import { type PartForm, partForm, whyNotFrom, whyNotHeld } from '../rules/care-forms.ts'
import { mayHold, parts } from '../rules/part.ts'
import { openStay } from '../rules/stay.ts'
import { listPosts, type Post, seesPlan } from '../store/posts.ts'
import { texts } from '../texts.ts'
import { BackToCare, careLink, type Opened, openCare } from './opened.tsx'

/** Who has which part for this client? */
export async function get(c: Ctx): Promise<Response> {
  const [opened, posts] = await open(c)
  return view(c, opened, posts, filledForm({}))
}

export async function post(c: Ctx): Promise<Response> {
  const [opened, posts] = await open(c)
  const input = await typed(c)
  const form = parseForm(partForm, input)
  if (!form.ok) return again(c, opened, posts, form.state)
  const { part, from, post: chosen } = form.value
  const who = posts.find(({ id }) => id === chosen) ?? null
  if (chosen && !who) return again(c, opened, posts, withError(input, 'post', 'choose-one'))
  const wrong = whyNot(opened, form.value, who)
  if (wrong) return again(c, opened, posts, withError(input, ...wrong))
  await assignPart(asker(c), opened.client.id, { part, who, from })
  return done(c, careLink(opened), 'taak')
}

function whyNot({ overview }: Opened, { part, from }: PartForm, who: Post | null): [string, string] | null {
  if (who && !mayHold(part, who.role)) return ['post', 'part-needs-practitioner']
  const earlier = overview.assignments.filter((a) => a.part === part)
  const code = (who && whyNotHeld(from, who)) || whyNotFrom(from, earlier)
  return code ? ['from', code] : null
}

function open(c: Ctx): Promise<[Opened, Post[]]> {
  const teams = me(c).teams.map((team) => team.id)
  return openCare(c, async (tx, { client, overview }) => {
    const posts = await listPosts(tx, openStay(overview.periods, teams)?.teamId ?? teams[0] ?? null)
    const sees = await seesPlan(tx, client.id)
    return posts.filter((post) => post.personId !== me(c).personId || (sees && isOfHouse(c, post)))
  })
}

// A part is a key: what would open more to oneself, or from another house, a colleague gives.
function isOfHouse(c: Ctx, { organisationId }: Post): boolean {
  return organisationId === me(c).organisationId
}

function again(c: Ctx, opened: Opened, posts: Post[], state: FormState) {
  c.status(422)
  return view(c, opened, posts, state)
}

function view(c: Ctx, opened: Opened, posts: Post[], state: FormState) {
  const { lang } = c.var
  const t = texts[lang].part
  const options = posts.map((post) => ({
    value: post.id,
    label: `${post.name} · ${post.function[lang]} · ${post.organisation}`,
  }))
  return c.render(
    <Stack narrow>
      <BackToCare c={c} opened={opened} />
      <PageHeading title={t.title} soft={fullName(opened.client)} />
      <Form state={state} words={t.errors}>
        <Radios
          name="part"
          legend={t.part}
          value={c.req.query('taak')}
          options={parts.map((part) => ({ value: part, label: texts[lang].parts[part] }))}
        />
        <Select
          name="post"
          label={t.post}
          hint={posts.some(({ personId }) => personId === me(c).personId) ? t.postHint : t.notYourself}
          empty={t.nobody}
          options={options}
          width="full"
        />
        <DayField name="from" label={t.from} value={writeDay(today())} />
        <Actions>
          <Button>{t.submit}</Button>
        </Actions>
      </Form>
    </Stack>,
    { title: t.title, current: 'clients' },
  )
}
