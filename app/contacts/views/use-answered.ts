import { useRevalidator } from '@remix-run/react'
import { createContext, useCallback, useContext, useState } from 'react'
import type { RunProgress } from '#app/triage/shown-run.ts'
import { type Answered, withAnswered } from '../answered.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'

type Show = (answered: Answered) => void

const ShowAnswered = createContext<Show>(() => {})
export const AnsweredProvider = ShowAnswered.Provider
export const useShowAnswered = () => useContext(ShowAnswered)

/**
 * The page as it was loaded, further on by what was answered since: the next question is there with the answer to the last.
 * Behind a verdict the rest of the page comes too.
 */
export function useAnswered(loaded: ContactLoaded): { page: ContactLoaded; show: Show } {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const { revalidate } = useRevalidator()
  const page = withAnswered(loaded, answered)
  const wasJudged = isJudged(page.judging?.run)
  const show = useCallback(
    (news: Answered) => {
      setAnswered(news)
      if (wasJudged || isJudged(news.run)) revalidate()
    },
    [wasJudged, revalidate],
  )
  return { page, show }
}

const isJudged = (run: RunProgress | null | undefined) => (run?.verdict ?? null) !== null
