import { letterName } from '#app/tenants/names.ts'
import { Badge } from '#app/ui/badge.tsx'
import { useLanguage, useWords } from '#app/ui/language.tsx'
import { type Addressee, placeLine } from './addressee.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

/** Who it is about and where they live; says so when there is nobody to go to any more. */
export function TenantCell({ tenant }: { tenant: Addressee }) {
  const language = useLanguage()
  return (
    <>
      {letterName(tenant, language)}
      <span className="block font-normal text-ink-soft">{placeLine(tenant)}</span>
      <TenantWarning tenant={tenant} />
    </>
  )
}

export function TenantWarning({ tenant }: { tenant: Addressee }) {
  const words = useWords({ nl, en })
  if (tenant.isDeceased || tenant.isEstate) return <Badge tone="attention">{words.deceased}</Badge>
  return tenant.hasMoved ? <Badge tone="attention">{words.moved}</Badge> : null
}
