import { addDays, type Day } from '../app/core/day.ts'
import type { PersonId } from '../app/core/id.ts'

/** The next free hour of somebody in this week and the next; undefined when both are full. */
export type Diary = (person: PersonId) => { day: Day; time: string } | undefined

const workdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]
const times = ['10:00', '13:30', '11:15', '15:00', '09:15', '16:15']

/** Diaries from the Monday of the story's last week on: each working day has one thing before any has two. */
export function diaryFrom(monday: Day): Diary {
  const books = new Map<PersonId, { taken: number; shift: number }>()
  return (person) => {
    const book = books.get(person) ?? { taken: 0, shift: books.size }
    const round = Math.floor(book.taken / workdays.length)
    const offset = workdays[(book.taken + book.shift) % workdays.length]
    const time = times[(round + book.shift) % times.length]
    if (round >= times.length || offset === undefined || !time) return undefined
    books.set(person, { ...book, taken: book.taken + 1 })
    return { day: addDays(monday, offset), time }
  }
}
