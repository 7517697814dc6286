import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en as callsEn } from '#app/calls/words.en.ts'
import { nl as callsNl } from '#app/calls/words.nl.ts'
import { finalStates, openStates, targetStates } from '#app/campaigns/target.ts'
import { en as campaignsEn } from '#app/campaigns/words.en.ts'
import { nl as campaignsNl } from '#app/campaigns/words.nl.ts'
import { outcomeCodes, outcomeRule, outcomesWhere, skipReasons } from '#app/conversations/outcomes.ts'
import { codeList } from '#app/core/sql.ts'
import { en as segmentsEn } from '#app/segments/words.en.ts'
import { nl as segmentsNl } from '#app/segments/words.nl.ts'

/** What is added in one list must be there in everything that hangs on it. */
const root = join(import.meta.dirname, '..')
const source = (file: string) => readFileSync(join(root, file), 'utf8')

describe.each(outcomeCodes)('the outcome %s', (outcome) => {
  const rule = outcomeRule(outcome)

  test('has its words for the caller, in a round and in a selection, in both languages', () => {
    for (const { outcomes } of [callsNl, callsEn, campaignsNl, campaignsEn, segmentsNl, segmentsEn])
      expect((outcomes as Record<string, string>)[outcome]).toMatch(/\S/)
  })

  test('shows its question when it asks something, and only then has a day and time', () => {
    const shown = source('app/calls/views/outcome-questions.tsx').includes(`[#outcome-${outcome}:checked]`)
    if (rule.asks || rule.takesMoment) expect(shown).toBe(true)
    if (rule.asks === 'appointment') expect(rule.takesMoment).toBe(true)
  })

  test('is sent at once only when there is nothing to ask or to write', () => {
    if (rule.sendsAtOnce) expect(rule).toMatchObject({ asks: null, opensNotes: false, takesMoment: false })
  })
})

test('every digit of the keyboard stands for one outcome', () => {
  const keys = outcomeCodes.flatMap((outcome) => outcomeRule(outcome).key ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(outcomesWhere(({ key }) => key !== null)).toHaveLength(keys.length)
})

test('every state of a home on a list has its words', () => {
  for (const state of targetStates)
    for (const { addresses } of [campaignsNl, campaignsEn])
      expect((addresses.states as Record<string, string>)[state]).toMatch(/\S/)
})

test('every reason to skip has its words', () => {
  for (const reason of skipReasons)
    for (const words of [callsNl, callsEn]) expect(words.skipReasons[reason]).toMatch(/\S/)
})

test('a home on a list is either still to do or finished', () => {
  expect([...openStates, ...finalStates].toSorted()).toEqual([...targetStates].toSorted())
})

test('only segments, which may not look up, spells out which states are still to do', () => {
  const spelled = readdirSync(join(root, 'app'), { recursive: true })
    .map((name) => `app/${name}`)
    .filter((file) => file.endsWith('.ts') && source(file).includes(codeList(openStates)))
  expect(spelled).toEqual(['app/segments/matched-tenants.ts'])
})

test('a list of codes takes codes alone', () => {
  expect(codeList(['open', 'do-not-call'])).toBe("('open', 'do-not-call')")
  expect(() => codeList(["o'pen"])).toThrow('Not a code')
})
