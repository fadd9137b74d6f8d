import type { Lang } from '../../../core/texts.ts'
import { FileField } from '../../../ui/field.tsx'
import { mimes } from '../rules/file.ts'
import { texts } from '../texts.ts'

type Props = { lang: Lang; label: string; optional?: boolean }

/** The field `file` of a form that is multipart; fileErrors(lang) has the words of its codes. */
export function FileInput({ lang, label, optional = false }: Props) {
  return (
    <FileField
      name="file"
      label={label}
      hint={texts[lang].fileHint}
      accept={mimes.join()}
      optional={optional}
    />
  )
}

/** Sentences for the codes of the field `file`. */
export function fileErrors(lang: Lang): Record<string, string> {
  return texts[lang].errors
}
