import { Link, useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { PartPlace } from '../patch.ts'

type PlaceLinkProps = { place: PartPlace; path?: string; children: ReactNode; className?: string }

/** The form of a place opens beside the path. */
export function PlaceLink({ place, path = '', children, className = '' }: PlaceLinkProps) {
  const isOpen = useSearchParams()[0].get('at') === place
  return (
    <Link
      to={`${path}?at=${place}`}
      preventScrollReset
      aria-current={isOpen ? 'true' : undefined}
      className={`rounded-sm text-accent underline-offset-4 hover:underline aria-[current=true]:font-bold ${className}`}
    >
      {children}
    </Link>
  )
}
