const untidy = /^ | $| {2}|[\u0000-\u001f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]/

/** One line without outer or double spaces: a line break inside a cell becomes a space. */
export function tidy(text: string): string {
  if (text === '' || !untidy.test(text)) return text
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .replace(/[\u0000-\u0020\u007f-\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, ' ')
    .trim()
}
