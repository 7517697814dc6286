import type { Criteria } from './criteria.ts'

export const presetNames = ['80-plus', 'new-tenants', 'nuisance', 'arrears', 'no-email'] as const
export type PresetName = (typeof presetNames)[number]

/** The campaigns every corporation begins with. */
export const presets: Record<PresetName, Criteria> = {
  '80-plus': { field: 'age', operator: 'at-least', value: 80 },
  'new-tenants': { field: 'tenancy-started', operator: 'within', value: 90 },
  nuisance: {
    any: [
      { field: 'nuisance-reported', operator: 'within', value: 365 },
      { field: 'nuisance-caused', operator: 'within', value: 365 },
    ],
  },
  arrears: {
    any: [
      { field: 'arrears-now', operator: 'yes' },
      { field: 'arrears-within', operator: 'within', value: 365 },
    ],
  },
  'no-email': { field: 'no-email', operator: 'yes' },
}

export const isPresetName = (name: string): name is PresetName => (presetNames as readonly string[]).includes(name)
