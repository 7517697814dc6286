import { describe, expect, test } from 'vitest'
import { OutcomeList } from '#app/calls/views/outcome-list.tsx'
import { outcomeCodes, outcomeRule } from '#app/conversations/outcomes.ts'
import { asHtml } from '#tests/calls/as-html.tsx'

const html = await asHtml(<OutcomeList selected="" onChoose={() => {}} onClear={() => {}} />)
/** The one control of this outcome, as its tag is written. */
const tagOf = (outcome: string) =>
  html.match(/<(?:input|button)[^>]*>/g)?.filter((tag) => tag.includes(` value="${outcome}"`))

describe.each(outcomeCodes)('the choice of %s', (outcome) => {
  const { sendsAtOnce, home, opensNotes, takesNote, takesMoment, asks, asksWho } = outcomeRule(outcome)
  const [tag = '', ...others] = tagOf(outcome) ?? []

  test('is one button that sends, or one to choose with', () => {
    expect(others).toEqual([])
    expect(tag).toContain(sendsAtOnce ? 'type="submit"' : 'type="radio"')
  })

  test('carries what the page shows while it is chosen', () => {
    if (sendsAtOnce) return expect(tag).not.toContain('data-')
    expect(tag).toContain(`data-home="${home.next}"`)
    expect(tag.includes('data-opens-notes')).toBe(opensNotes)
    expect(tag.includes('data-takes-note')).toBe(takesNote)
    expect(tag.includes(`data-asks-who="${asksWho}"`)).toBe(asksWho !== null)
    expect(tag.includes('data-takes-moment')).toBe(takesMoment)
    expect(tag.includes(`data-asks="${asks}"`)).toBe(asks !== null)
  })
})
