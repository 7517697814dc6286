/** Every number, amount and text that what is told to a caller may hold: `{gas-and-power}`. */
const typeOf = {
  emergency: 'phone',
  'gas-and-power': 'phone',
  'fire-brigade': 'phone',
  police: 'phone',
  'suicide-prevention': 'phone',
  'listening-line': 'phone',
  'duty-officer': 'phone',
  'asbestos-specialist': 'phone',
  'water-company': 'phone',
  'heat-supplier': 'phone',
  office: 'phone',
  'call-out-weekday': 'amount',
  'call-out-night': 'amount',
  'call-out-weekend': 'amount',
  'locked-out-weekday': 'amount',
  'locked-out-evening': 'amount',
  'locked-out-weekend': 'amount',
  'office-hours': 'text',
  'first-call': 'text',
} as const

export type ValueKey = keyof typeof typeOf
/** A telephone number as it is dialled, an amount in euro cents, or words. */
export type ValueType = (typeof typeOf)[ValueKey]

export const valueKeys = Object.keys(typeOf) as ValueKey[]
export const valueTypeOf = (key: ValueKey): ValueType => typeOf[key]
export const isValueKey = (text: string): text is ValueKey => Object.hasOwn(typeOf, text)

/** The same for everybody: no corporation has another one. */
export const isFixed = (key: ValueKey): boolean => key === 'emergency'
