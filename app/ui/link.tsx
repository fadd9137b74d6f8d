import type { JSX } from 'hono/jsx/jsx-runtime'

const allowed = /^(?:\/(?![/\\])|[#?]|mailto:|tel:|https:\/\/)/
// Browsers drop tabs and newlines inside a URL, so '/\t/elsewhere' would leave the site.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const control = /[\u0000-\u001f\u007f]/

/** Gives the address back when it is a path, `#`, `?`, `mailto:`, `tel:` or `https:`; throws on any other. */
export function safeHref(href: string): string {
  if (!allowed.test(href) || control.test(href))
    throw new Error(`Not a link we make: ${JSON.stringify(href)}`)
  return href
}

type LinkProps = JSX.IntrinsicElements['a'] & { href: string }

/** A link whose address is checked; the only place that writes an `<a>`. */
export function A({ href, children, ...rest }: LinkProps) {
  const away = href.startsWith('https:') ? { rel: 'noreferrer' } : {}
  return (
    <a href={safeHref(href)} {...away} {...rest}>
      {children}
    </a>
  )
}
