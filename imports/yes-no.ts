const yes = new Set(['j', 'ja', 'y', 'yes', '1', 'x', 'true', 'waar', 't', 'v', 'aan', 'on'])
const no = new Set(['', 'n', 'nee', 'neen', 'no', '0', 'false', 'onwaar', 'f', '-', 'uit', 'off'])

/** Undefined when it is neither; an empty cell is a no. */
export function readYesNo(text: string): boolean | undefined {
  if (text === '' || text === 'N' || text === 'nee' || text === '0') return false
  const word = text.trim().toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : undefined
}
