import { describe, expect, test } from 'vitest'
import { liveCampaignStates, liveCampaigns } from '#app/campaigns/campaign-steps.ts'
import { finalStates, openStates, targetStates } from '#app/campaigns/target.ts'
import { en as campaignsEn } from '#app/campaigns/words.en.ts'
import { nl as campaignsNl } from '#app/campaigns/words.nl.ts'
import { codeList } from '#app/core/sql.ts'
import { importStates } from '#app/tenant-lists/import-state.ts'
import { source, sources } from '#tests/support/sources.ts'

/** The states of a thing stand in one list; who needs some of them asks it. */
test('every state of a home on a list has its words', () => {
  for (const state of targetStates)
    for (const { addresses } of [campaignsNl, campaignsEn])
      expect((addresses.states as Record<string, string>)[state]).toMatch(/\S/)
})

test('a home on a list is either still to do or finished', () => {
  expect([...openStates, ...finalStates].toSorted()).toEqual([...targetStates].toSorted())
})

describe('states side by side', () => {
  /** Two codes of a list after each other in SQL or in an array, or summed up as properties. */
  const sideBySide = (states: readonly string[]) => {
    const state = `(?:${states.join('|')})`
    return new RegExp(
      `'${state}',\\s*'${state}'|\\.${state}\\s*\\+\\s*\\w+\\.${state}\\b|\\b${state}: \\d+,\\s*${state}:`,
    )
  }
  const spelling = (states: readonly string[]) =>
    [...sources, 'prisma/demo/story.ts'].filter((file) => sideBySide(states).test(source(file)))

  test('of a home are spelled out by its list alone, and by segments, which may not look up', () => {
    expect(spelling(targetStates).toSorted()).toEqual(['app/campaigns/target.ts', 'app/segments/matched-tenants.ts'])
    expect(source('app/segments/matched-tenants.ts')).toContain(`g.state IN ${codeList(openStates)}`)
  })

  test('of a round that runs or is paused are spelled out by their list alone, and by segments', () => {
    expect(spelling(liveCampaignStates).toSorted()).toEqual([
      'app/campaigns/campaign-steps.ts',
      'app/segments/matched-tenants.ts',
    ])
    expect(source('app/segments/matched-tenants.ts')).toContain(`k.state IN ${liveCampaigns.text}`)
    const asked = sources.filter((file) => /state === 'running' \|\||=== 'paused' \|\|/.test(source(file)))
    expect(asked).toEqual([])
  })

  test('of a list of tenants are spelled out by their list and by their steps alone', () => {
    const lists = sources.filter((file) => file.startsWith('app/tenant-lists/'))
    const spelled = lists.filter((file) => sideBySide(importStates).test(source(file)))
    expect(spelled.toSorted()).toEqual(['app/tenant-lists/import-state.ts', 'app/tenant-lists/import-steps.ts'])
  })

  test('are seen in any order and any way of writing', () => {
    for (const text of [
      "IN ('withdrawn', 'open')",
      "['retry',\n  'reached']",
      'a.open + a.retry',
      '{ open: 0, retry: 0 }',
    ])
      expect(text).toMatch(sideBySide(targetStates))
    for (const text of ["'appointment', 'skip-reason'", 'states.reached + 1'])
      expect(text).not.toMatch(sideBySide(targetStates))
  })
})

test('a list of codes takes codes alone', () => {
  expect(codeList(['open', 'do-not-call'])).toBe("('open', 'do-not-call')")
  expect(() => codeList(["o'pen"])).toThrow('Not a code')
})
