import { type Lang, sayMoment } from '../../../core/texts.ts'
import { Chip } from '../../../ui/chip.tsx'
import type { MailState as State } from '../rules/delivery.ts'
import { texts } from '../texts.ts'

const tones = { queued: 'brand', postponed: 'warn', sent: 'good', kept: 'plain', failed: 'alarm' } as const

type Props = { state: State; lang: Lang; setting: 'demo' | 'off' | 'smtp' }

/** Where a letter is, in words; and what to do when it did not arrive. */
export function MailState({ state, lang, setting }: Props) {
  return (
    <>
      <Chip tone={tones[state.kind]}>{texts[lang].mail.states[state.kind]}</Chip>{' '}
      {sentence(state, lang, setting)}
    </>
  )
}

function sentence(state: State, lang: Lang, setting: Props['setting']): string {
  const t = texts[lang].mail
  if (setting === 'off' && (state.kind === 'queued' || state.kind === 'postponed')) return t.waits
  if (state.kind === 'queued') return ''
  if (state.kind === 'sent' || state.kind === 'kept') return sayMoment(state.at, lang)
  const why = t.whys[state.why] ?? ''
  return state.kind === 'failed' ? t.failed(why) : t.postponed(why)
}
