import { createContext, useContext } from 'react'

type ResponseMarks = { nonce: string; requestId: string }

const MarksContext = createContext<ResponseMarks | null>(null)

/** What belongs to one response only. Provided on the server; the browser reads back what it may. */
export const ResponseMarksProvider = MarksContext.Provider

/** The nonce of this response's content security policy; empty in the browser, which hides it. */
export const useNonce = () => useContext(MarksContext)?.nonce ?? ''

export const requestIdMeta = 'request-id'

/** The number under which the server wrote down this page's request. */
export function useRequestId(): string | undefined {
  const onServer = useContext(MarksContext)?.requestId
  if (onServer) return onServer
  if (typeof document === 'undefined') return undefined
  return document.querySelector(`meta[name=${requestIdMeta}]`)?.getAttribute('content') ?? undefined
}
