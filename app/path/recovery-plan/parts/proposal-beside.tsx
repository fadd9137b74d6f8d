import type { Lang } from '../../../core/texts.ts'
import { link } from '../../../links.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Soft } from '../../../ui/layout.tsx'
import { Lines } from '../../../ui/lines.tsx'
import type { Proposal } from '../rules/sentence.ts'
import { texts } from '../texts.ts'
import { stepWords } from './goal-words.tsx'

type Props = { proposal: Proposal; lang: Lang; clientId: string; mayRecord: boolean }

/** What somebody of the team would write, beside the client's words; it changes nothing by itself. */
export function ProposalBeside({ proposal, lang, clientId, mayRecord }: Props) {
  const t = texts[lang].plan
  const { by, organisation, outcome, body, reason, isMine } = proposal
  return (
    <Card id={`voorstel-${proposal.id}`}>
      <p>
        <Soft>{t.proposal([by, organisation].filter(Boolean).join(', '))}</Soft>
      </p>
      <p>
        {outcome ? t.wantsEnding(texts[lang].outcomes[outcome]) : <Lines text={body} />}{' '}
        <Soft>{stepWords(proposal, lang)}</Soft>
      </p>
      <p>
        <Soft>{t.because(reason)}</Soft>
      </p>
      {(mayRecord || isMine) && (
        <p>
          <ButtonLink kind="plain" small href={link('proposal', { clientId, proposalId: proposal.id })}>
            {mayRecord ? t.record : t.withdraw}
          </ButtonLink>
        </p>
      )}
    </Card>
  )
}
