const mailbox = /^[^\s@<>()[\]\\,;:"]{1,64}@((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,24})$/u

// what nearly all addresses are made of, without the tables of letters the full pattern needs
const ordinary = /^[\w+-]+(?:\.[\w+-]+)*@(?:[a-z\d]+(?:-+[a-z\d]+)*\.)+[a-z]{2,24}$/

/** Null when it cannot be an address. The domain is written in small letters; the part before it is left as it is. */
export function readEmail(text: string): string | null {
  if (text.length < 64 && ordinary.test(text)) return text
  if (text.length > 254) return null
  const found = mailbox.exec(text)
  if (found === null || text.startsWith('.') || text.includes('..') || text.includes('.@')) return null
  const domain = found[1] ?? ''
  return text.slice(0, text.length - domain.length) + domain.toLowerCase()
}
