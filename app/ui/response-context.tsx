import { createContext, useContext } from 'react'

type ResponseContextValue = { nonce: string; requestId: string }

const ResponseContext = createContext<ResponseContextValue | null>(null)

/** What belongs to one response only. Provided on the server; the browser reads back what it may. */
export const ResponseContextProvider = ResponseContext.Provider

/** The nonce of this response's content security policy; empty in the browser, which hides it. */
export const useNonce = () => useContext(ResponseContext)?.nonce ?? ''

export const requestIdMeta = 'request-id'

/** The number under which the server wrote down this page's request. */
export function useRequestId(): string | undefined {
  const onServer = useContext(ResponseContext)?.requestId
  if (onServer) return onServer
  if (typeof document === 'undefined') return undefined
  return document.querySelector(`meta[name=${requestIdMeta}]`)?.getAttribute('content') ?? undefined
}
