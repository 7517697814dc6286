/** One line without outer or double spaces: a line break inside a cell becomes a space. */
export function tidy(text: string): string {
  if (text === '' || isTidy(text)) return text
  return text.replace(invisible, '').replace(anySpace, ' ').trim()
}

/** Nearly every cell is: so it is asked letter by letter, at a third of what a regular expression costs. */
function isTidy(text: string): boolean {
  let last = 32
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= 32 ? code !== 32 || last === 32 : code > 126 && (code <= 160 || code >= 0x2000)) return false
    last = code
  }
  return last !== 32
}

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
// \p{Cc} are the control characters, line breaks and NUL among them
const anySpace = /[\p{Cc}\s]+/gu

/**
 * Do the letters look as if they were read in another character set than they were written in? RenŽe and ‚elik of an old
 * Macintosh, RenÃ©e and Ren├®e of UTF-8 that was read as something else.
 */
export const hasDamagedLetters = (text: string): boolean => beyondAscii.test(text) && damaged.test(text)

const beyondAscii = /[^\0-\x7f]/
const damaged =
  /[\ufffd√├┬]|[ÃÂ][\u0080-\u00bfƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|\p{Ll}[ŠŽŸ]|\p{L}[ŠŽŸ]\p{Ll}|\p{L}[‚ƒ„…†‡ˆ‰‹•˜™›¡¢£¤¥¦§¨©«¬®¯±²³µ¶¹»¼½¾¿]\p{L}|(?:^|\s)‚\p{L}/u
