/** What a card says on a day: quiet, long in one phase, moved of late. */
export { type BoardLine, signsOf } from './rules/card.ts'
/** Who is in care or aftercare with the opened team, the longest quiet first; for the day pages. */
export { listBoard } from './store/board.ts'
