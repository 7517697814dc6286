import { dateIn } from '#app/time/clock.ts'
import { dateText } from '#app/ui/format.ts'
import type { Language } from '#app/ui/language.tsx'
import type { OpenCorrection } from './corrections.server.ts'
import { writtenName } from './names.ts'
import { dialable } from './phone-text.server.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

type Reader = { language: Language; zone: string }

/** Numbers as people read them. */
export function asRead({ listValue, value, listedBefore, ...one }: OpenCorrection): OpenCorrection {
  const read = (text: string | null) => (text === null || one.field === 'email' ? text : dialable(text).text)
  return { ...one, listValue: read(listValue), value: read(value), listedBefore: read(listedBefore) }
}

/** The rows of a file for systems: each number as people read it and, behind that, as systems do; days as `2026-11-27`. */
export function rowsForSystems(corrections: OpenCorrection[], { language, zone }: Reader): string[][] {
  const all = language === 'en' ? en : nl
  const words = all.corrections
  const files = [words.wasInFile, words.becomesInFile]
  const header = [all.number, all.name, words.field, words.was, words.becomes, ...files, words.since]
  const rows = toDo(corrections).map((one) => [
    ...cellsOf(one, language),
    one.listValue ?? '',
    one.value ?? '',
    dateIn(zone, one.at),
  ])
  return [header, ...rows]
}

/** The rows of a file for people: numbers and days as they write them. */
export function rowsForPeople(corrections: OpenCorrection[], { language, zone }: Reader): string[][] {
  const all = language === 'en' ? en : nl
  const words = all.corrections
  const header = [all.number, all.name, words.field, words.was, words.becomes, words.since]
  return [header, ...toDo(corrections).map((one) => [...cellsOf(one, language), dateText(dateIn(zone, one.at))])]
}

const toDo = (corrections: OpenCorrection[]) => corrections.filter(({ processedAt }) => processedAt === null)

function cellsOf(one: OpenCorrection, language: Language): string[] {
  const { fields } = (language === 'en' ? en : nl).corrections
  const { listValue, value } = asRead(one)
  return [one.tenantNumber, writtenName(one, language), fields[one.field] ?? one.field, listValue ?? '', value ?? '']
}
