/**
 * Whom everybody in the Netherlands can ring at once, as they stood on `checkedOn`: danger, the grid companies' one number
 * for gas and power, and those who listen.
 */
export const helpNumbers = {
  checkedOn: '2026-11-27',
  emergency: '112',
  gasAndPower: '0800 9009',
  suicidePrevention: '113',
  luisterlijn: '088 0767 000',
} as const
