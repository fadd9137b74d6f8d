import { newId } from '../../app/core/id.ts'
import { always, earlier } from './clock.ts'

type Row = { table: string; row: Record<string, unknown> }

/** Whose dossier it is, where it is kept, and who wrote in it. */
type File = {
  relative: { id: string }
  representative: { id: string }
  team: string | undefined
  worker: string
  organisation: string
}

/**
 * One row in every client table, but for its id, client and episode. A new table gets its row here: the matrix of roles
 * and tables (tests/gate/tables.test.ts) fails until it has.
 */
export function dossierRows({ relative, representative, team, worker, organisation }: File): Row[] {
  const [referral_id, appointment_id, intake_at, file, contact_id, mail_id] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ]
  const about = (table: string, row: Record<string, unknown>) => ({ table, row })
  return [
    about('clients.details', {
      phone: '06-12345678',
      email: 'client@example.org',
      gp: 'dr. Hoek',
    }),
    about('clients.addresses', { kind: 'home', street: 'Markt', postcode: '9401 AA', during: always }),
    about('clients.relatives', { person_id: relative.id, name: 'Mies', relation: 'zus' }),
    about('clients.representatives', {
      person_id: representative.id,
      name: 'B. Voogd',
      kind: 'mentor',
      scope: 'care',
      during: always,
    }),
    about('care.involvements', { organisation_id: organisation, during: always }),
    about('care.assignments', {
      person_id: worker,
      organisation_id: organisation,
      part: 'case-manager',
      during: earlier,
    }),
    about('care.outflows', { team_id: team, left_on: '2023-12-31', destination: 'gp' }),
    about('care.temporary_offers', { ends_on: '2027-01-31', talk_on: '2027-01-10', reason: 'proef' }),
    about('referral.referrals', { id: referral_id, team_id: team, received_on: '2021-01-01', source: 'gp' }),
    about('referral.triages', { referral_id, outcome: 'waiting-list', decided_on: '2021-01-05' }),
    about('referral.promises', { referral_id, promised_for: '2021-01-12', what: 'bellen' }),
    about('referral.early_contacts', { referral_id, happened_on: '2021-01-12', way: 'phone', minutes: 15 }),
    about('agenda.appointments', {
      id: intake_at,
      starts_at: '2021-02-01T09:00:00Z',
      minutes: 60,
      kind: 'intake',
      place: 'thuis',
      person_id: worker,
    }),
    about('referral.intakes', { referral_id, appointment_id: intake_at }),
    about('referral.intake_reports', {
      referral_id,
      held_on: '2021-02-01',
      together: 'with-client',
      signed_at: '2021-02-02T10:00:00Z',
    }),
    about('referral.wmo_contacts', { referral_id, involved_on: '2021-02-02', who: 'consulent' }),
    about('referral.advice_talks', { referral_id, held_on: '2021-02-10', outcome: 'in-care' }),
    about('referral.return_talks', { referral_id, held_on: '2021-02-10' }),
    about('agenda.appointments', {
      id: appointment_id,
      starts_at: '2021-03-01T09:00:00Z',
      minutes: 60,
      kind: 'visit',
      person_id: worker,
    }),
    about('agenda.cancellations', { appointment_id, cancelled_for: 'team' }),
    about('documents.files', {
      id: file,
      kind: 'referral-letter',
      name: 'verwijsbrief.pdf',
      mime: 'application/pdf',
      size: 4,
      sha256: Buffer.alloc(32),
    }),
    about('documents.contents', { id: file, bytes: Buffer.from('%PDF') }),
    about('documents.mails', {
      id: mail_id,
      about: referral_id,
      recipient: 'client',
      subject: 'Uitnodiging voor een gesprek',
      body: 'Beste cliënt,',
    }),
    about('documents.dispatches', { mail_id, outcome: 'sent' }),
    about('instruments.phases', { phase: 2, talked_on: '2021-03-01' }),
    ...planRows({ author_id: worker, organisation_id: organisation }),
    about('contacts.contacts', {
      id: contact_id,
      happened_at: '2021-03-01T09:00:00Z',
      kind: 'visit',
      minutes: 45,
      author_id: worker,
      author_role: 'practitioner',
      organisation_id: organisation,
      signed_at: '2021-03-01T12:00:00Z',
    }),
    about('contacts.addenda', {
      contact_id,
      body: 'Later bleek meer.',
      author_id: worker,
      signed_at: '2021-03-02T09:00:00Z',
    }),
    about('contacts.notes', { contact_id, body: 'Zo zie ik het ook.' }),
    about('contacts.confidences', { told_on: '2021-03-02', told_by: 'zus', body: 'in vertrouwen' }),
  ]
}

// A sentence with what can stand around it: proposed, decided in a talk, taken back, ended, and another view of it.
function planRows(author: { author_id: string; organisation_id: string }): Row[] {
  const by = { ...author, author_role: 'practitioner' }
  const [entry_id, proposal_id, decision_id, statement_id, goal_id, ended_id] = [
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
    newId(),
  ]
  const about = (table: string, row: Record<string, unknown>) => ({ table: `recovery_plan.${table}`, row })
  return [
    about('entries', { id: entry_id, kind: 'words', part: 'who-i-am', body: 'Ik hou van vissen.' }),
    about('proposals', {
      id: proposal_id,
      entry_id,
      base_version: 1,
      kind: 'words',
      part: 'who-i-am',
      body: 'Ik vis.',
      ...by,
    }),
    about('entries', { id: goal_id, kind: 'goal', body: 'Een boot' }),
    about('proposals', { entry_id: goal_id, base_version: 1, kind: 'goal', body: 'Een kano', ...by }),
    about('decisions', { id: decision_id, proposal_id, outcome: 'accepted', entry_id }),
    about('take_backs', { decision_id }),
    about('entries', { id: ended_id, kind: 'goal', body: 'Een motor' }),
    about('endings', { entry_id: ended_id, outcome: 'let-go', ended_on: '2021-06-01' }),
    about('remarks', { entry_id, body: 'Ik zie het anders.', ...by }),
    about('statements', { id: statement_id, kind: 'picture', body: 'Zo zien wij het.', ...author }),
    about('answers', { statement_id, agrees: false, body: 'Dat klopt niet.' }),
    about('agreements', { agreed_on: '2021-04-01', how: 'talk' }),
  ]
}
