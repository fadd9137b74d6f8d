import type { Destination } from '../app/path/care/door.ts'
import type { Source } from '../app/path/referral/door.ts'

/** Care organisations that take part together, and for how many people. */
export type Mix = { organisations: Carer[]; people: number }
export type Carer = 'ggz' | 'vnn' | 'cosis' | 'welfare'

/**
 * What the pages of a team must count to, after the third practice evaluation (E 4.2-4.6; March 2020).
 * `care` counts aftercare too, as the source does.
 */
export type TeamPlan = {
  slug: string
  name: string
  care: number
  waiting: number
  waitingWithContact: number
  mix: Mix[]
  aftercare: Partial<Record<Destination, number>>
  left: Partial<Record<Destination, number>>
  recent: Partial<Record<Source, number>>
  consulted: number
}

// Assen: 166 + 27 + 21 memberships over 188 people of whom 21 are shared: 16 by two and 5 by three organisations.
const assen: TeamPlan = {
  slug: 'assen',
  name: 'Assen',
  care: 188,
  waiting: 17,
  waitingWithContact: 9,
  mix: [
    { organisations: ['ggz', 'vnn', 'cosis'], people: 5 },
    { organisations: ['ggz', 'cosis'], people: 9 },
    { organisations: ['ggz', 'vnn'], people: 7 },
    { organisations: ['ggz'], people: 145 },
    { organisations: ['cosis'], people: 13 },
    { organisations: ['vnn'], people: 9 },
  ],
  aftercare: { 'basic-ggz': 5, moved: 2 },
  left: { 'next-carer': 6, died: 1, poh: 1 },
  recent: {
    ggz: 8,
    'basic-ggz': 1,
    'crisis-service': 1,
    gp: 7,
    'social-team': 1,
    police: 1,
    welfare: 1,
    family: 1,
    other: 1,
    vnn: 2,
    oggz: 1,
  },
  consulted: 4,
}

// Hoogeveen and De Wolden: 186 + 34 + 12 memberships over 190 people; welfare is told apart and not counted as shared.
const hoogeveen: TeamPlan = {
  slug: 'hoogeveen',
  name: 'De Wolden/Hoogeveen',
  care: 190,
  waiting: 15,
  waitingWithContact: 5,
  mix: [
    { organisations: ['ggz', 'cosis', 'vnn'], people: 2 },
    { organisations: ['ggz', 'cosis', 'welfare'], people: 3 },
    { organisations: ['ggz', 'cosis'], people: 27 },
    { organisations: ['ggz', 'vnn'], people: 8 },
    { organisations: ['ggz', 'welfare'], people: 2 },
    { organisations: ['ggz'], people: 144 },
    { organisations: ['cosis'], people: 2 },
    { organisations: ['vnn'], people: 2 },
  ],
  aftercare: {},
  left: { gp: 4, poh: 4, 'basic-ggz': 4, died: 1, moved: 2, other: 3 },
  recent: { ggz: 6, gp: 9, self: 2, oggz: 1, welfare: 1 },
  consulted: 5,
}

// Emmen: the text says 115 and its table 114: 115 is told. 80 + 30 + 26, with Cosis where the source names no number.
const emmen: TeamPlan = {
  slug: 'emmen',
  name: 'Emmen',
  care: 115,
  waiting: 26,
  waitingWithContact: 12,
  mix: [
    { organisations: ['ggz', 'vnn'], people: 14 },
    { organisations: ['ggz', 'welfare'], people: 14 },
    { organisations: ['ggz', 'cosis'], people: 12 },
    { organisations: ['ggz'], people: 40 },
    { organisations: ['vnn', 'welfare'], people: 6 },
    { organisations: ['vnn'], people: 10 },
    { organisations: ['cosis', 'welfare'], people: 6 },
    { organisations: ['cosis'], people: 13 },
  ],
  aftercare: {},
  left: { gp: 2, moved: 3, died: 2, 'basic-ggz': 2 },
  recent: { gp: 7, ggz: 5, 'social-team': 4, oggz: 1, vnn: 2, self: 1 },
  consulted: 20,
}

// Midden-Drenthe: the small fourth team, about 50 people (council letter of 2022).
const middenDrenthe: TeamPlan = {
  slug: 'midden-drenthe',
  name: 'Midden-Drenthe',
  care: 50,
  waiting: 4,
  waitingWithContact: 3,
  mix: [
    { organisations: ['ggz', 'cosis'], people: 9 },
    { organisations: ['ggz', 'vnn'], people: 3 },
    { organisations: ['ggz'], people: 33 },
    { organisations: ['cosis'], people: 5 },
  ],
  aftercare: {},
  left: { gp: 2, moved: 1 },
  recent: { gp: 4, 'social-team': 2, ggz: 1 },
  consulted: 2,
}

export const plans: TeamPlan[] = [assen, emmen, hoogeveen, middenDrenthe]
