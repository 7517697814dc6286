export const sexes = ['M', 'V', 'X'] as const
export type Sex = (typeof sexes)[number]

const words: Record<string, Sex | null> = {
  m: 'M',
  man: 'M',
  mannelijk: 'M',
  male: 'M',
  h: 'M',
  heer: 'M',
  v: 'V',
  vrouw: 'V',
  vrouwelijk: 'V',
  female: 'V',
  f: 'V',
  woman: 'V',
  mevrouw: 'V',
  x: 'X',
  anders: 'X',
  other: 'X',
  nonbinair: 'X',
  'non-binair': 'X',
  genderneutraal: 'X',
  o: null,
  onbekend: null,
  unknown: null,
  n: null,
  u: null,
  '-': null,
  '?': null,
  nvt: null,
  'n.v.t.': null,
  blanco: null,
}

/** Undefined when the word is not known; null when the list itself says it is unknown. */
export function readSex(text: string): Sex | null | undefined {
  if (text === 'M' || text === 'V') return text
  return Object.hasOwn(words, text.toLowerCase()) ? words[text.toLowerCase()] : undefined
}
