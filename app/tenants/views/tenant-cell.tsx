import { Badge } from '#app/ui/badge.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { type Addressee, placeLine } from '../addressee.ts'
import { letterName } from '../names.ts'
import { useWords } from '../words.ts'

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
  const words = useWords()
  if (tenant.isDeceased || tenant.isEstate) return <Badge tone="attention">{words.deceased}</Badge>
  return tenant.hasMoved ? <Badge tone="attention">{words.moved}</Badge> : null
}
