import { expect, test } from 'vitest'
import { source, sources } from '#tests/support/sources.ts'

/** Each opening tag of a name that fits, whole: an arrow or a comparison inside braces does not end it. */
function tagsOf(text: string, name: RegExp): string[] {
  return [...text.matchAll(name)].map(({ index, 0: start }) => {
    let end = index + start.length
    for (let depth = 0; depth > 0 || text[end] !== '>'; end++) {
      if (text[end] === '{') depth++
      if (text[end] === '}') depth--
    }
    return text.slice(index, end)
  })
}

const views = sources.filter((file) => file.endsWith('.tsx')).map((file) => ({ file, text: source(file) }))
const forms = /<(?:form|Form|\w+\.Form)(?=\s)/g

test('a tag is found whole', () => {
  const text = '<Form method="post" onSubmit={(event) => event.x > { y: 1 }.y} noValidate>\n<Format a="b">'
  expect(tagsOf(text, forms)).toEqual(['<Form method="post" onSubmit={(event) => event.x > { y: 1 }.y} noValidate'])
})

test('no form lets the browser say in its own words and language what is wrong', () => {
  const all = views.flatMap(({ file, text }) => tagsOf(text, forms).map((tag) => ({ file, tag })))
  expect(all.length).toBeGreaterThan(60)
  expect(all.filter(({ tag }) => !/\snoValidate\b/.test(tag))).toEqual([])
})

test('no field is marked as required for the browser: whatever may stay empty says so', () => {
  const controls = /<(?:input|select|textarea|\w*Field|TextArea|RadioCards|Dropzone)(?=\s)/g
  const marked = views.flatMap(({ file, text }) =>
    tagsOf(text, controls)
      .filter((tag) => /\s(?:required|isRequired)\b/.test(tag))
      .map((tag) => ({ file, tag })),
  )
  expect(marked).toEqual([])
})
