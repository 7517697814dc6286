import type { TenantAddress } from '#imports/address-rule.ts'
import type { CellKind, cellRules } from '#imports/cell-rules.ts'
import type { columns, Field } from '#imports/columns.ts'
import type { Death } from '#imports/death-rule.ts'
import type { KeyOfField } from '#imports/kept-columns.ts'
import type { Name } from '#imports/names.ts'
import type { TenantPhones } from '#imports/phone-rule.ts'

/** What a column gives that is read by itself. */
type Single = { [Of in Field as (typeof columns)[Of]['kind'] extends CellKind ? KeyOfField<Of> : never]: ValueOf<Of> }
type ValueOf<Of extends Field> = (typeof columns)[Of]['kind'] extends infer Kind extends CellKind
  ? ReturnType<(typeof cellRules)[Kind]>
  : never

/**
 * What one row of a list says about one tenant. Dates are `yyyy-mm-dd`, phone numbers E.164, languages ISO 639-1, a
 * postcode is `1234 AB`; empty is null, and so is what the list has no column for.
 */
export type NormalisedRow = Single & Name & Death & TenantAddress & TenantPhones & { tenantNumber: string }
export type CellValue = string | number | boolean
