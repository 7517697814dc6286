import { type Criteria, rulesOf } from './criteria.ts'
import type { FieldPermission } from './field.ts'
import { type FieldName, fieldNames, fieldOf } from './fields.ts'

/** What somebody must be allowed to, to use these criteria: counts about arrears tell about arrears. */
export function permissionsOf(criteria: Criteria): FieldPermission[] {
  return [
    ...new Set<FieldPermission>(['segment:use', ...rulesOf(criteria).map(({ field }) => fieldOf(field).permission)]),
  ]
}

/** Whether they ask for arrears or nuisance: then whoever is found by them, and what they are called, tells of it. */
export const usesCircumstances = (criteria: Criteria) => permissionsOf(criteria).includes('segment:use-circumstances')

export const mayUse = (criteria: Criteria, can: (permission: FieldPermission) => boolean) =>
  permissionsOf(criteria).every(can)

/** The fields that may be offered to somebody. */
export const fieldsFor = (can: (permission: FieldPermission) => boolean): FieldName[] =>
  fieldNames.filter((name) => can(fieldOf(name).permission))
