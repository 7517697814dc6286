import type { PersonStep, Step } from '#app/lists/steps.ts'
import type { ImportState } from './import-state.ts'

/**
 * What people do with a list, each at an address of its own. What a check begins with is in the log as what led to it, and
 * the columns have a page that asks more.
 */
export const importPersonSteps = {
  'confirm-mapping': {
    path: 'mapping',
    permission: 'tenant-list:import',
    action: 'tenant-list:mapped',
    from: ['uploaded', 'mapped', 'checked', 'failed'],
    to: 'mapped',
  },
  'start-check': { path: 'check', permission: 'tenant-list:import', from: ['mapped', 'checked'], to: 'checking' },
  'start-application': {
    path: 'application',
    permission: 'tenant-list:import',
    action: 'tenant-list:application-started',
    from: ['checked'],
    to: 'applying',
  },
  'start-undoing': {
    path: 'undoing',
    permission: 'tenant-list:import',
    action: 'tenant-list:undoing-started',
    from: ['applied'],
    to: 'undoing',
  },
  cancel: {
    path: 'cancellation',
    permission: 'tenant-list:import',
    action: 'tenant-list:cancelled',
    from: ['uploaded', 'mapped', 'checking', 'checked', 'applying'],
    to: 'cancelled',
  },
} as const satisfies Record<string, PersonStep<ImportState>>

/** What workers do with it. */
const workerSteps = {
  'finish-check': { action: 'tenant-list:checked', from: ['checking'], to: 'checked' },
  'finish-application': { action: 'tenant-list:applied', from: ['applying'], to: 'applied' },
  /** Another list was applied meanwhile, and this one now does something nobody said yes to. */
  'ask-again': { action: 'tenant-list:asks-again', from: ['applying'], to: 'checked' },
  'finish-undoing': { action: 'tenant-list:undone', from: ['undoing'], to: 'undone' },
  fail: { action: 'tenant-list:failed', from: ['uploaded', 'mapped', 'checking', 'applying'], to: 'failed' },
} as const satisfies Record<string, Step<ImportState>>

export const importSteps = { ...importPersonSteps, ...workerSteps }
export type ImportStep = keyof typeof importSteps
