import { BadRequest, NotFound, SentBefore, SignedOut, Stale, TooManyTries } from './core/outcome.ts'
import { link } from './links.ts'
import { log } from './platform/log.ts'
import type { Ctx } from './platform/web.ts'
import { texts } from './texts.ts'
import { ButtonLink } from './ui/button.tsx'
import { Stack } from './ui/layout.tsx'
import { PageHeading } from './ui/page.tsx'

/** Not there or not theirs: the same page, the same status. */
export async function notFound(c: Ctx): Promise<Response> {
  const t = texts[c.var.lang].notFound
  return page(c, 404, t.title, t.text)
}

/** What a thrown outcome looks like; anything else is a bug: logged with the reference that the user sees. */
export async function fail(error: Error, c: Ctx): Promise<Response> {
  const t = texts[c.var.lang ?? 'nl']
  if (error instanceof NotFound) return notFound(c)
  if (error instanceof SignedOut) return c.redirect(link('signIn'), 303)
  if (error instanceof SentBefore) return page(c, 409, t.sentBefore.title, t.sentBefore.text)
  if (error instanceof Stale) return page(c, 409, t.stale.title, t.stale.text)
  if (error instanceof BadRequest) return refused(c, error, t)
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
  if (status >= 400 && status < 500) return page(c, 400, t.badRequest.title, t.badRequest.text)
  return page(c, 500, t.failure.title, t.failure.text(log.failure(error)))
}

function refused(c: Ctx, error: BadRequest, t: (typeof texts)['nl' | 'en']): Promise<Response> {
  if (!(error instanceof TooManyTries))
    return page(c, error.status, t.badRequest.title, badRequestText(error, t))
  c.header('Retry-After', '60')
  return page(c, error.status, t.tooManyTries.title, t.tooManyTries.text)
}

function badRequestText(error: BadRequest, t: (typeof texts)['nl' | 'en']): string {
  if (error.status === 413) return t.badRequest.tooLarge
  if (error.status === 429) return t.badRequest.tooMany
  return t.badRequest.text
}

async function page(
  c: Ctx,
  status: 400 | 403 | 404 | 409 | 413 | 415 | 429 | 500,
  title: string,
  text: string,
): Promise<Response> {
  c.status(status)
  return c.render(
    <Stack narrow>
      <PageHeading title={title} />
      <p>{text}</p>
      <p>
        <ButtonLink href={link('home')}>{texts[c.var.lang].back}</ButtonLink>
      </p>
    </Stack>,
    { title },
  )
}
