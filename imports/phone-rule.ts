import type { Warn } from '#imports/cell-rules.ts'
import { type Phone, readPhones } from '#imports/phones.ts'

export type PhoneCells = { landline: string; mobile: string; phone: string }
export type TenantPhones = { landline: string | null; mobile: string | null; otherPhone: string | null }

/**
 * The numbers of one tenant by what they are, whichever column they stand in: a mobile number typed under "vast" is
 * the mobile number. A second of either kind becomes the other number; a fourth is reported and left out.
 */
export function phonesOf({ landline, mobile, phone }: PhoneCells, warn: Record<keyof PhoneCells, Warn>): TenantPhones {
  const found: TenantPhones = { landline: null, mobile: null, otherPhone: null }
  if (mobile !== '') place(mobile, found, warn.mobile)
  if (landline !== '') place(landline, found, warn.landline)
  if (phone !== '') place(phone, found, warn.phone)
  return found
}

function place(cell: string, found: TenantPhones, warn: Warn): void {
  const { numbers, warning } = readPhones(cell)
  if (warning !== null) warn(warning, cell)
  for (const number of numbers) {
    if (!placeNumber(number, found)) warn('phone-number-left-out', cell)
  }
}

function placeNumber({ e164, isMobile }: Phone, found: TenantPhones): boolean {
  if (e164 === found.mobile || e164 === found.landline || e164 === found.otherPhone) return true
  if (isMobile && found.mobile === null) found.mobile = e164
  else if (!isMobile && found.landline === null) found.landline = e164
  else if (found.otherPhone === null) found.otherPhone = e164
  else return false
  return true
}
