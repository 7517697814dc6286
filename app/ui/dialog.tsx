import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { FocusFirst } from '#app/ui/focus-first.tsx'

type DialogProps = {
  title: string
  isOpen: boolean
  onClose: () => void
  actions?: ReactNode
  children: ReactNode
}

/** Holds the focus while open and gives it back. The first field in it gets it, or else the dialog itself. */
export function Dialog({ title, isOpen, onClose, actions, children }: DialogProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(isStillOpen) => isStillOpen || onClose()}
      isDismissable
      className="fixed inset-0 z-40 flex items-end justify-center bg-shade sm:items-center sm:p-4"
    >
      <Modal className="max-h-[90dvh] w-full overflow-y-auto rounded-t-lg border border-line-strong bg-surface-raised shadow-raised sm:max-w-xl sm:rounded-lg">
        <AriaDialog className="flex flex-col gap-4 p-4 outline-none sm:p-6">
          <Heading slot="title" level={2} className="text-xl font-bold">
            {title}
          </Heading>
          <FocusFirst>{children}</FocusFirst>
          {actions && <div className="mt-2 flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
