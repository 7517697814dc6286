import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProtocol } from '#app/protocols/check-protocol.ts'
import type { FindingKind } from '#app/protocols/findings.ts'
import { anyProtocol } from '#tests/triage/random-protocols.ts'
import { seeders } from './seeders.ts'
import { textRules } from './text-rules.ts'

const publishable = anyProtocol.filter(
  ({ protocol }) => Object.keys(protocol.questions).length > 0 && checkProtocol(protocol, textRules).length === 0,
)

test.each(Object.keys(seeders) as FindingKind[])('%s is found wherever it is put', (kind) => {
  let times = 0
  const holds = fc.property(publishable, ({ protocol, draw }) => {
    const seeded = seeders[kind](protocol, draw)
    if (!seeded) return
    times += 1
    const expected = { what: kind, place: seeded.place, ...seeded.details }
    expect(checkProtocol(seeded.protocol, textRules)).toContainEqual(expect.objectContaining(expected))
  })
  fc.assert(holds, { numRuns: 150, seed: 2_026 })
  expect(times).toBeGreaterThan(75)
})
