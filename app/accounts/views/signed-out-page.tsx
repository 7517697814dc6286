import type { ReactNode } from 'react'

/** A page outside the frame: one thing to do, in the middle. */
export function SignedOutPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <p className="text-lg font-bold text-accent">Rondbel</p>
      <div className="flex flex-col gap-6 rounded-lg border border-line bg-surface p-6 sm:p-8">
        <div className="flex flex-col gap-2">
          <h1 className="text-2xl">{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {children}
      </div>
    </main>
  )
}
