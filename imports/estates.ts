/** "De erven van A. Jansen": heirs hold the contract, the name behind it is of somebody who died. */
export function withoutEstate(text: string): { text: string; isEstate: boolean } {
  const bare = text.replace(estate, '').replace(estateBehind, '')
  return { text: bare.trim(), isEstate: bare !== text }
}

const estate = /^(?:de +)?(?:erven|erfgenamen|erfgenaam|nabestaanden|boedel)(?:\.? +(?:van|v\.?) +|\.? +|$)/i
const estateBehind = /[ ,(-]+(?:de +)?(?:erven|erfgenamen)\)?$/i
