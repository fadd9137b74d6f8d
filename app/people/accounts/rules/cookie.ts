/** Name of the session cookie: bound to the host and to https wherever the product is served over https. */
export function sessionCookie(publicUrl: string | undefined): string {
  return publicUrl?.startsWith('https:') ? '__Host-ol' : 'ol'
}

/** Holds where somebody is between password and session; sealed. */
export const stepCookie = 'ol-stap'

/** Names the form that waits for somebody whose session ended; says nothing about who. */
export const keptFormCookie = 'ol-bewaard'

/** Shows in which browser an address signed in before; sealed. */
export const knownBrowser = { name: 'ol-bekend', purpose: 'known browser' } as const

/** True for text that can be a session token; whatever else is in the cookie never reaches the database. */
export function isToken(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{32,64}$/.test(text)
}

/** How every cookie here is sent: over https alone where there is https, to this host, and to no script. */
export function cookieRules(publicUrl: string | undefined) {
  const secure = publicUrl?.startsWith('https:') ?? false
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const
}
