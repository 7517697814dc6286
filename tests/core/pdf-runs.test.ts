import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printable, runsOf } from '#app/core/pdf-runs.ts'

const here = createRequire(import.meta.url)
const fontkit = createRequire(here.resolve('pdfkit'))('fontkit') as {
  create(bytes: Buffer): { characterSet: number[] }
}
const covered = (face: string, weight: number) => {
  const bytes = readFileSync(
    here.resolve(`@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-${face}-${weight}-normal.woff`),
  )
  return new Set(fontkit.create(bytes).characterSet)
}
const files = { latin: covered('latin', 400), 'latin-ext': covered('latin-ext', 400) }

describe('a name on paper', () => {
  test.each([
    ['Mevrouw A. van der Kuipers', 'Mevrouw A. van der Kuipers'],
    ['Yılmaz', 'Yılmaz'],
    ['Müller-Öztürk', 'Müller-Öztürk'],
    ['Łukasz Dvořák', 'Łukasz Dvořák'],
    ['Şahin Ağaoğlu', 'Şahin Ağaoğlu'],
    ['Nguyễn', 'Nguyê\u0303n'],
    ['Đặng', 'Đăng'],
    ['İbrahim', 'Ibrahim'],
    ['Иван', '????'],
  ])('%s is printed as %s', (name, printed) => expect(printable(name)).toBe(printed))

  test('Nguyễn looks as it should: its last accent is drawn over the letter before it', () => {
    expect(printable('Nguyễn').normalize('NFC')).toBe('Nguyễn'.normalize('NFC'))
  })

  test('only asks a file of the font for what is in it', () => {
    for (let code = 0x20; code < 0x2200; code++)
      for (const { face, text } of runsOf(String.fromCodePoint(code)))
        for (const character of text) expect(files[face].has(character.codePointAt(0) ?? 0)).toBe(true)
  })

  test('bold has the same letters', () => {
    expect(covered('latin', 700)).toEqual(files.latin)
    expect(covered('latin-ext', 700)).toEqual(files['latin-ext'])
  })

  test('keeps all its letters, in any language', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (name) =>
          runsOf(name)
            .map((run) => run.text)
            .join('') === printable(name),
      ),
    )
  })
})
