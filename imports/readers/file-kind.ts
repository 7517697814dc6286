import type { ForeignKind } from '#imports/problems.ts'

export type FileKind = 'csv' | 'zip' | 'ole' | ForeignKind

/** What a file is by its first bytes; its name is not asked. `ole` is Excel of before 2007, or a locked workbook. */
export function detectKind(head: Buffer): FileKind {
  for (const [kind, ...starts] of signatures) {
    if (starts.some((start) => head.subarray(0, start.length).equals(start))) return kind
  }
  if (isRunningText(head)) return textKind(head.toString('latin1', 0, 1024))
  return 'binary'
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex')

const signatures: [FileKind, ...Buffer[]][] = [
  ['zip', bytes('504b0304'), bytes('504b0506'), bytes('504b0708')],
  ['ole', bytes('d0cf11e0a1b11ae1')],
  ['pdf', Buffer.from('%PDF-')],
  ['image', bytes('89504e470d0a1a0a'), bytes('ffd8ff'), Buffer.from('GIF8'), bytes('49492a00'), bytes('4d4d002a')],
  [
    'binary',
    bytes('1f8b'),
    bytes('377abcaf271c'),
    bytes('7f454c46'),
    bytes('4d5a9000'),
    Buffer.from('SQLite format 3'),
  ],
  ['word', Buffer.from('{\\rtf')],
]

function textKind(start: string): FileKind {
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body|table)\b/i.test(text)) return 'html'
  if (/^<\?xml/i.test(text)) return 'xml'
  return /^[[{]\s*["{[]/.test(text) ? 'json' : 'csv'
}

/** Control characters other than tab and line ends have no place in a list; zeros may be UTF-16, judged elsewhere. */
function isRunningText(head: Buffer): boolean {
  let controls = 0
  for (const byte of head)
    if (byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 26) controls++
  return controls <= head.length * 0.01
}
