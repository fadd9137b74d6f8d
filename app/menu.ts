import type { Role } from './core/role.ts'
import type { PathName } from './links.ts'
import type { IconName } from './ui/icons.ts'

type Entry = { path: PathName; icon: IconName; word: string }

const day: Entry = { path: 'day', icon: 'house', word: 'day' }
const board: Entry = { path: 'board', icon: 'layout-dashboard', word: 'board' }
const clients: Entry = { path: 'clients', icon: 'users', word: 'clients' }
const referrals: Entry = { path: 'referrals', icon: 'inbox', word: 'referrals' }
const waitingList: Entry = { path: 'waitingList', icon: 'clock', word: 'waitingList' }
const agenda: Entry = { path: 'agenda', icon: 'calendar', word: 'agenda' }
const account: Entry = { path: 'account', icon: 'key-round', word: 'account' }
const honest: Entry = { path: 'honest', icon: 'eye', word: 'honest' }
const caseload: Entry = { path: 'caseload', icon: 'chart-column', word: 'caseload' }
const own = [honest, account]

const team = [day, board, clients, agenda, referrals, waitingList, ...own]
const portal: Entry = { path: 'portal', icon: 'house', word: 'portal' }
const portalAgenda: Entry = { path: 'portalAgenda', icon: 'calendar', word: 'portalAgenda' }
const beside: Entry[] = [
  portal,
  { path: 'portalStory', icon: 'book-open', word: 'storyBeside' },
  portalAgenda,
  account,
]

const menus: Partial<Record<Role, Entry[]>> = {
  practitioner: team,
  trainee: [day, board, clients, agenda, ...own],
  supporter: team,
  peer: team,
  welfare: [day, board, clients, agenda, ...own],
  secretariat: [
    day,
    referrals,
    waitingList,
    board,
    clients,
    agenda,
    caseload,
    { path: 'imports', icon: 'upload', word: 'imports' },
    ...own,
  ],
  'project-leader': [day, waitingList, referrals, board, caseload, clients, ...own],
  'duty-desk': [honest, clients, account],
  'privacy-officer': [day, { path: 'log', icon: 'shield', word: 'log' }, ...own],
  administrator: [day, { path: 'staff', icon: 'settings', word: 'staff' }, ...own],
  client: [
    portal,
    { path: 'portalPlan', icon: 'heart-handshake', word: 'portalPlan' },
    { path: 'portalStory', icon: 'book-open', word: 'portalStory' },
    portalAgenda,
    { path: 'portalLooks', icon: 'eye', word: 'portalLooks' },
    account,
  ],
  relative: beside,
  representative: beside,
}

/** The menu of a role; a role without work of its own yet has one honest page. */
export function menuOf(role: Role): Entry[] {
  return menus[role] ?? own
}
