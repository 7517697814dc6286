/** "De erven van A. Jansen": heirs hold the contract, the name behind it is of somebody who died. */
export function withoutEstate(text: string): { text: string; isEstate: boolean } {
  const bare = withoutEstateBehind(text.replace(estate, ''))
  return { text: bare.trim(), isEstate: bare !== text }
}

/** Van Erven and Van de Erven are surnames. */
function withoutEstateBehind(text: string): string {
  const found = estateBehind.exec(text)
  if (found === null) return text
  const before = text.slice(0, found.index)
  return infixBefore.test(before.slice(-12)) ? text : before
}

const estate = /^(?:de +)?(?:erven|erfgenamen|erfgenaam|nabestaanden|boedel)(?:\.? +(?:van|v\.?) +|\.? +|$)/i
const estateBehind = /[ ,(-]{1,4}(?:de )?(?:erven|erfgenamen)\)?$/i
const infixBefore = /(?:^| )(?:van|v\.?)(?: de[rn]?)?$/i
