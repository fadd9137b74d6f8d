import type { Child } from 'hono/jsx'
import { Icon } from './icon'
import type { IconName } from './icons'
import { A, safeHref, useReach } from './link'

/** main: the one main action; quiet: beside it; plain: neutral; alarm: cannot simply be undone; soft: a tool, as reading aloud. */
export type ButtonKind = 'main' | 'quiet' | 'plain' | 'alarm' | 'soft'

type ButtonProps = {
  kind?: ButtonKind
  icon?: IconName | undefined
  name?: string | undefined
  value?: string | undefined
  formaction?: string | undefined
  type?: 'submit' | 'button'
  /** which form it sends, when it stands outside that form */
  form?: string | undefined
  small?: boolean
  children?: Child
}

/** A button that sends its form. */
export function Button({
  kind = 'main',
  icon,
  formaction,
  type = 'submit',
  small,
  children,
  ...rest
}: ButtonProps) {
  const target = formaction ? { formaction: safeHref(formaction) } : {}
  return (
    <button type={type} class={look(kind, small)} {...rest} {...target}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

type ButtonLinkProps = {
  href: string
  kind?: ButtonKind
  icon?: IconName | undefined
  small?: boolean
  children?: Child
  'aria-label'?: string
}

/** A link that looks like a button: it goes somewhere, it changes nothing. Not there for who has not that page. */
export function ButtonLink({ href, kind = 'main', icon, small, children, ...rest }: ButtonLinkProps) {
  if (!useReach()(href)) return null
  return (
    <A href={href} class={look(kind, small)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </A>
  )
}

/** Prints the page; there only where script runs (app/browser/print.ts), so words beside it say how else. */
export function PrintButton({ children }: { children?: Child }) {
  return (
    <button type="button" class={`${look('plain')} print-button`}>
      <Icon name="printer" />
      {children}
    </button>
  )
}

/** Copies `text`, and says `done` then; there only where script runs (app/browser/copy.ts). */
export function CopyButton({ text, done, children }: { text: string; done: string; children?: Child }) {
  return (
    <p class="row copy">
      <button type="button" class={look('quiet')} data-copy={text} data-done={done}>
        {children}
      </button>
      <output class="soft" />
    </p>
  )
}

/** The buttons under a form or a card, the main one first. */
export function Actions({ children }: { children?: Child }) {
  return <div class="actions">{children}</div>
}

function look(kind: ButtonKind, small = false): string {
  return `btn btn-${kind}${small ? ' btn-small' : ''}`
}
