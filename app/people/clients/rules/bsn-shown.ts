/** A BSN on a page that did not ask for it: only its last three digits. */
export function veiled(bsn: string): string {
  return `••• ••• ${bsn.slice(-3)}`
}
