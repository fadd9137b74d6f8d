import { describe, expect, test } from 'vitest'
import { Checkbox, Checkboxes, Radios, Select } from './choice'
import { DayField, Field, TextArea } from './field'
import { Form } from './form'

const state = {
  input: { dag: '31-02-2026', soort: 'bel', bij: ['noor', 'broer'], tekst: '\nregel "een"', geheim: 'abc' },
  errors: { tekst: 'too-long', dag: 'not-a-date', wie: 'choose-one', '': 'stale', elders: 'required' },
}

function contact(errors: Record<string, string> = state.errors) {
  return (
    <Form
      action="/contacten"
      state={{ input: state.input, errors }}
      lang="nl"
      words={{ 'too-long': 'Schrijf het korter op' }}
    >
      <DayField name="dag" label="Wanneer" />
      <Radios
        name="soort"
        legend="Soort"
        options={[
          { value: 'huis', label: 'Thuis' },
          { value: 'bel', label: 'Bellen' },
        ]}
      />
      <Checkboxes
        name="bij"
        legend="Wie"
        options={[
          { value: 'noor', label: 'Noor' },
          { value: 'broer', label: 'Broer' },
        ]}
      />
      <Select name="wie" label="Namens wie?" options={[{ value: 'a', label: 'A' }]} />
      <TextArea name="tekst" label="Wat" hint="Kort" />
      <Checkbox name="signaal" label="Signaal" checked />
      <Field name="geheim" label="Wachtwoord" type="password" optional />
    </Form>
  )
}

async function html(errors?: Record<string, string>) {
  return String(await contact(errors).toString())
}

function all(page: string, pattern: RegExp): string[] {
  return [...page.matchAll(pattern)].map((match) => match[1] ?? '')
}

describe('a form with errors', () => {
  test('every id is there once, and every label, link and description points to one', async () => {
    const page = await html()
    const ids = all(page, / id="([^"]+)"/g)
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [
      ...all(page, / for="([^"]+)"/g),
      ...all(page, /href="#([^"]+)"/g),
      ...all(page, /aria-describedby="([^"]+)"/g).flatMap((list) => list.split(' ')),
    ]
    expect(targets.length).toBeGreaterThan(12)
    for (const target of targets) expect(ids).toContain(target)
  })

  test('the summary takes focus and follows the order of the form, the whole form first', async () => {
    const page = await html()
    expect(page).toMatch(/role="alert" tabindex="-1" autofocus/)
    const summary = page.slice(page.indexOf('<ul>'), page.indexOf('</ul>'))
    expect(all(summary, /href="#([^"]+)"/g)).toEqual(['dag', 'wie', 'tekst'])
    expect(summary.indexOf('Iemand anders')).toBeLessThan(summary.indexOf('#dag'))
  })

  test('own words come first; general words are said with the label of their field', async () => {
    const page = await html()
    expect(page).toContain('>Schrijf het korter op</a>')
    expect(page).toContain('>Wanneer: vul een bestaande datum in, bijvoorbeeld 24-11-2026</a>')
    expect(page).toContain('>Namens wie? Kies één van de antwoorden</a>')
  })

  test('what was typed stays, except a password; a box that was cleared stays cleared', async () => {
    const page = await html()
    expect(page).toContain('value="31-02-2026"')
    expect(page).toMatch(/value="bel" checked/)
    expect(all(page, /value="(noor|broer)" checked/g)).toEqual(['noor', 'broer'])
    expect(page).toContain('>\n\nregel &quot;een&quot;</textarea>')
    expect(page).not.toContain('abc')
    expect(page).not.toMatch(/value="ja" checked/)
  })
})

test('a form without errors has no summary', async () => {
  expect(await html({})).not.toContain('role="alert"')
})

test('two forms with errors do not mix up their fields', async () => {
  const two = (
    <div>
      <Form state={{ input: { a: 'eerste' }, errors: { a: 'required' } }} prefix="een-">
        <Field name="a" label="A" />
      </Form>
      <Field name="los" label="Los" />
      <Form state={{ input: { a: 'tweede' }, errors: {} }} prefix="twee-">
        <Field name="a" label="A" />
      </Form>
    </div>
  )
  const page = String(await two.toString())
  expect(page).toContain('id="een-a" name="a" type="text" value="eerste"')
  expect(page).toContain('id="twee-a" name="a" type="text" value="tweede"')
  expect(page).toContain('id="los"')
})
