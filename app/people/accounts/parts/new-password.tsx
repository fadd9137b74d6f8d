import type { Lang } from '../../../core/texts.ts'
import { Field } from '../../../ui/field.tsx'
import { texts } from '../texts.ts'

type Props = { words: { password: string; again: string }; lang: Lang }

/** A password that is new, twice: rules/password-form.ts says what it must be. */
export function NewPassword({ words, lang }: Props) {
  const typed = { type: 'password', autocomplete: 'new-password', maxlength: 256 } as const
  return (
    <>
      <Field {...typed} name="password" label={words.password} hint={texts[lang].setUp.passwordHint} />
      <Field {...typed} name="again" label={words.again} />
    </>
  )
}
