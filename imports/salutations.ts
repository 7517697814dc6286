import { withoutEstate } from '#imports/estates.ts'
import { readSex, type Sex } from '#imports/sexes.ts'

type Salutation = { salutation: string | null; sex: Sex | null; isEstate: boolean }

/** The few salutations there are, however they are abbreviated, by one name each; others stay as the list has them. */
export function readSalutation(text: string): Salutation {
  const known = salutations.get(text)
  if (known) return known
  const read = readNewSalutation(text)
  if (salutations.size < 200) salutations.set(text, read)
  return read
}

const salutations = new Map<string, Salutation>()

function readNewSalutation(text: string): Salutation {
  if (text === '' || /^(?:blanco|onbekend|geen|-|n\.?v\.?t\.?)$/i.test(text))
    return { salutation: null, sex: null, isEstate: false }
  if (withoutEstate(text).isEstate) return { salutation: null, sex: null, isEstate: true }
  if (bothExactly.test(text)) return { salutation: 'de heer/mevrouw', sex: null, isEstate: false }
  if (manExactly.test(text)) return { salutation: 'de heer', sex: 'M', isEstate: false }
  if (womanExactly.test(text)) return { salutation: 'mevrouw', sex: 'V', isEstate: false }
  if (familyExactly.test(text)) return { salutation: 'familie', sex: null, isEstate: false }
  const sex = text.length === 1 ? readSex(text) : undefined
  if (sex !== undefined)
    return { salutation: sex === 'M' ? 'de heer' : sex === 'V' ? 'mevrouw' : null, sex, isEstate: false }
  return { salutation: text, sex: null, isEstate: false }
}

const man = '(?:de heer|dhr|hr|heer|mister|mr|mijnheer|meneer)'
const woman = '(?:mevrouw|mevr|mej|mejuffrouw|mw|mvr|mrs|ms|miss|vrouw|madam)'
const family = '(?:familie|fam)'
const both = `${man}\\.? ?(?:/|en|en/of|of|&|\\+) ?${woman}|${woman}\\.? ?(?:/|en|en/of|of|&|\\+) ?${man}`
/** The salutation a full name starts with. */
export const titleInFront = new RegExp(
  `^((?:aan )?(?:${both}|${man}|${woman}|${family})(?:\\.|(?= )|$))(?:[ .]+|$)`,
  'i',
)
const bothExactly = new RegExp(`^(?:aan )?(?:${both})\\.?$`, 'i')
const manExactly = new RegExp(`^(?:aan )?(?:de )?${man}\\.?$`, 'i')
const womanExactly = new RegExp(`^(?:aan )?${woman}\\.?$`, 'i')
const familyExactly = new RegExp(`^${family}\\.?$`, 'i')
