import { type Lang, sayMoment } from '../../../core/texts.ts'
import { Lines } from '../../../ui/lines.tsx'
import type { Addendum } from '../store/contacts.ts'
import { texts } from '../texts.ts'

/** What was added under a signed report, each with who signed it and when; the same words for team and client. */
export function Addenda({ lang, addenda }: { lang: Lang; addenda: readonly Addendum[] }) {
  return (
    <>
      {addenda.map((addendum) => (
        <div>
          <strong>
            {texts[lang].addendum.by(addendum.by, sayMoment(new Date(addendum.signedAt), lang))}
          </strong>
          <p>
            <Lines text={addendum.body} />
          </p>
        </div>
      ))}
    </>
  )
}
