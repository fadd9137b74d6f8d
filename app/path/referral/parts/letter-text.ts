import { dayOf, timeOf } from '../../../core/day.ts'
import { sayDay } from '../../../core/texts.ts'
import { fullName, type Name } from '../../../people/clients/door.ts'
import type { IntakePlan } from '../rules/step.ts'
import type { Story } from '../store/story.ts'
import { texts } from '../texts.ts'

const { letter } = texts.nl

/** What stands above the letter and in the mail; it tells a reader over the shoulder nothing about care. */
export const letterSubject = letter.subject

/** Who sends a letter: somebody of a team, who works somewhere. */
export type Sender = { name: string; organisation: string | null }
type About = { client: Name; story: Story; sender: Sender }

/** The team that sends a letter, with where and how to reach it, line by line. */
export function senderLines(story: Story, { organisation }: Sender): string[] {
  const { team, teamAddress, teamPhone } = story
  const from = [letter.team(team), organisation].filter(Boolean).join(', ')
  return [from, teamAddress, teamPhone && letter.phone(teamPhone)].filter(Boolean)
}

/** The letter that invites to the intake: always in Dutch, in plain words (E bijlage 5). */
export function letterText(plan: IntakePlan, { client, story, sender }: About): string[] {
  return [
    letter.greeting(fullName(client)),
    ...whenAndWhere(plan),
    letter.relative,
    ...(plan.relativeInvited ? [letter.namedRelative(plan.relativeInvited)] : []),
    letter.talk,
    letter.identity,
    letter.change(story.teamPhone),
    letter.close,
    [sender.name, ...senderLines(story, sender)].join('\n'),
  ]
}

function whenAndWhere(plan: IntakePlan): string[] {
  const moment = new Date(plan.startsAt)
  const who = [plan.by, plan.withWhom].filter(Boolean).join(' en ')
  return [
    letter.invite(sayDay(dayOf(moment), 'nl', 'long'), timeOf(moment), plan.minutes),
    letter.where(plan.place, who),
  ]
}

/** Whether the letter that was mailed last tells of another moment or place than the plan does now. Newest first. */
export function isOutdated(plan: IntakePlan, mails: readonly { body: string }[]): boolean {
  const [latest] = mails
  return latest !== undefined && !whenAndWhere(plan).every((words) => latest.body.includes(words))
}

/** The same letter by way of a relative, who is asked to hand it on. */
export function letterByWayOf(relative: string, client: Name, text: string[]): string[] {
  return [letter.greeting(relative), letter.handOn(fullName(client)), ...text]
}
