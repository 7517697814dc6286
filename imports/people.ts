import { isInitials } from '#imports/name-parts.ts'
import { titleInFront } from '#imports/salutations.ts'

/** Two people in one name. `first` is empty when they share the last name in `rest`, and `joined` are their initials. */
export type SeveralPeople = { first: string; joiner: string; rest: string; joined: string; whole: string }

/** "A. Jansen en Mw. B. de Boer" is two people, "J. en M. Jansen" too; null when it is one. */
export function takeOthers(text: string): SeveralPeople | null {
  const found = between.exec(text)
  if (found === null) return null
  const joiner = (found[1] ?? '').toLowerCase()
  const first = withoutTitle(text.slice(0, found.index).trim())
  const rest = withoutTitle(text.slice(found.index + found[0].length).trim())
  if (first === '' || rest === '') return null
  const words = rest.split(' ')
  const isShared = words.length > 1 && first.split(' ').every(isInitials) && isInitials(words[0] ?? '')
  const whole = `${first} ${joiner} ${rest}`
  if (!isShared) return { first, joiner, rest, joined: '', whole }
  return { first: '', joiner, rest: words.slice(1).join(' '), joined: `${first} ${joiner} ${words[0]}`, whole }
}

const between = / (en\/of|e\/o|en|of|und|and|&|\+|\/) /i
const withoutTitle = (text: string): string => text.slice(titleInFront.exec(text)?.[0].length ?? 0)
