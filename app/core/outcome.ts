/** Not there, or not theirs: which of the two is never said. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The session ended, or never was. */
export class SignedOut extends Error {
  override name = 'SignedOut'
}

/** Somebody changed the same thing meanwhile; both versions are shown. */
export class Stale extends Error {
  override name = 'Stale'
}

/** This very form was carried out before: sent twice, or once more after going back. */
export class SentBefore extends Stale {
  override name = 'SentBefore'
}

/** What a deed answers, or null when this very form did it before; for who can then show what it led to. */
export async function unlessSentBefore<T>(deed: () => Promise<T>): Promise<T | null> {
  try {
    return await deed()
  } catch (error) {
    if (error instanceof SentBefore) return null
    throw error
  }
}

/** A request that no honest form can have made (too large, cross-site, malformed). */
export class BadRequest extends Error {
  override name = 'BadRequest'
  readonly status: 400 | 403 | 413 | 415 | 429
  constructor(status: 400 | 403 | 413 | 415 | 429, message: string) {
    super(message)
    this.status = status
  }
}

/** A password or code was tried too often, from one place or from all together. */
export class TooManyTries extends BadRequest {
  override name = 'TooManyTries'
  constructor() {
    super(429, 'tried too often')
  }
}
