import { hash, verify } from '@node-rs/argon2'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { processSingleton } from '#app/core/process-singleton.server.ts'

const minLength = 12
const maxLength = 200
/** What a password must hold beside words that everybody here knows. */
const minUnknown = 8
/** Of zxcvbn's 0 to 4: below 3 a list of known passwords and patterns finds it. */
const minScore = 3

// The library's own default algorithm is argon2id. OWASP asks at least 19 MiB and two passes.
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 }

const houseWords = [
  'welkom',
  'wachtwoord',
  'geheim',
  'woning',
  'woningcorporatie',
  'corporatie',
  'huurder',
  'belactie',
  'rondbel',
  'zomer',
  'winter',
  'lente',
  'herfst',
]

const judge = () =>
  processSingleton(
    'password-judge',
    () => new ZxcvbnFactory({ dictionary: { ...dictionary, houseWords }, graphs: adjacencyGraphs }),
  )

/** Why a new password is refused, or null. Names of the person and the corporation count as known words. */
export function passwordRefusal(password: string, context: string[]): 'too-short' | 'too-long' | 'too-common' | null {
  if (password.length < minLength) return 'too-short'
  if (password.length > maxLength) return 'too-long'
  const known = context.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)]).filter((word) => word.length > 2)
  const isGuessed = judge().check(password, known).score < minScore
  return isGuessed || isMostlyKnown(password, [...houseWords, ...known]) ? 'too-common' : null
}

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
