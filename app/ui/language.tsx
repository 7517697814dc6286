import { createContext, type ReactNode, useContext } from 'react'
import type { Catalogue } from './catalogue.ts'

export const languages = ['nl', 'en'] as const
export type Language = (typeof languages)[number]

const LanguageContext = createContext<Language>('nl')
const TimeZoneContext = createContext('Europe/Amsterdam')

type ProviderProps = { language: Language; timeZone?: string; children: ReactNode }

/** `timeZone` is an IANA name and comes from the server, so that both sides write the same time. */
export function LanguageProvider({ language, timeZone = 'Europe/Amsterdam', children }: ProviderProps) {
  return (
    <LanguageContext.Provider value={language}>
      <TimeZoneContext.Provider value={timeZone}>{children}</TimeZoneContext.Provider>
    </LanguageContext.Provider>
  )
}

export const useLanguage = () => useContext(LanguageContext)
export const useTimeZone = () => useContext(TimeZoneContext)

/** `export const useWords = wordsIn({ nl, en })`: the hook that gives a module's words in the reader's language. */
export function wordsIn<Words>(words: { nl: Words; en: NoInfer<Catalogue<Words>> }): () => Catalogue<Words> {
  return () => words[useLanguage()] as Catalogue<Words>
}
