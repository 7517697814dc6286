import { readdirSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import '#app/english.ts'
import { LanguageProvider } from '#app/ui/language.tsx'

const modules = readdirSync('app', { recursive: true })
  .map((path) => String(path).match(/^([\w-]+)\/words\.en\.ts$/)?.[1])
  .filter((name) => name !== undefined)

test('who reads English reads the English words of every module, and who reads Dutch the Dutch ones', async () => {
  expect(modules.length).toBeGreaterThan(15)
  for (const module of modules) {
    const [{ useWords }, { nl }, { en }] = await Promise.all([
      import(`../app/${module}/words.ts`),
      import(`../app/${module}/words.nl.ts`),
      import(`../app/${module}/words.en.ts`),
    ])
    const read: unknown[] = []
    for (const language of ['nl', 'en'] as const)
      renderToStaticMarkup(
        <LanguageProvider language={language}>
          <Reader useWords={useWords} heard={(words) => read.push(words)} />
        </LanguageProvider>,
      )
    expect(read[0] === nl, `Dutch words of ${module}`).toBe(true)
    expect(read[1] === en, `English words of ${module}`).toBe(true)
  }
})

function Reader({ useWords, heard }: { useWords: () => unknown; heard: (words: unknown) => void }) {
  heard(useWords())
  return null
}
