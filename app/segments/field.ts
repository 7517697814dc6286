import type { SqlPart } from '#app/core/sql.ts'
import type { permissions } from './permissions.ts'
import type { Phrase } from './phrases.ts'

/** Of whom, on which day, in whose time: rules never look at a clock themselves. */
export type Asking = { corporationId: number; today: string; timeZone: string }

/** What can be asked about one tenant, as the rules see it. Dates 'yyyy-mm-dd', instants ISO text. */
export type TenantFacts = {
  birthOn: string | null
  tenancyStartedOn: string | null
  householdSize: number | null
  language: string | null
  email: string | null
  mobile: string | null
  wantsCalls: boolean
  lastSpokenAt: string | null
  lastOutcome: string | null
  home: { complex: string | null; city: string | null; municipality: string | null; postcode: string | null } | null
  circumstance: {
    arrearsCents: number | null
    lastArrearsOn: string | null
    nuisanceReportedOn: string | null
    nuisanceCausedOn: string | null
  } | null
  topics: readonly string[]
  hasOpenFollowUp: boolean
}

type Unit = 'years' | 'days' | 'persons' | 'euros' | 'postcode'
/** Where the choices come from: out of the tenant list as words or as codes, or a list of codes of our own. */
const choiceLists = {
  complexes: 'found',
  cities: 'found',
  municipalities: 'found',
  languages: 'found-codes',
  outcomes: 'own-codes',
  topics: 'own-codes',
} as const
type ListOf<Source> = { [List in ChoiceList]: (typeof choiceLists)[List] extends Source ? List : never }[ChoiceList]
export type ChoiceList = keyof typeof choiceLists
export type OwnList = ListOf<'own-codes'>
export const isOwnList = (list: ChoiceList): list is OwnList => choiceLists[list] === 'own-codes'
/** Codes, which have words in each language. */
export const hasCodes = (list: ChoiceList): list is ListOf<'own-codes' | 'found-codes'> => choiceLists[list] !== 'found'
type Bounds = { unit: Unit; min: number; max: number }

/** What a person fills in: `initial` stands there at first. */
export type ValueKind =
  | { kind: 'none' }
  | (Bounds & { kind: 'number'; initial: number })
  | (Bounds & { kind: 'numbers'; initial: NumberRange })
  | { kind: 'date' }
  | { kind: 'dates' }
  | { kind: 'choices'; list: ChoiceList }

export type NumberRange = { from: number; to: number }
export type DateRange = { from: string; to: string }
type ValueOf<Kind extends ValueKind['kind']> = {
  none: undefined
  number: number
  numbers: NumberRange
  date: string
  dates: DateRange
  choices: string[]
}[Kind]
export type RuleValue = ValueOf<ValueKind['kind']>

/** The word for a value out of a list of choices, in the reader's language. */
export type NameOf = (value: string) => string
type Say<Value> = (value: Value, nameOf: NameOf) => Phrase

type OperatorOf<Value> = {
  value: ValueKind
  label: Translated
  /** Over t (tenant), h (home) and c (tenant_circumstance); NULL counts as "does not hold". */
  sql(value: Value, asking: Asking): SqlPart
  /** The same answer from facts in memory. */
  holds(value: Value, facts: TenantFacts, asking: Asking): boolean
  nl: Say<Value>
  en: Say<Value>
}
export type Operator = OperatorOf<never>
export type Translated = { nl: string; en: string }

/** The parts of the list that people choose from, in its order. */
export const fieldGroups = ['person', 'home', 'circumstances', 'calls'] as const
export type FieldGroup = (typeof fieldGroups)[number]
export type FieldPermission = keyof typeof permissions
export type Field = {
  group: FieldGroup
  label: Translated
  permission: FieldPermission
  /** The table beside the tenant that the SQL reads. */
  joins?: 'home' | 'circumstance'
  operators: Record<string, Operator>
}

/** Ties the functions of an operator to the kind of its value. The tree is checked against that kind before they run. */
export const operator = <const Kind extends ValueKind>(
  value: Kind,
  rest: Omit<OperatorOf<ValueOf<Kind['kind']>>, 'value'>,
): Operator => ({ value, ...rest }) as Operator
