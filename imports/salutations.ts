import { saysNothing } from '#imports/artefacts.ts'
import { takeDeathMark } from '#imports/deceased.ts'
import { withoutEstate } from '#imports/estates.ts'
import { readSex, type Sex } from '#imports/sexes.ts'

type Salutation = { salutation: string | null; sex: Sex | null; isEstate: boolean; deathMark: string | null }

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
  const { text: bare, mark: deathMark } = takeDeathMark(text)
  const nobody = { salutation: null, sex: null, isEstate: false, deathMark }
  if (bare === '' || saysNothing(bare)) return nobody
  if (withoutEstate(bare).isEstate) return { ...nobody, isEstate: true }
  if (bothExactly.test(bare)) return { ...nobody, salutation: 'de heer/mevrouw' }
  if (manExactly.test(bare)) return { ...nobody, salutation: 'de heer', sex: 'M' }
  if (womanExactly.test(bare)) return { ...nobody, salutation: 'mevrouw', sex: 'V' }
  if (familyExactly.test(bare)) return { ...nobody, salutation: 'familie' }
  const sex = bare.length === 1 ? readSex(bare) : undefined
  if (sex === undefined) return { ...nobody, salutation: bare }
  return { ...nobody, salutation: sex === 'M' ? 'de heer' : sex === 'V' ? 'mevrouw' : null, sex }
}

const man = '(?:de heer|dhr|hr|heer|mister|mr|mijnheer|meneer)'
const woman = '(?:mevrouw|mevr|mej|mejuffrouw|mw|mvr|mrs|ms|miss|vrouw|madam)'
const widow = '(?:wed|weduwe)'
const family = '(?:familie|fam)'
const both = `${man}\\.? ?(?:/|en|en/of|of|&|\\+) ?${woman}|${woman}\\.? ?(?:/|en|en/of|of|&|\\+) ?${man}`
/** The salutation a full name starts with. */
export const titleInFront = new RegExp(
  `^((?:aan )?(?:${both}|${man}|${woman}|${widow}|${family})(?:\\.|(?= )|$))[ .]*`,
  'i',
)
const bothExactly = new RegExp(`^(?:aan )?(?:${both})\\.?$`, 'i')
const manExactly = new RegExp(`^(?:aan )?(?:de )?${man}\\.?$`, 'i')
const womanExactly = new RegExp(`^(?:aan )?(?:${woman}|(?:de )?${widow})\\.?$`, 'i')
const familyExactly = new RegExp(`^${family}\\.?$`, 'i')
