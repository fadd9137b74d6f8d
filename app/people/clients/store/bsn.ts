import type { Bsn } from '../../../core/bsn.ts'
import { mark, seal, unseal } from '../../../platform/keys.ts'
import type { SealedBsn } from './details.ts'

/** A BSN as it is stored: sealed, with a mark by which the same number is recognised. */
export function sealBsn(secret: string, bsn: Bsn | null): SealedBsn {
  return bsn && { cipher: seal(secret, 'bsn', bsn), key: mark(secret, 'bsn-mark', bsn) }
}

/** The number itself, for a page that shows it to who may see identity. */
export function openBsn(secret: string, sealed: Uint8Array | null): string | null {
  return sealed && unseal(secret, 'bsn', sealed)
}
