import type { Warn } from '#imports/cell-rules.ts'
import { type Phone, readPhones } from '#imports/phones.ts'

export type PhoneCells = { landline: string; mobile: string; phone: string }
export type TenantPhones = { landline: string | null; mobile: string | null; otherPhone: string | null }

/**
 * The numbers of one tenant by what they are, whichever column they stand in: a mobile number typed under "vast" is
 * the mobile number. A second of either kind becomes the other number, and one more takes a place that is left; a fourth
 * is reported and left out.
 */
export function phonesOf({ landline, mobile, phone }: PhoneCells, warn: Record<keyof PhoneCells, Warn>): TenantPhones {
  const found: TenantPhones = { landline: null, mobile: null, otherPhone: null }
  const left: Left[] = []
  if (mobile !== '') place(mobile, found, { warn: warn.mobile, left })
  if (landline !== '') place(landline, found, { warn: warn.landline, left })
  if (phone !== '') place(phone, found, { warn: warn.phone, left })
  for (const { e164, cell, warn } of left) {
    if (e164 === found.mobile || e164 === found.landline) continue
    if (found.landline === null) found.landline = e164
    else if (found.mobile === null) found.mobile = e164
    else warn('phone-number-left-out', cell)
  }
  return found
}

/** A number for which its own place and the other one are taken, until all are known. */
type Left = { e164: string; cell: string; warn: Warn }

function place(cell: string, found: TenantPhones, { warn, left }: { warn: Warn; left: Left[] }): void {
  const { numbers, warning } = readPhones(cell)
  if (warning !== null) warn(warning, cell)
  for (const phone of numbers) {
    if (!placeNumber(phone, found)) left.push({ e164: phone.e164, cell, warn })
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
