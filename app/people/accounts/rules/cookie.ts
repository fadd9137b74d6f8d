/** Name of the session cookie: bound to the host and to https wherever the product is served over https. */
export function sessionCookie(publicUrl: string | undefined): string {
  return publicUrl?.startsWith('https:') ? '__Host-ol' : 'ol'
}
