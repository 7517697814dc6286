import type { Locator, Page } from '@playwright/test'
import type { Helpline } from './helpline.ts'

export type Who = 'nobody' | 'caller' | 'coordinator' | 'administrator' | 'contact-person' | 'operator' | 'supervisor'

/** What the walk is given: how to open an address, and the list that the demo read in, as the text of a CSV file. */
export type Help = { show(path: string): Promise<void>; tenantList: string; helpline: Helpline }

/** A screen as the manual shows it: all of the window, or parts of it. */
export type Picture = {
  name: string
  who: Who
  isOnPhone?: boolean
  /** Opened before `show`. */
  path?: string
  /** Of the window, in CSS pixels. */
  height?: number
  /** What is done and waited for, so that the screen is there. */
  show(page: Page, help: Help): Promise<unknown>
  /** What is shown of it. */
  parts?(page: Page): Locator[]
}
