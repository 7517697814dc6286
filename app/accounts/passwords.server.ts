import { hash, verify } from '@node-rs/argon2'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { processSingleton } from '#app/core/process-singleton.server.ts'

const minLength = 12
const maxLength = 200
/** What a password must hold beside words that everybody here knows. */
const minUnknown = 8
/** A password that is strong so far is strong; judging more would take most of a second, in which nobody is answered. */
const judgedLength = 64
/** Shorter names are in too many words. */
const minNameLength = 4
/** Of zxcvbn's 0 to 4: below 3 a list of known passwords and patterns finds it. */
const minScore = 3

// The library's own default algorithm is argon2id. OWASP asks at least 19 MiB and two passes.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

const houseWords = [
  'welkom',
  'wachtwoord',
  'geheim',
  'woning',
  'corporatie',
  'huurder',
  'belactie',
  'zomer',
  'winter',
  'lente',
  'herfst',
]

/** What colleagues are to each other: the first that an outsider tries, whatever is written around it. */
const roleWords = [
  'beller',
  'coordinator',
  'beheerder',
  'meelezer',
  'administrator',
  'woningstichting',
  'woonstichting',
  'woningcorporatie',
  'wooncorporatie',
  'woningbouw',
  'rondbel',
]
/** Stands before or behind the name of a corporation, and is left out when people speak of it. */
const legalForm = /\b(woning|woon)?(stichting|corporatie|vereniging|bouwvereniging)\b/gi

const judge = () =>
  processSingleton(
    'password-judge',
    () => new ZxcvbnFactory({ dictionary: { ...dictionary, houseWords }, graphs: adjacencyGraphs }),
  )

export type PasswordRefusal = 'too-short' | 'too-long' | 'too-common' | 'own-words'

/**
 * Why a new password is refused, or null: the same wherever somebody chooses one. `person` is what they are called, whose
 * words count for nothing; a corporation's name or the word for a role may not be in it at all.
 */
export function passwordRefusal(
  password: string,
  { person, corporations }: { person: string[]; corporations: string[] },
): PasswordRefusal | null {
  if (password.length < minLength) return 'too-short'
  if (password.length > maxLength) return 'too-long'
  const letters = lettersOf(password)
  if ([...roleWords, ...corporations.flatMap(namesOf)].some((word) => letters.includes(word))) return 'own-words'
  if (/^(.{2,})\1+$/.test(letters)) return 'too-common'
  const known = [...person, ...corporations]
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length > 2)
  const isGuessed = judge().check(password.slice(0, judgedLength), known).score < minScore
  return isGuessed || isMostlyKnown(password, [...houseWords, ...known]) ? 'too-common' : null
}

/** Only its letters, small and without accents: `De Línde-2026` is `delinde`. */
const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, '')

const namesOf = (corporation: string) =>
  [corporation, corporation.replace(legalForm, '')].map(lettersOf).filter((name) => name.length >= minNameLength)

/** Two known words and a year count as many guesses, and yet are the first that a colleague would try. */
function isMostlyKnown(password: string, known: string[]): boolean {
  const longestFirst = known.map((word) => word.toLowerCase()).sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase())
  return rest.length < password.length && rest.length < minUnknown
}

export const hashPassword = (password: string) => hash(password, cost)

/** With no hash, because nobody has this address, it takes as long as with one. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  if (password.length > maxLength) return false
  const isRight = await verify(passwordHash ?? (await nobodysHash()), password)
  return passwordHash !== null && isRight
}

const nobodysHash = () => processSingleton('nobodys-hash', () => hashPassword('a password that nobody has'))

/** So that the first who has no account is not told by the time it takes. */
export const warmPasswords = () => nobodysHash()
