import { BadRequest, NotFound, SentBefore, SignedOut, Stale, TooManyTries } from './core/outcome.ts'
import { link } from './links.ts'
import { log } from './platform/log.ts'
import type { Ctx } from './platform/web.ts'
import { routeAt } from './reach.ts'
import { texts } from './texts.ts'
import { Actions, ButtonLink } from './ui/button.tsx'
import { Stack } from './ui/layout.tsx'
import { PageHeading } from './ui/page.tsx'

/** Not there or not theirs: the same page, the same status. */
export async function notFound(c: Ctx): Promise<Response> {
  return page(c, 404, texts[c.var.lang].notFound)
}

/** What a thrown outcome looks like; anything else is a bug: logged with the reference that the user sees. */
export async function fail(error: Error, c: Ctx): Promise<Response> {
  const t = texts[c.var.lang ?? 'nl']
  if (error instanceof NotFound) return notFound(c)
  if (error instanceof SignedOut) return c.redirect(link('signIn'), 303)
  if (error instanceof SentBefore) return page(c, 409, t.sentBefore)
  if (error instanceof Stale) return page(c, 409, t.stale)
  if (error instanceof BadRequest) return refused(c, error, t)
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500
  if (status >= 400 && status < 500) return page(c, 400, t.badRequest)
  return page(c, 500, { title: t.failure.title, text: t.failure.text(log.failure(error)) })
}

function refused(c: Ctx, error: BadRequest, t: (typeof texts)['nl' | 'en']): Promise<Response> {
  if (error instanceof TooManyTries) {
    c.header('Retry-After', '60')
    return page(c, error.status, t.tooManyTries)
  }
  const said = { title: t.badRequest.title, text: badRequestText(error, t) }
  // Back to the form, where there is one: nobody looks for the page again because a file was too large.
  return page(c, error.status, said, routeAt(c.req.path)?.get && c.req.path)
}

function badRequestText(error: BadRequest, t: (typeof texts)['nl' | 'en']): string {
  if (error.status === 413) return t.badRequest.tooLarge
  if (error.status === 429) return t.badRequest.tooMany
  return t.badRequest.text
}

type Status = 400 | 403 | 404 | 409 | 413 | 415 | 429 | 500

async function page(
  c: Ctx,
  status: Status,
  { title, text }: { title: string; text: string },
  back?: string,
): Promise<Response> {
  const t = texts[c.var.lang]
  c.status(status)
  return c.render(
    <Stack narrow>
      <PageHeading title={title} />
      <p>{text}</p>
      <Actions>
        {back && <ButtonLink href={back}>{t.backToPage}</ButtonLink>}
        <ButtonLink href={link('home')} kind={back ? 'quiet' : 'main'}>
          {t.back}
        </ButtonLink>
      </Actions>
    </Stack>,
    { title },
  )
}
