import { type Child, createContext, useContext } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

// Browsers drop tabs and newlines inside a URL, so '/\t/elsewhere' would leave the site.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const allowed = /^(?:\/(?![/\\])|[#?]|mailto:|tel:|https:\/\/)[^\u0000-\u001f\u007f]*$/
const codeApp = /^otpauth:\/\/totp\/[\w%.~:@+-]+\?[\w%.~=&+-]+$/

/** Gives the address back when it is a path, `#`, `?`, `mailto:`, `tel:` or `https:`; throws on any other. */
export function safeHref(href: string): string {
  if (!allowed.test(href)) throw new Error(`Not a link we make: ${JSON.stringify(href)}`)
  return href
}

/**
 * A link that opens the app for codes on this telephone with a key in it (the address that such an app scans); for no
 * other link is `otpauth:` an address.
 */
export function CodeAppLink({ uri, children }: { uri: string; children?: Child }) {
  if (!codeApp.test(uri)) throw new Error('Not the address of a key for an app with codes')
  return (
    <a href={uri} class="code-app">
      {children}
    </a>
  )
}

type LinkProps = JSX.IntrinsicElements['a'] & { href: string }

/** Whether whoever looks has the page at an address; the shell provides it. Where nobody does, every page is there. */
export const ReachContext = createContext<(href: string) => boolean>(() => true)

/** Asks of an address whether whoever looks has that page. */
export function useReach(): (href: string) => boolean {
  return useContext(ReachContext)
}

/** A link whose address is checked, or its bare words for who has not that page; beside `CodeAppLink` the only place that writes an `<a>`. */
export function A({ href, children, ...rest }: LinkProps) {
  const address = safeHref(href)
  if (!useReach()(address)) return <span class={rest.class}>{children}</span>
  const away = href.startsWith('https:') ? { rel: 'noreferrer' } : {}
  return (
    <a href={address} {...away} {...rest}>
      {children}
    </a>
  )
}
