import { expect, test } from 'vitest'
import { Button, ButtonLink } from './button'
import { Form } from './form'
import { A, CodeAppLink, ReachContext, safeHref } from './link'
import { Tabs } from './tabs'

const refused = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'http://elders.nl',
  '//elders.nl',
  '/\\elders.nl',
  '/\t/elders.nl',
  'clienten',
  '',
]

test.each(refused)('refuses %j as a link, as the target of a form and of a button', (href) => {
  expect(() => String(<A href={href}>x</A>)).toThrow('Not a link')
  expect(() => String(<Button formaction={href || 'x'}>x</Button>)).toThrow('Not a link')
  expect(() => String(<Form action={href || 'x'} />)).toThrow('Not a link')
})

test.each([
  '/',
  '/clienten/1?tab=plan#doel',
  '#inhoud',
  '?blz=2',
  'mailto:a@voorbeeld.nl',
  'tel:0592123456',
  'https://voorbeeld.nl',
])('lets %s through', (href) => {
  expect(safeHref(href)).toBe(href)
})

test('a page that somebody has not is words in a text, and no button or tab', () => {
  const page = (mine: string) =>
    String(
      <ReachContext.Provider value={(href) => href === mine}>
        <A class="row-link" href="/een">
          Een
        </A>
        <ButtonLink href="/twee">Twee</ButtonLink>
        <Tabs label="Delen" items={[{ href: '/drie', label: 'Drie' }]} />
      </ReachContext.Provider>,
    )
  expect(page('/een')).toContain('<a href="/een" class="row-link">Een</a>')
  expect(page('/een')).not.toMatch(/Twee|Drie/)
  expect(page('/twee')).toContain('<span class="row-link">Een</span>')
  expect(page('/twee')).toContain('href="/twee"')
  expect(page('/drie')).toContain('href="/drie"')
})

test('the address of an app for codes is a link in its own place only', () => {
  const uri = 'otpauth://totp/Optimaal%20Leven:noor?secret=ABC&issuer=Optimaal%20Leven'
  expect(() => safeHref(uri)).toThrow('Not a link')
  expect(String(<CodeAppLink uri={uri}>x</CodeAppLink>)).toContain('href="otpauth://totp/')
  for (const other of [...refused, 'otpauth:x', 'otpauth://totp/a?b\nc', '/aanmelden'])
    expect(() => String(<CodeAppLink uri={other}>x</CodeAppLink>)).toThrow('Not the address')
})
