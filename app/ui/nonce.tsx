import { createContext, useContext } from 'react'

const NonceContext = createContext('')

/** The nonce of this response's content security policy; empty in the browser, which hides it. */
export const NonceProvider = NonceContext.Provider
export const useNonce = () => useContext(NonceContext)
