import { type Phone, readPhone } from '#imports/phones.ts'

/** The groups of digits of a text, and what stands between them. */
type Group = { from: number; to: number; text: string }

const group = /\+?\d+/g
/** What may stand inside one number. */
const insideNumber = /^[ ().\-/]{0,4}$/
/** 612345678.5 is an amount, not a number and a half. */
const fraction = /^[.,]\d(?!\d)/
const mostGroups = 16
const fewestDigits = 7
const mostDigits = 18

/**
 * All numbers in a text, in order, and the text without them. Beside words only what starts like a phone number is one:
 * "klantnr 201234567" is not.
 */
export function takeNumbers(text: string): { numbers: Phone[]; rest: string } {
  const groups = Array.from(text.matchAll(group), (found): Group => {
    return { from: found.index, to: found.index + found[0].length, text: found[0] }
  })
  const hasWords = /\p{L}{4,}/u.test(text)
  const numbers: Phone[] = []
  let [rest, kept] = ['', 0]
  for (let at = 0; at < groups.length; ) {
    const found = longestFrom(text, groups, at)
    const first = groups[at]
    if (found === null || !first || (hasWords && !/^(?:\+|0)/.test(first.text))) {
      at++
      continue
    }
    numbers.push(found.phone)
    rest += `${text.slice(kept, first.from)} `
    kept = found.to
    at = found.next
  }
  return { numbers, rest: rest + text.slice(kept) }
}

type Found = { phone: Phone; to: number; next: number }

/** The number that starts with this group: the longest, but never over the start of another. */
function longestFrom(text: string, groups: readonly Group[], at: number): Found | null {
  const from = groups[at]?.from ?? 0
  let [best, digits]: [Found | null, number] = [null, 0]
  for (let next = at; next < Math.min(groups.length, at + mostGroups); next++) {
    const last = groups[next]
    if (!last) break
    if (next > at && !insideNumber.test(text.slice(groups[next - 1]?.to, last.from))) break
    if (next > at && startsAnother(last, best !== null)) break
    digits += last.text.length
    if (digits > mostDigits) break
    const phone = digits < fewestDigits ? null : readPhone(text.slice(from, last.to))
    if (phone !== null && !fraction.test(text.slice(last.to, last.to + 3)))
      best = { phone, to: last.to, next: next + 1 }
  }
  return best
}

const startsAnother = ({ text }: Group, isNumberAlready: boolean): boolean =>
  text.startsWith('+') || (isNumberAlready && text.startsWith('0'))
