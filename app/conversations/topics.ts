/**
 * What a conversation was about: what somebody needs or likes, never a diagnosis. The one list; adding a topic is
 * adding a code here and its words in words.nl.ts.
 */
export const topics = [
  'chat',
  'loneliness',
  'daily-help',
  'care-support',
  'informal-care',
  'meals',
  'transport',
  'paperwork',
  'digital-help',
  'money',
  'repair',
  'home-adaptation',
  'moving-house',
  'energy-and-cold',
  'garden',
  'safety',
  'neighbours',
  'neighbourhood',
  'activities',
  'compliment',
  'complaint',
  'other',
] as const
export type Topic = (typeof topics)[number]
