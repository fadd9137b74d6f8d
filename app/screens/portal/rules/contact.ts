/** Somebody the client can turn to. */
export type Contact = {
  part: 'case-manager' | 'replacement' | 'lead-practitioner' | 'treatment-coordinator'
  name: string
  function: string
  organisation: string
  phone: string
}
