import { expect, test } from 'vitest'
import { toHtml, toParagraphs, toText } from './mail-text.ts'

test('what somebody typed is text in the mail, never markup', () => {
  expect(toHtml('Beste <b>Jan</b> & "co"')).toContain(
    '<p>Beste &lt;b&gt;Jan&lt;/b&gt; &amp; &quot;co&quot;</p>',
  )
})

test('paragraphs come back as they went in', () => {
  const paragraphs = ['Beste Jan,', 'Tot ziens!']
  expect(toParagraphs(toText(paragraphs))).toEqual(paragraphs)
})
