import { expect, test } from 'vitest'
import type { NavItem } from './nav'
import { PlainShell, StaffShell } from './page'

const nav: NavItem[] = ['dag', 'bord', 'clienten', 'aanmeldingen', 'wmo', 'uren'].map((name) => ({
  href: `/${name}`,
  label: name,
  icon: 'house',
  current: name === 'wmo',
  count: name === 'wmo' ? 2 : undefined,
  hot: name === 'wmo',
}))

function staff(title = 'Mijn dag') {
  return String(
    <StaffShell
      lang="nl"
      title={title}
      assets={{ css: '/stijl.css', script: '/browser.js' }}
      cspNonce="n0nce"
      person={{ name: 'Bram', roleLabel: 'casemanager', initials: 'BB' }}
      nav={nav}
      signOutHref="/uitloggen"
    >
      <h1>Dag</h1>
    </StaffShell>,
  )
}

test('the skip link leads to the one main, and the document says its language, nonce and way of refreshing', () => {
  const page = staff()
  expect(page).toMatch(/^<!doctype html><html lang="nl">/)
  expect(page).toContain('href="#inhoud"')
  expect(page.match(/<main id="inhoud"/g)).toHaveLength(1)
  expect(page).toContain('<meta name="csp-nonce" content="n0nce"/>')
  expect(page).toContain('<meta name="turbo-refresh-method" content="morph"/>')
})

test('nothing in a page needs an inline style or script', () => {
  const page = staff()
  expect(page).not.toMatch(/ style=| on[a-z]+=|<script(?![^>]* src=)/)
})

test('on a phone the bar holds four entries and the rest, with what cannot wait, is under "Meer"', () => {
  const page = staff()
  const bar = page.slice(page.indexOf('class="tab-bar"'))
  expect(bar.slice(0, bar.indexOf('<details')).match(/<a /g)).toHaveLength(4)
  expect(bar).toMatch(/<summary class="is-current">.*?count-hot">2</)
  expect(bar).toContain('href="/uren"')
})

test('a title cannot break out of the head', () => {
  expect(staff('</title><script>')).toContain('<title>&lt;/title&gt;&lt;script&gt; · Optimaal Leven</title>')
})

test('the plain shell shows no menu', () => {
  const page = String(
    <PlainShell lang="en" title="Sign in" assets={{ css: '/stijl.css' }}>
      <h1>Sign in</h1>
    </PlainShell>,
  )
  expect(page).not.toContain('<nav')
  expect(page).toContain('Skip to the content')
})
