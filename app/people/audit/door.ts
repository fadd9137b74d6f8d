/** `<Looks …>`: who looked, in words, a row for each person and day. */
export { Looks } from './parts/looks.tsx'
/** The last seven days, today among them: what the log shows first. */
export { lastWeek } from './rules/log-filter.ts'
/** What a day of looking is called ("emergency" stands before all). */
export { deedOf, type Look } from './rules/look.ts'
/** Emergencies, refusals and region-wide searches of the own organisation; needs the opening `{ log: 'organisation' }`. */
export { countAlarms } from './store/lines.ts'
/** Who looked at an opened client between two days, merged per person and day; empty where the section "log" is closed. */
export { listLooks } from './store/looks.ts'
