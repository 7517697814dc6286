import { useSearchParams } from '@remix-run/react'

/** The address of the list that is open, with some parts changed; '' takes a part away. The list then begins at its first page. */
export function useListLink(): (change: Record<string, string>) => string {
  const [parameters] = useSearchParams()
  return (change) => {
    const next = new URLSearchParams(parameters)
    for (const name of ['page', 'refused', ...Object.keys(change)]) next.delete(name)
    for (const [name, value] of Object.entries(change)) if (value) next.set(name, value)
    return `?${next}`
  }
}
