import { useFetcher, useSearchParams } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { Criteria } from '../criteria.ts'
import { finished } from '../edit-criteria.ts'
import { decodeCriteria, encodeCriteria } from '../encode-criteria.ts'
import type { CountAnswer } from '../selection.server.ts'
import type { SelectionCounts } from '../selection-counts.ts'

const typingPause = 250

/**
 * The sentence being made. What is complete of it goes to the address a moment later, so that a reload, a bookmark and
 * the way back keep it; and the other way round, a link or the back button changes the sentence.
 */
export function useDraft(initial: Criteria) {
  const [draft, setDraft] = useState<Criteria>(initial)
  const [params, setParams] = useSearchParams()
  const inAddress = params.get('criteria') ?? ''
  const written = useRef(inAddress)
  const text = encodeCriteria(finished(draft))
  const latest = useRef(text)
  latest.current = text

  useEffect(() => {
    if (text === inAddress || (inAddress === '' && text === everybody)) return
    const timer = setTimeout(() => {
      written.current = text
      setParams({ criteria: text }, { replace: true, preventScrollReset: true })
    }, typingPause)
    return () => clearTimeout(timer)
  }, [text, inAddress, setParams])

  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    const parsed = inAddress === '' ? { ok: true as const, criteria: { all: [] } } : decodeCriteria(inAddress)
    if (parsed.ok && inAddress !== latest.current) setDraft(parsed.criteria)
  }, [inAddress])

  return { draft, setDraft, inAddress }
}

const everybody = encodeCriteria({ all: [] })

type Counted = { criteria: string; counts: SelectionCounts }

/** Asks again when the address changes; asking again drops the question before it. The last answer stays till then. */
export function useCounts(inAddress: string, fromLoader: SelectionCounts) {
  const fetcher = useFetcher<CountAnswer>()
  const [shown, setShown] = useState<Counted>({ criteria: inAddress, counts: fromLoader })
  const requested = useRef(inAddress)
  const { load, data, state } = fetcher

  useEffect(() => {
    if (requested.current === inAddress) return
    requested.current = inAddress
    load(`/selection/count?criteria=${inAddress || everybody}`)
  }, [inAddress, load])

  useEffect(() => {
    if (state === 'idle' && data?.ok) setShown({ criteria: requested.current, counts: data.counts })
  }, [state, data])

  return { ...shown, isCounting: state !== 'idle', hasFailed: state === 'idle' && data?.ok === false }
}
