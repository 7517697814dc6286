export const isInfix = (word: string): boolean => dutchInfix.test(word) || foreignInfix.test(word)

/** The infix in front and the rest, which always keeps at least one word. */
export function splitInfix(words: readonly string[]): [string, string] {
  let count = 0
  while (count < words.length - 1 && isInfix(words[count] ?? '')) count++
  return [words.slice(0, count).join(' '), words.slice(count).join(' ')]
}

const dutchInfix =
  /^(?:van|von|de|der|den|het|ter|ten|te|op|in|aan|bij|onder|over|uit|uijt|voor|tot|vd|v\.d\.?|v\/d|v\.|d'|'t|\u2019t|'s|\u2019s)$/i
const foreignInfix = /^(?:el|al|ul|la|le|les|du|des|da|das|do|dos|di|del|della|ibn|bin|bint|ben|ait|af|zu|zum|zur|y|e)$/
/** "Berg, van der" */
export const infixBehind =
  /^([^,]+), ?((?:(?:van|von|de|der|den|het|ter|ten|te|op|in|aan|bij|uit|voor|vd|v\.d\.?|el|al|du|la|le|da|dos|di|'t|\u2019t|'s|d')(?: |$))+)$/i
