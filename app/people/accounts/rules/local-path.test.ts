import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test('a path of ours is kept', () => {
  for (const path of ['/', '/vandaag', '/clienten/1?tab=plan#doel']) expect(localPath(path)).toBe(path)
})

test('another site is refused, however it is written', () => {
  const elsewhere = [
    '//evil.nl',
    '/\\evil.nl',
    '/\t/evil.nl',
    '/\n/evil.nl',
    'https://evil.nl',
    'javascript:alert(1)',
    '',
    'x',
  ]
  for (const path of elsewhere) expect(localPath(path)).toBeNull()
  expect(localPath(undefined)).toBeNull()
})

test('what is kept never leaves the site', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('/', '\\', '\t', '\n', '@', ':', 'a', '.', '?') }),
      (rest) => {
        const path = localPath(`/${rest}`)
        if (path !== null) expect(new URL(path, 'http://here').host).toBe('here')
      },
    ),
  )
})
