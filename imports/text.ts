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
