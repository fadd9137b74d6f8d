import { expect, test } from 'vitest'
import { parseForm } from '../../../core/form.ts'
import { clientAnswerForm, latestOf, type Statement, type StatementId, statementForm } from './statement.ts'

const statement = (id: string, kind: Statement['kind'], day: string): Statement => ({
  id: id as StatementId,
  kind,
  body: id,
  by: 'Ada',
  signedAt: new Date(`${day}T10:00:00Z`),
  answers: [],
})

test('the latest of each kind counts, whatever order they come in', () => {
  const some = [
    statement('risk', 'risk', '2026-03-01'),
    statement('new', 'picture', '2026-02-01'),
    statement('old', 'picture', '2025-02-01'),
  ]
  for (const order of [some, some.toReversed()])
    expect(latestOf(order).map(({ id }) => id)).toEqual(['new', 'risk'])
})

test('a statement says something and is of a kind; an answer is yes or no', () => {
  expect(parseForm(statementForm, { kind: 'diagnosis', body: '' })).toMatchObject({
    state: { errors: { kind: 'choose-one', body: 'required' } },
  })
  expect(parseForm(clientAnswerForm, { agrees: 'no' })).toEqual({
    ok: true,
    value: { agrees: false, body: '' },
  })
  expect(parseForm(clientAnswerForm, {})).toMatchObject({ state: { errors: { agrees: 'choose-one' } } })
})
