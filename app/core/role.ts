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

/** The word for each role on the screens. */
export const roleWords: { nl: Record<Role, string>; en: Record<Role, string> } = {
  nl: {
    practitioner: 'behandelaar',
    trainee: 'stagiair',
    supporter: 'begeleider',
    peer: 'ervaringsdeskundige',
    welfare: 'welzijn',
    'duty-desk': 'bureaudienst',
    secretariat: 'zorgsecretariaat',
    'project-leader': 'projectleider',
    'line-manager': 'locatiemanager',
    'programme-manager': 'programmamanager',
    controller: 'controller',
    'wmo-consultant': 'Wmo-consulent',
    'steering-group': 'stuurgroep',
    researcher: 'onderzoeker',
    'privacy-officer': 'privacy officer',
    administrator: 'functioneel beheerder',
    client: 'cliënt',
    relative: 'naaste',
    representative: 'wettelijk vertegenwoordiger',
  },
  en: {
    practitioner: 'practitioner',
    trainee: 'trainee',
    supporter: 'support worker',
    peer: 'peer expert',
    welfare: 'welfare',
    'duty-desk': 'duty desk',
    secretariat: 'secretariat',
    'project-leader': 'project leader',
    'line-manager': 'line manager',
    'programme-manager': 'programme manager',
    controller: 'controller',
    'wmo-consultant': 'Wmo consultant',
    'steering-group': 'steering group',
    researcher: 'researcher',
    'privacy-officer': 'privacy officer',
    administrator: 'administrator',
    client: 'client',
    relative: 'relative',
    representative: 'legal representative',
  },
}
