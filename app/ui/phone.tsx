import { A } from './link'

/** A telephone number that a telephone calls at one tap. */
export function Phone({ number }: { number: string }) {
  return <A href={telOf(number)}>{number}</A>
}

/** A number as a telephone dials it. */
export function telOf(phone: string): string {
  return `tel:${phone.replace(/[^\d+]/g, '')}`
}
