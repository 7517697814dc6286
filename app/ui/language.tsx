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

/** The hook that gives a few words in the reader's language: both languages lie beside each other. */
export function wordsIn<Words>(words: { nl: Words; en: NoInfer<Catalogue<Words>> }): () => Catalogue<Words> {
  return () => words[useLanguage()] as Catalogue<Words>
}

const english: Record<string, unknown> = {}

/** `words` by the name of their module; each is a `Catalogue` of that module's Dutch words. */
export function provideEnglish(words: Record<string, unknown>) {
  Object.assign(english, words)
}

export const hasWords = (language: Language) => language === 'nl' || Object.keys(english).length > 0

/** `export const useWords = wordsOf('calls', nl)`: the words of a module. Who reads Dutch loads no English: `app/english.ts`. */
export function wordsOf<Words>(module: string, nl: Words): () => Catalogue<Words> {
  return () => (useLanguage() === 'en' ? english[module] : nl) as Catalogue<Words>
}
