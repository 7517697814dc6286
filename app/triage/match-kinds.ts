/** What something is called, besides its name. */
export type Vocabulary<Kind extends string> = { kind: Kind; words: readonly string[] }

// Said with anything: they tell nothing of what is the matter.
const empty = new Set(
  'de het een en is er in op van mijn m n t ik we wij ze zij die dat dit heb heeft hebben naar aan te met bij om al nog maar ook erg heel u uw onze ons hier daar dan nou ja zo weer'.split(
    ' ',
  ),
)

/** The words of a text that mean something; all of them when none does. */
function tokensOf(text: string): string[] {
  const all = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const meaningful = all.filter((word) => !empty.has(word))
  return meaningful.length > 0 ? meaningful : all
}

/**
 * The kinds that somebody may mean with what they typed, the likeliest first; none when nothing is like it. Word order does
 * not matter, a typing error or a word half typed is forgiven, and of a word that many kinds have little is made. The first
 * of the words of a kind is its name.
 */
export function matchKinds<Kind extends string>(query: string, vocabularies: readonly Vocabulary<Kind>[]): Kind[] {
  const asked = tokensOf(query)
  if (asked.length === 0) return []
  const known = vocabularies.map(({ kind, words }) => ({ kind, phrases: words.map(tokensOf) }))
  const all = new Set(known.flatMap(({ phrases }) => phrases.flat()))
  const like = asked.map((typed) => new Map([...all].map((word) => [word, likeness(typed, word)])))
  const rarity = like.map((likes) => rarityOf(likes, known))
  const scored = known.map(({ kind, phrases }) => ({ kind, score: scoreOf(phrases, like, rarity) }))
  return scored
    .filter(({ score }) => score >= leastScore)
    .sort((one, other) => other.score - one.score)
    .map(({ kind }) => kind)
}

const leastScore = 0.25

type Phrases = readonly string[][]
/** How like one typed word is to every known one. */
type Likes = ReadonlyMap<string, number>

const bestIn = (likes: Likes, phrase: readonly string[]) =>
  phrase.reduce((best, word) => Math.max(best, likes.get(word) ?? 0), 0)

/** 1 for a word of one kind alone, less for what many have. */
function rarityOf(likes: Likes, known: readonly { phrases: Phrases }[]): number {
  const having = known.filter(({ phrases }) => phrases.some((phrase) => bestIn(likes, phrase) >= 0.75)).length
  return 1 / Math.sqrt(Math.max(1, having))
}

/** Most of it is how much of what was typed is in one phrase and how much of that phrase was typed; the rest what stands elsewhere. */
function scoreOf(phrases: Phrases, like: readonly Likes[], rarity: readonly number[]): number {
  const weigh = (found: (likes: Likes) => number) =>
    like.reduce((sum, likes, index) => sum + (rarity[index] ?? 1) * found(likes), 0) / like.length
  const whole = (phrase: readonly string[]) => {
    const typed = phrase.filter((word) => like.some((likes) => (likes.get(word) ?? 0) >= 0.6)).length
    return weigh((likes) => bestIn(likes, phrase)) * (0.7 + (0.3 * typed) / phrase.length)
  }
  const anywhere = weigh((likes) => Math.max(0, ...phrases.map((phrase) => bestIn(likes, phrase))))
  const [name = []] = phrases
  return 0.75 * Math.max(0, ...phrases.map(whole)) + 0.25 * anywhere + 0.1 * whole(name)
}

/** How like a typed word is to one that is known, 0 to 1. */
function likeness(typed: string, known: string): number {
  if (typed === known) return 1
  if (known.startsWith(typed)) return typed.length > 1 ? 0.9 : 0.3
  // "lekken" of "lek", "wcpot" of "wc": a longer word that begins or ends with it.
  if (known.length > 2 && (typed.startsWith(known) || typed.endsWith(known))) return 0.75
  if (typed.length > 3 && known.endsWith(typed)) return 0.75
  if (typed.length < 4 || known.length < typed.length - 2) return 0
  const wrong = distance(typed, known.slice(0, typed.length + 2))
  const most = Math.max(typed.length, 4) >= 7 ? 2 : 1
  return wrong <= most ? 0.85 - 0.15 * wrong : 0
}

/** Letters to change, add, leave out or swap to make one of the other. */
function distance(one: string, other: string): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const line = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      let least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same)
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (row > 1 && column > 1 && isSwapped) least = Math.min(least, (before[column - 2] ?? 0) + 1)
      line.push(least)
    }
    before = last
    last = line
  }
  return last[other.length] ?? 0
}
