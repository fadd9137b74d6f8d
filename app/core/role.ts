/** One role is active in a session (NEN 7510 9.2.3); what each may see stands in access.rules. */
export const roles = [
  'practitioner',
  'trainee',
  'supporter',
  'peer',
  'welfare',
  'duty-desk',
  'secretariat',
  'project-leader',
  'line-manager',
  'programme-manager',
  'controller',
  'wmo-consultant',
  'steering-group',
  'researcher',
  'privacy-officer',
  'administrator',
  'client',
  'relative',
  'representative',
] as const

export type Role = (typeof roles)[number]

/** Roles that write reports in a dossier. */
export function worksWithClients(role: Role): boolean {
  return ['practitioner', 'trainee', 'supporter', 'peer', 'welfare'].includes(role)
}

/** The client, and who stands beside the client: they use the portal. */
export function usesPortal(role: Role): boolean {
  return role === 'client' || role === 'relative' || role === 'representative'
}
