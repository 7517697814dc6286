import { readPhone } from '#imports/phones.ts'

/** What exchanges write for a caller who does not show a number; the digits spell ANONYMOUS. */
const hidden = /^(anonymous|anoniem|restricted|private|unavailable|unknown|withheld|blocked|<unknown>|\+?266696687)$/i
const longest = 60

/** Who rings, as an exchange writes it: E.164, or null when it shows none or none that can be rung. */
export function callerOf(text: string | null | undefined): { phone: string | null; isHidden: boolean } {
  const written = userPart(text)
  if (written === '' || hidden.test(written)) return { phone: null, isHidden: true }
  return { phone: e164Of(written), isHidden: false }
}

/** What was dialled: E.164, or an inner number such as that of a queue, as it is. */
export function dialledOf(text: string | null | undefined): string | null {
  const written = userPart(text)
  return e164Of(written) ?? (innerNumber.test(written) ? written : null)
}
const innerNumber = /^[+*#]?\d[\d*#]{1,15}$/

/** A number of any country; without its plus when an exchange leaves that out. */
const e164Of = (written: string) => (readPhone(written) ?? readPhone(withPlus(written)))?.e164 ?? null
const withPlus = (written: string) => (/^[1-9]\d{9,14}$/.test(written) ? `+${written}` : '')

/** Of `sip:+3150…@host;user=phone` what stands before the host. */
function userPart(text: string | null | undefined): string {
  const written = (text ?? '').trim().slice(0, longest)
  return written.replace(/^(sips?|tel):/i, '').replace(/[@;].*$/, '')
}
