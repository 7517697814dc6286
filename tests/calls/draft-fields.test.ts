import { describe, expect, test } from 'vitest'
import { blocksOf, typedIn, withoutUnusedBlocks } from '#app/calls/draft-fields.ts'

describe('what is typed in the call form', () => {
  test('a draft holds every field but what belongs to one opening of the form', () => {
    const form = new FormData()
    const fields = [
      ['key', 'k'],
      ['fence', '3'],
      ['startedAt', 't'],
      ['afterwards', 'next'],
      ['notes', 'Zij tuiniert graag'],
      ['topics[]', 'chat'],
      ['topics[]', 'garden'],
    ] as const
    for (const [name, value] of fields) form.append(name, value)
    expect(typedIn(form)).toEqual({ notes: ['Zij tuiniert graag'], 'topics[]': ['chat', 'garden'] })
  })

  test('blocks are found in order, whatever was taken away between them', () => {
    expect(
      blocksOf({ 'followUp-7-kind': [''], 'followUp-2-promise': [''], 'gesture-1-text': [''] }, 'followUp'),
    ).toEqual([2, 7])
  })

  test('the blocks that stand there for a browser without script count only when something is in them', () => {
    const form = new FormData()
    const fields = [
      ['outcome', 'spoken'],
      ['followUp-0-kind', 'visit'],
      ['followUp-0-promise', ''],
      ['followUp-90-kind', 'visit'],
      ['followUp-90-promise', ' '],
      ['followUp-90-ownerId', 'me'],
      ['gesture-92-kind', 'card'],
      ['gesture-92-text', 'Fijn u te spreken'],
    ] as const
    for (const [name, value] of fields) form.append(name, value)
    const left = [...withoutUnusedBlocks(form).keys()]
    expect(left).toEqual(['outcome', 'followUp-0-kind', 'followUp-0-promise', 'gesture-92-kind', 'gesture-92-text'])
  })
})
