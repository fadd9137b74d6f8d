import type { Child } from 'hono/jsx'
import { Avatar } from './avatar'
import { Document, type DocumentProps } from './document'
import { Mark } from './icon'
import { A } from './link'
import { type NavItem, PortalTabs, SideNav, TabBar } from './nav'
import { type Person, PersonBlock } from './person-block'
import { texts } from './texts'

export type ShellProps = DocumentProps & {
  demo?: boolean
  person: Person
  nav: readonly NavItem[]
  homeHref?: string
  signOutHref: string
  languageSwitch?: { href: string; label: string } | undefined
  /** beside the mark: search, notices */
  actions?: Child
}

/** The frame of a worker's page: menu at the left, on a phone a bar at the bottom with the rest under "Meer". */
export function StaffShell({
  person,
  nav,
  signOutHref,
  languageSwitch,
  actions,
  children,
  ...page
}: ShellProps) {
  const block = <PersonBlock person={person} signOutHref={signOutHref} languageSwitch={languageSwitch} />
  return (
    <Document {...page} class="staff">
      {page.demo && <DemoBanner lang={page.lang} />}
      <div class="shell">
        <header class="side">
          <div class="side-top">
            <MarkLink href={page.homeHref} lang={page.lang} />
            {actions && <div class="side-actions">{actions}</div>}
          </div>
          <SideNav items={nav} />
          <div class="side-foot">{block}</div>
        </header>
        <main id="inhoud" tabindex={-1}>
          {children}
        </main>
      </div>
      <TabBar items={nav}>{block}</TabBar>
    </Document>
  )
}

/** The frame of a client's or relative's page: larger letters, few choices, tabs at the bottom of a phone. */
export function PortalShell({
  person,
  nav,
  signOutHref,
  languageSwitch,
  actions,
  children,
  ...page
}: ShellProps) {
  return (
    <Document {...page} class="portal">
      {page.demo && <DemoBanner lang={page.lang} />}
      <header class="portal-top">
        <MarkLink href={page.homeHref} lang={page.lang} />
        {actions}
        <details class="portal-person">
          <summary>
            <Avatar initials={person.initials} tone="own" />
            <span class="unseen">{texts[page.lang].menu}: </span>
            <span class="portal-name">{person.name}</span>
          </summary>
          <div class="panel">
            <PersonBlock
              tone="own"
              person={person}
              signOutHref={signOutHref}
              languageSwitch={languageSwitch}
            />
          </div>
        </details>
      </header>
      <PortalTabs items={nav} />
      <main id="inhoud" tabindex={-1}>
        {children}
      </main>
    </Document>
  )
}

type PlainProps = DocumentProps & {
  demo?: boolean
  homeHref?: string
  languageSwitch?: { href: string; label: string } | undefined
  /** under the card, soft */
  foot?: Child
}

/** The frame without a person: signing in, a code, an error. One card in the middle. */
export function PlainShell({ languageSwitch, foot, children, ...page }: PlainProps) {
  return (
    <Document {...page} class="plain">
      {page.demo && <DemoBanner lang={page.lang} />}
      <header class="plain-top">
        <MarkLink href={page.homeHref} lang={page.lang} />
      </header>
      <main id="inhoud" tabindex={-1} class="card plain-card">
        {children}
      </main>
      <footer class="plain-foot soft">
        {foot}
        {languageSwitch && <A href={languageSwitch.href}>{languageSwitch.label}</A>}
      </footer>
    </Document>
  )
}

type HeadingProps = {
  title: string
  /** which page of many with this title; seen already, so only heard */
  unseen?: string | undefined
  soft?: Child
  lead?: Child
  children?: Child
}

/** The h1 with a soft line under it and the page's actions beside it; `lead` stands before it, as an avatar. */
export function PageHeading({ title, unseen, soft, lead, children }: HeadingProps) {
  return (
    <div class="page-heading">
      {lead}
      <div class="page-title">
        <h1>
          {title}
          {unseen && <span class="unseen">: {unseen}</span>}
        </h1>
        {soft && <div class="soft">{soft}</div>}
      </div>
      {children && <div class="row page-actions">{children}</div>}
    </div>
  )
}

function DemoBanner({ lang }: Pick<DocumentProps, 'lang'>) {
  return (
    <aside class="demo" aria-label={texts[lang].demoLabel}>
      {texts[lang].demo}
    </aside>
  )
}

function MarkLink({ href = '/', lang }: { href?: string | undefined; lang: DocumentProps['lang'] }) {
  return (
    <A class="mark" href={href}>
      <Mark />
      <span>{texts[lang].mark}</span>
    </A>
  )
}
