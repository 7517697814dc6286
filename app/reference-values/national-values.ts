import type { ValueKey } from './value-keys.ts'

/** From that date, `number` as it is dialled and `text` as its owner writes it. */
export type NationalValue = {
  key: ValueKey
  fromOn: string
  value: string
  text: string
  /** Where it was looked up, and when. */
  source: string
  lookedUpOn: string
}

/**
 * What holds in the whole country. One that changes gets a second row with its date; the first stays, so that what was told
 * before can be read back.
 */
export const nationalValues: readonly NationalValue[] = [
  {
    key: 'emergency',
    fromOn: '1997-01-01',
    value: '112',
    text: '112',
    source: 'politie.nl',
    lookedUpOn: '2026-11-27',
  },
  {
    key: 'gas-and-power',
    fromOn: '2020-01-01',
    value: '08009009',
    text: '0800 9009',
    source: 'netbeheernederland.nl',
    lookedUpOn: '2026-11-27',
  },
  {
    key: 'fire-brigade',
    fromOn: '2020-10-12',
    value: '09000904',
    text: '0900 0904',
    source: 'landelijkemeldkamer.org',
    lookedUpOn: '2026-11-27',
  },
  {
    key: 'police',
    fromOn: '2020-01-01',
    value: '09008844',
    text: '0900 8844',
    source: 'politie.nl',
    lookedUpOn: '2026-11-27',
  },
  {
    key: 'suicide-prevention',
    fromOn: '2020-07-07',
    // Always free; 113 as it is dialled once was not.
    value: '08000113',
    text: '113',
    source: '113.nl',
    lookedUpOn: '2026-11-27',
  },
  {
    key: 'listening-line',
    fromOn: '2020-01-01',
    value: '0880767000',
    text: '088 0767 000',
    source: 'deluisterlijn.nl',
    lookedUpOn: '2026-11-27',
  },
]
