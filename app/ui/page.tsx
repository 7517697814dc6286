import { Link } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import { Icon } from '#app/ui/icon.tsx'

const gaps = { tight: 'gap-2', normal: 'gap-4', wide: 'gap-8 print:gap-3' }

/** Things under one another at one distance. */
export function Stack({ gap = 'normal', children }: { gap?: keyof typeof gaps; children: ReactNode }) {
  return <div className={`flex min-w-0 flex-col ${gaps[gap]}`}>{children}</div>
}

/** Things beside one another, going on below when there is no room. */
export const Row = ({ align = 'center', children }: { align?: 'center' | 'end'; children: ReactNode }) => (
  <div className={`flex flex-wrap gap-x-4 gap-y-2 ${align === 'end' ? 'items-end' : 'items-center'}`}>{children}</div>
)

const widths = { narrow: 'max-w-2xl', normal: 'max-w-6xl', full: 'max-w-none' }

/** What goes into the main landmark: the header and its sections. `narrow` is for reading and for forms. */
export function Page({ width = 'normal', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return <div className={`flex min-w-0 flex-col gap-8 ${widths[width]} print:gap-3`}>{children}</div>
}

type PageHeaderProps = {
  title: ReactNode
  state?: ReactNode
  meta?: ReactNode
  /** The one main action; it has the same place on every page. */
  action?: ReactNode
  secondary?: ReactNode
  back?: { to: string; label: string }
}

export function PageHeader({ title, state, meta, action, secondary, back }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-72">
        {back && (
          <Link
            to={back.to}
            className="print:hidden mb-1 -ml-1 inline-flex min-h-6 items-center gap-1 text-accent hover:underline"
          >
            <Icon name="left" className="size-5" />
            {back.label}
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <h1 className="text-2xl wrap-anywhere">{title}</h1>
          {state}
        </div>
        {meta && <p className="mt-1 max-w-3xl text-ink-soft">{meta}</p>}
      </div>
      {(action || secondary) && (
        <div className="flex w-full flex-col-reverse gap-2 sm:w-auto sm:flex-row sm:items-center sm:gap-3">
          {secondary}
          {action}
        </div>
      )}
    </header>
  )
}

type SectionProps = { title: ReactNode; lead?: ReactNode; action?: ReactNode; isPanel?: boolean; children: ReactNode }

/** A part of a page under its own heading. `isPanel` puts it on a surface of its own. */
export function Section({ title, lead, action, isPanel, children }: SectionProps) {
  const id = useId()
  const panel = isPanel ? 'rounded-lg border border-line bg-surface p-4 sm:p-6 print:gap-2 print:p-3' : ''
  return (
    <section aria-labelledby={id} className={`flex min-w-0 flex-col gap-4 ${panel}`}>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 id={id} className="text-xl">
            {title}
          </h2>
          {lead && <p className="text-ink-soft print:hidden">{lead}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}

const splits = {
  even: 'lg:grid-cols-2',
  'main-left': 'lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]',
  'main-right': 'lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]',
}

/** Two columns from 1024 px, one below. */
export function Columns({ split = 'even', children }: { split?: keyof typeof splits; children: ReactNode }) {
  return (
    <div className={`grid grid-cols-1 items-start gap-6 ${splits[split]} print:grid-cols-2 print:gap-3`}>
      {children}
    </div>
  )
}

/** Stays in sight at the foot of the screen, within thumb's reach on a phone: for the one button of a long page. */
export const ActionBar = ({ children }: { children: ReactNode }) => (
  <div className="sticky bottom-16 z-10 -mx-4 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-surface px-4 py-3 md:bottom-0 md:-mx-8 md:px-8 print:hidden">
    {children}
  </div>
)
