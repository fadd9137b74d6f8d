/** Every path of the product, so that any page can link to any other. */
export const paths = {
  home: '/',
  signIn: '/aanmelden',
  secondFactor: '/aanmelden/code',
  recoveryCode: '/aanmelden/herstelcode',
  enrol: '/aanmelden/tweede-stap',
  recoveryCodes: '/aanmelden/herstelcodes',
  startPassword: '/aanmelden/wachtwoord',
  chooseRole: '/aanmelden/rol',
  signOut: '/afmelden',
  demoSignIn: '/demo/aanmelden',
  demoList: '/demo.json',
  setUp: '/inrichten',
  account: '/mijn-account',
  accountPassword: '/mijn-account/wachtwoord',
  accountCodes: '/mijn-account/herstelcodes',
  accountRole: '/mijn-account/rol',
  accountSession: '/mijn-account/apparaat',
  language: '/taal',

  day: '/vandaag',
  honest: '/over-mijn-rol',
  contactFor: '/contact',

  search: '/clienten/zoeken',
  urgent: '/noodtoegang',
  emergency: '/clienten/:clientId/noodtoegang',
  clients: '/clienten',
  newReferral: '/aanmeldingen/nieuw',
  referrals: '/aanmeldingen',
  waitingList: '/wachtlijst',
  referral: '/clienten/:clientId/aanmelding/:referralId',
  editReferral: '/clienten/:clientId/aanmelding/:referralId/wijzigen',
  triage: '/clienten/:clientId/aanmelding/:referralId/triage',
  promise: '/clienten/:clientId/aanmelding/:referralId/belofte',
  earlyContact: '/clienten/:clientId/aanmelding/:referralId/voorzorg',
  planIntake: '/clienten/:clientId/aanmelding/:referralId/intake-plannen',
  invitation: '/clienten/:clientId/aanmelding/:referralId/uitnodiging',
  intake: '/clienten/:clientId/aanmelding/:referralId/intake',
  wmoContact: '/clienten/:clientId/aanmelding/:referralId/wmo-toegang',
  adviceTalk: '/clienten/:clientId/aanmelding/:referralId/adviesgesprek',
  returnTalk: '/clienten/:clientId/aanmelding/:referralId/terugkomgesprek',
  comeBack: '/clienten/:clientId/opnieuw-aanmelden',

  dossier: '/clienten/:clientId',
  identity: '/clienten/:clientId/gegevens',
  editIdentity: '/clienten/:clientId/gegevens/wijzigen',
  relatives: '/clienten/:clientId/naasten',
  newRelative: '/clienten/:clientId/naasten/nieuw',
  editRelative: '/clienten/:clientId/naasten/:besideId',
  access: '/clienten/:clientId/toegang',
  accessOf: '/clienten/:clientId/toegang/:besideId',
  death: '/clienten/:clientId/gegevens/overlijden',
  consent: '/clienten/:clientId/toestemmingen',
  newConsent: '/clienten/:clientId/toestemmingen/nieuw',
  newShield: '/clienten/:clientId/toestemmingen/afschermen',
  shieldRow: '/clienten/:clientId/afschermen/:rowId',
  endConsent: '/clienten/:clientId/toestemmingen/stoppen/:grantId',
  afterDeath: '/clienten/:clientId/toestemmingen/na-overlijden',
  reopenEarlier: '/clienten/:clientId/toestemmingen/eerder',
  care: '/clienten/:clientId/wie-doet-wat',
  involve: '/clienten/:clientId/wie-doet-wat/organisatie',
  endInvolvement: '/clienten/:clientId/wie-doet-wat/organisatie/:organisationId',
  assignPart: '/clienten/:clientId/wie-doet-wat/taak',
  outflow: '/clienten/:clientId/uit-zorg',
  phase: '/clienten/:clientId/fase',
  plan: '/clienten/:clientId/plan',
  newProposal: '/clienten/:clientId/plan/voorstel',
  newStatement: '/clienten/:clientId/plan/behandelaar',
  proposal: '/clienten/:clientId/plan/voorstel/:proposalId',
  newContact: '/clienten/:clientId/contact',
  contact: '/clienten/:clientId/contact/:contactId',
  contactAddendum: '/clienten/:clientId/contact/:contactId/aanvulling',
  contactNote: '/clienten/:clientId/contact/:contactId/reactie',
  confidence: '/clienten/:clientId/in-vertrouwen',
  newAppointment: '/clienten/:clientId/afspraak',
  appointment: '/clienten/:clientId/afspraak/:appointmentId',
  appointmentIntake: '/clienten/:clientId/afspraak/:appointmentId/intake',
  newFile: '/clienten/:clientId/bestand',
  file: '/clienten/:clientId/bestand/:fileId',
  mail: '/clienten/:clientId/mail/:mailId',
  clientLooks: '/clienten/:clientId/wie-keek',

  board: '/herstelbord',
  caseload: '/caseload',
  agenda: '/agenda',

  portal: '/mijn',
  portalStory: '/mijn/verhaal',
  portalAgenda: '/mijn/afspraken',
  portalLooks: '/mijn/wie-keek',
  portalPlan: '/mijn/plan',
  portalNewGoal: '/mijn/plan/doel',
  portalGoal: '/mijn/plan/doel/:entryId',
  portalProposal: '/mijn/plan/voorstel/:proposalId',
  portalStatement: '/mijn/plan/behandelaar/:statementId',
  portalPart: '/mijn/plan/over/:part',
  portalPeople: '/mijn/mensen',

  log: '/logboek',
  logExport: '/logboek/uitvoer',
  staff: '/beheer',
  newWorker: '/beheer/medewerker',
  newOrganisation: '/beheer/organisatie',
  newTeam: '/beheer/team',
  staffArea: '/beheer/gebied',
  organisation: '/beheer/organisatie/:organisationId',
  worker: '/beheer/medewerker/:personId',
  workerAccount: '/beheer/medewerker/:personId/account',
  workerPassword: '/beheer/medewerker/:personId/wachtwoord',
  workerFactor: '/beheer/medewerker/:personId/tweede-stap',

  imports: '/inlezen',
  importTemplate: '/inlezen/sjabloon',
  import: '/inlezen/:importId',
  importUndo: '/inlezen/:importId/terugdraaien',
  importReport: '/inlezen/:importId/verslag',
} as const

export type PathName = keyof typeof paths

type Names<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : P extends `${string}:${infer Name}`
    ? Name
    : never

type Arguments<N extends PathName> =
  Names<(typeof paths)[N]> extends never
    ? [params?: Record<string, never>, query?: Record<string, string>]
    : [params: Record<Names<(typeof paths)[N]>, string>, query?: Record<string, string>]

/** The URL of a page: its name, what stands in its path, and a query. */
export function link<N extends PathName>(name: N, ...[params, query]: Arguments<N>): string {
  const filled = paths[name].replace(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent((params as Record<string, string> | undefined)?.[key] ?? ''),
  )
  const search = query ? new URLSearchParams(query).toString() : ''
  return search ? `${filled}?${search}` : filled
}
