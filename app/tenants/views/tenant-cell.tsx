import { Badge } from '#app/ui/badge.tsx'
import { Banner } from '#app/ui/banner.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { type Addressee, placeLine } from '../addressee.ts'
import { type ContactStatus, mayBeDialled, whyNotCallable, whyNotThere } from '../contact-status.ts'
import { writtenName } from '../names.ts'
import { useWords } from '../words.ts'

/** Who it is about and where they live; says so when there is nobody to go to any more. */
export function TenantCell({ tenant }: { tenant: Addressee }) {
  const language = useLanguage()
  return (
    <>
      {writtenName(tenant, language)}
      <span className="block font-normal text-ink-soft">{placeLine(tenant)}</span>
      <TenantWarning tenant={tenant} />
    </>
  )
}

export function TenantWarning({ tenant }: { tenant: Omit<ContactStatus, 'asksNotToBeRung'> }) {
  const words = useWords()
  const reason = whyNotThere(tenant)
  return reason && <Badge tone="attention">{words.notCallable[reason]}</Badge>
}

/** What "Verhuisd" or "Niet bellen" means for whoever stands before the numbers. */
export function ContactBanner({ tenant }: { tenant: ContactStatus }) {
  const words = useWords()
  if (tenant.asksNotToBeRung)
    return (
      <Banner tone="attention" title={words.notCallable['do-not-call']}>
        {words.doNotCallLead}
      </Banner>
    )
  const left = mayBeDialled(tenant) && whyNotThere(tenant)
  return (
    left && (
      <Banner tone="attention" title={words.notCallable[left]}>
        {left === 'not-listed' ? words.notListedLead : words.movedLead}
      </Banner>
    )
  )
}

/** Why somebody is not rung, the first reason that counts. */
export function NotCallable({ tenant }: { tenant: ContactStatus }) {
  const words = useWords()
  const reason = whyNotCallable(tenant)
  return reason && <Badge tone="attention">{words.notCallable[reason]}</Badge>
}
