import type { AppointmentKind, CancelCause } from '../../../office/agenda/door.ts'

/** An appointment as the client sees it. */
export type Appointment = {
  id: string
  at: Date
  kind: AppointmentKind
  minutes: number
  place: string
  about: string
  person: string
  isCancelled: boolean
  /** why not: what made it needless, or what somebody wrote */
  cause: CancelCause | null
  reason: string
  /** to which moment it was moved */
  movedTo: Date | null
}

/** Those that are still to come or running (the first on top), and those that have been (the latest on top). */
export function splitAt(appointments: readonly Appointment[], now: Date): [Appointment[], Appointment[]] {
  const isOver = ({ at, minutes }: Appointment) => at.getTime() + minutes * 60_000 <= now.getTime()
  const inOrder = [...appointments].sort((a, b) => a.at.getTime() - b.at.getTime())
  return [inOrder.filter((one) => !isOver(one)), inOrder.filter(isOver).reverse()]
}

/** The first that still takes place; undefined when there is none. */
export function nextOf(appointments: readonly Appointment[], now: Date): Appointment | undefined {
  return splitAt(appointments, now)[0].find((one) => !one.isCancelled)
}
