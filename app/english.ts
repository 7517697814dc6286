import { en as accounts } from './accounts/words.en.ts'
import { en as audit } from './audit/words.en.ts'
import { en as callers } from './callers/words.en.ts'
import { en as calls } from './calls/words.en.ts'
import { en as campaigns } from './campaigns/words.en.ts'
import { en as claims } from './claims/words.en.ts'
import { en as contacts } from './contacts/words.en.ts'
import { en as conversations } from './conversations/words.en.ts'
import { en as corporations } from './corporations/words.en.ts'
import { en as desks } from './desks/words.en.ts'
import { en as exchanges } from './exchanges/words.en.ts'
import { en as followUps } from './follow-ups/words.en.ts'
import { en as gestures } from './gestures/words.en.ts'
import { en as handovers } from './handovers/words.en.ts'
import { en as history } from './history/words.en.ts'
import { en as lines } from './lines/words.en.ts'
import { en as lists } from './lists/words.en.ts'
import { en as nights } from './nights/words.en.ts'
import { en as papers } from './papers/words.en.ts'
import { en as protocols } from './protocols/words.en.ts'
import { en as quality } from './quality/words.en.ts'
import { en as referenceValues } from './reference-values/words.en.ts'
import { en as referrals } from './referrals/words.en.ts'
import { en as requests } from './requests/words.en.ts'
import { en as segments } from './segments/words.en.ts'
import { en as tenantLists } from './tenant-lists/words.en.ts'
import { en as tenants } from './tenants/words.en.ts'
import { en as today } from './today/words.en.ts'
import { provideEnglish } from './ui/language.tsx'
import { en as ui } from './ui/words.en.ts'
import { en as wallboard } from './wallboard/words.en.ts'

provideEnglish({
  accounts,
  audit,
  callers,
  calls,
  campaigns,
  claims,
  contacts,
  conversations,
  corporations,
  desks,
  exchanges,
  'follow-ups': followUps,
  gestures,
  handovers,
  history,
  lines,
  lists,
  nights,
  papers,
  protocols,
  quality,
  'reference-values': referenceValues,
  referrals,
  requests,
  segments,
  'tenant-lists': tenantLists,
  tenants,
  today,
  ui,
  wallboard,
})
