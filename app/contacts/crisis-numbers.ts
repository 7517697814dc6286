/** National numbers for somebody who is not well; what a corporation has of its own stands among its urgent numbers. Looked up on 27 November 2026. */
export const crisisNumbers = [
  { code: 'emergency', number: '112', text: '112' },
  { code: 'suicide', number: '08000113', text: '113' },
  { code: 'listen', number: '0880767000', text: '088 076 7000' },
] as const

/** The one number of all grid companies for gas and power that fail or leak, in the whole country. Looked up the same day. */
export const gasAndPower = { number: '08009009', text: '0800 9009' } as const
