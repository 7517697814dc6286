import fc from 'fast-check'
import { expect, test } from 'vitest'
import { walk } from '#app/triage/engine.ts'
import { outlineOf } from '#app/triage/outline.ts'
import { anyProtocol, randomSheet } from './random-protocols.ts'
import { leak, question } from './small-protocol.ts'

test('questions come in the order of danger, with the answers that lead to them', () => {
  expect(outlineOf(leak()).map(({ id, number, depth, from }) => ({ id, number, depth, from }))).toEqual([
    { id: 'runs', number: 1, depth: 0, from: [] },
    { id: 'near-power', number: 2, depth: 0, from: [{ number: 1, answer: 'yes' }] },
  ])
})

test('what both answers go on with stands further in once, and round in a circle it ends', () => {
  const questions = {
    runs: question({ yes: 'left', no: 'right' }),
    left: question({ yes: 'now', no: 'right' }),
    right: question({ yes: 'runs', no: 'later' }),
  }
  expect(outlineOf(leak({ questions })).map(({ id, depth }) => [id, depth])).toEqual([
    ['runs', 0],
    ['left', 1],
    ['right', 1],
  ])
})

test('every question that some caller is asked has one number', () => {
  fc.assert(
    fc.property(anyProtocol, ({ protocol, draw }) => {
      const ids = outlineOf(protocol).map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { question: id } of walk(protocol, randomSheet(draw, protocol)).steps) expect(ids).toContain(id)
    }),
    { numRuns: 200 },
  )
})
