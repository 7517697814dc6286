import type { Field } from '#imports/columns.ts'
import { type Phone, readPhones } from '#imports/phones.ts'
import type { Warnings } from '#imports/row-warnings.ts'

export type TenantPhones = { landline: string | null; mobile: string | null; otherPhone: string | null }

/**
 * The numbers of one tenant by what they are, whichever column they stand in: a mobile number typed under "vast" is
 * the mobile number. A second of either kind becomes the other number; a fourth is reported and left out.
 */
export function phonesOf(landline: string, mobile: string, phone: string, warnings: Warnings): TenantPhones {
  const found: TenantPhones = { landline: null, mobile: null, otherPhone: null }
  if (mobile !== '') place(mobile, 'mobile', found, warnings)
  if (landline !== '') place(landline, 'landline', found, warnings)
  if (phone !== '') place(phone, 'phone', found, warnings)
  return found
}

function place(cell: string, field: Field, found: TenantPhones, warnings: Warnings): void {
  const { numbers, warning } = readPhones(cell)
  if (warning !== null) warnings.add(warning, field, cell)
  for (const number of numbers) {
    if (!placeNumber(number, found)) warnings.add('phone-number-left-out', field, cell)
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
