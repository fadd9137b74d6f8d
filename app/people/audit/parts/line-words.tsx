import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { A } from '../../../ui/link.tsx'
import { askedOf, clientNumber, type Line, rightOf } from '../rules/line.ts'
import { partsOf } from '../rules/look.ts'
import { texts } from '../texts.ts'

type Words = (typeof texts)[Lang]['log']

/** What somebody did, as a sentence with what belongs to it: about whom, the search question, the reason. */
export function WhatWords({ line, lang, href }: { line: Line; lang: Lang; href: string | null }) {
  const t = texts[lang].log
  const { query, reason, clientId } = line
  return (
    <>
      {eventWords(t, line)}
      {clientId && href && (
        <>
          {' · '}
          <A href={href}>{t.client(clientNumber(clientId))}</A>
        </>
      )}
      {query && <Under>{queryWords(t, line)}</Under>}
      {reason && <Under>{t.reason(reason)}</Under>}
      {clientId && line.event === 'emergency' && (
        <Under>
          <A href={link('clientLooks', { clientId })}>{t.whoLooked}</A>
        </Under>
      )}
    </>
  )
}

/** Why it was allowed: the purpose, the grounds in law, and the parts that were open. */
export function GroundWords({ line, lang }: { line: Line; lang: Lang }) {
  const t = texts[lang].log
  const parts = partsOf(line.sections).map((section) => t.sections[section] ?? section)
  return (
    <>
      {[t.purposes[line.purpose] ?? line.purpose, ...line.basis].join(' · ')}
      {parts.length > 0 && <Under>{t.open(parts.join(', '))}</Under>}
    </>
  )
}

/** Granted, refused, or in an emergency: in words, with a colour beside them. */
export function OutcomeChip({ line, lang }: { line: Line; lang: Lang }) {
  const t = texts[lang].log
  if (!line.granted) return <Chip tone="warn">{t.refused}</Chip>
  if (line.event === 'emergency') return <Chip tone="alarm">{t.choices.emergency}</Chip>
  return <Soft>{t.granted}</Soft>
}

function Under({ children }: { children?: unknown }) {
  return (
    <div>
      <Soft>{children as string}</Soft>
    </div>
  )
}

function queryWords(t: Words, { event, query }: Line): string {
  if (event === 'rights') {
    const { words, parts } = rightOf(query)
    return [words, parts.map((part) => t.sections[part] ?? part).join(', ')].filter(Boolean).join(': ')
  }
  return event === 'search' ? t.asked(askedOf(query).words) : query
}

function eventWords(t: Words, line: Line): string {
  const { events } = t
  if (line.event === 'dossier') return events.dossier(line.action !== 'R')
  if (line.event === 'list') return events.list(line.team)
  if (line.event === 'search') return events.search(askedOf(line.query).wide)
  if (line.event === 'rights') return events.rights(rightOf(line.query).what, line.action === 'D')
  return events[line.event]
}
