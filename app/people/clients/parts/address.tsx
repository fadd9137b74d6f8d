import type { Lang } from '../../../core/texts.ts'
import { Disclosure } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Identity } from '../rules/person-form.ts'
import { texts } from '../texts.ts'

type Lines = Pick<Identity, 'addressKind' | 'street' | 'houseNumber' | 'postcode' | 'city'>

/** Where the client lives; a secret address only for who opens it, with a warning above it. */
export function Address({ lang, address }: { lang: Lang; address: Lines | undefined }) {
  const t = texts[lang].identity
  if (!address) return <>{t.unknown}</>
  if (address.addressKind === 'none') return <>{t.noAddress}</>
  const line = [
    [address.street, address.houseNumber].filter(Boolean).join(' '),
    [address.postcode, address.city].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ')
  if (address.addressKind === 'home') return <>{line || t.unknown}</>
  return (
    <Disclosure summary={t.secretShow}>
      <Notice kind="warn" title={t.secret}>
        {t.secretWarning}
      </Notice>
      <p>{line || t.unknown}</p>
    </Disclosure>
  )
}
