import { expect, test } from 'vitest'
import { figuresOf } from '#app/campaigns/campaign-figures.ts'
import type { CampaignState } from '#app/campaigns/campaign-steps.ts'
import { useFiguresText } from '#app/campaigns/views/use-figures-text.ts'
import { asHtml } from '#tests/calls/as-html.tsx'

type Counted = Parameters<typeof figuresOf>[0]

const Said = ({ counted, state }: { counted: Counted; state: CampaignState }) =>
  useFiguresText(figuresOf(counted), state).all
const said = async (state: CampaignState, counted: Counted) =>
  (await asHtml(<Said counted={counted} state={state} />)).replace(/<[^>]*>/g, '')

const spoken = { state: 'reached', reason: null, homes: 2 } as const
const gone = { state: 'withdrawn', reason: 'moved', homes: 3 } as const

test('a round that is called says what is to go, and what was withdrawn', async () => {
  expect(await said('running', [spoken, { state: 'open', reason: null, homes: 430 }, gone])).toBe(
    '2 van 435 gesproken (0,5%), 430 te gaan, 3 vervallen',
  )
  expect(await said('running', [spoken])).toBe('2 van 2 gesproken (100%), 0 te gaan')
})

test('a closed round says how many were never called, not that nothing is to go', async () => {
  expect(await said('closed', [spoken, { state: 'withdrawn', reason: 'campaign-closed', homes: 433 }])).toBe(
    '2 van 435 gesproken (0,5%), 433 niet meer gebeld',
  )
  expect(await said('closed', [spoken, { state: 'withdrawn', reason: 'campaign-closed', homes: 430 }, gone])).toBe(
    '2 van 435 gesproken (0,5%), 430 niet meer gebeld, 3 vervallen',
  )
  expect(await said('closed', [spoken])).toBe('2 van 2 gesproken (100%)')
})
