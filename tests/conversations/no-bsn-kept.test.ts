import { expect, test } from 'vitest'
import { followUpSteps } from '#app/follow-ups/follow-up-steps.ts'
import { promiseText } from '#app/follow-ups/schema.ts'
import { gestureSchema } from '#app/gestures/schema.ts'
import { questionText } from '#app/referrals/schema.ts'

test('no text about a tenant is taken with a citizen service number in it', () => {
  const { asks } = followUpSteps.complete
  const texts = [
    (text: string) => promiseText.safeParse(text),
    (text: string) => questionText.safeParse(text),
    (text: string) => gestureSchema.safeParse({ kind: 'card', text }),
    (text: string) => asks().safeParse({ result: text }),
  ]
  for (const read of texts) {
    expect(read('Belt om 111 222 333').error?.issues[0]?.message).toBe('bsn')
    expect(read('Belt op 0162-412233').success).toBe(true)
  }
})
