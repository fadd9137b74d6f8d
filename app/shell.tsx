import type { Child } from 'hono/jsx'
import { roleWords, usesPortal } from './core/role.ts'
import { link } from './links.ts'
import { menuOf } from './menu.ts'
import type { Ctx, Frame, Me } from './platform/web.ts'
import { isWithinReach } from './reach.ts'
import { texts } from './texts.ts'
import { KeptFormContext } from './ui/kept-form.ts'
import { ReachContext } from './ui/link.tsx'
import { Notice } from './ui/notice.tsx'
import { PlainShell, PortalShell, StaffShell } from './ui/page.tsx'

/** Puts a page in the frame of whoever asks: a worker's, a client's, or a plain one for who is not signed in. */
export function renderPage(c: Ctx, content: Child, frame: Frame): Response | Promise<Response> {
  const { lang, house, me, nonce, kept } = c.var
  const common = {
    lang,
    title: frame.title,
    assets: house.assets,
    cspNonce: nonce,
    demo: house.demo,
    personId: me?.personId,
    languageSwitch: { href: link('language', {}, { terug: c.req.path }), label: texts[lang].language },
    ...(frame.head ? { head: frame.head as Child } : {}),
  }
  if (!me || frame.frame === 'plain') return c.html(<PlainShell {...common}>{content}</PlainShell>)
  const Shell = usesPortal(me.role) ? PortalShell : StaffShell
  return c.html(
    <ReachContext.Provider value={(href) => isWithinReach(href, me.role)}>
      <Shell
        {...common}
        person={personOf(me, lang)}
        nav={navigation(c, me, frame)}
        homeHref={link('home')}
        signOutHref={link('signOut')}
      >
        {kept ? (
          <>
            <Notice live>{texts[lang].kept}</Notice>
            <KeptFormContext.Provider value={kept.input}>{content}</KeptFormContext.Provider>
          </>
        ) : (
          content
        )}
      </Shell>
    </ReachContext.Provider>,
  )
}

function personOf(person: Me, lang: 'nl' | 'en') {
  const initials = person.name
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .slice(0, 2)
    .join('')
  return {
    name: person.name,
    roleLabel: roleWords[lang][person.role],
    initials: initials || '?',
    ...(person.organisation ? { organisation: person.organisation } : {}),
  }
}

function navigation(c: Ctx, person: Me, frame: Frame) {
  const nav = texts[c.var.lang].nav as Record<string, string>
  return menuOf(person.role).map(({ path, icon, word }) => ({
    href: link(path as 'day'),
    label: nav[word] ?? word,
    icon,
    current: path === frame.current,
  }))
}
