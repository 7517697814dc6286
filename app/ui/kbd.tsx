import { keysText } from '#app/ui/key-combo.ts'

/** A key as it is printed on the keyboard. `keys` is written as for useKeys: `ctrl+enter`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="inline-flex min-w-6 items-center justify-center rounded-sm border border-current px-1 font-sans text-xs leading-5 pointer-coarse:hidden print:hidden">
      {keysText(keys)}
    </kbd>
  )
}
