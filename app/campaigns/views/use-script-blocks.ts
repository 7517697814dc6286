import { useEffect, useRef, useState } from 'react'
import type { Script } from '../script.ts'
import { useWords } from '../words.ts'
import { type Block, blocksOf, moved, newBlock, type Removed, restored, without } from './script-blocks.ts'

/** The id of the button that brings the removed section back: it takes the focus of the button that removed it. */
export const restoreButton = 'restore-section'

/** The sections of a script while it is written: each change says where the focus goes and what is read aloud. */
export function useScriptBlocks(script: Script, onChange?: () => void) {
  const words = useWords().script
  const [blocks, setBlocks] = useState(() => blocksOf(script))
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [announcement, setAnnouncement] = useState('')
  const focusAfterwards = useFocusAfterwards()
  const change = (next: Block[], focus: string, message: string) => {
    focusAfterwards(focus)
    setBlocks(next)
    setAnnouncement(message)
    onChange?.()
  }
  return {
    blocks,
    removed,
    announcement,
    move(block: Block, to: number) {
      const button = to < blocks.indexOf(block) ? 'up' : 'down'
      const message = words.moved(titleNow(block) || words.untitled, to + 1, blocks.length)
      change(moved(blocks, block, to), `${button}-${block.key}`, message)
    },
    remove(block: Block) {
      const current = blockNow(block)
      setRemoved({ block: current, index: blocks.indexOf(block) })
      change(without(blocks, block), restoreButton, words.removed(current.title || words.untitled))
    },
    add() {
      const block = newBlock()
      change([...blocks, block], `title-${block.key}`, '')
    },
    restore() {
      if (removed) change(restored(blocks, removed), `title-${removed.block.key}`, '')
      setRemoved(null)
    },
  }
}

/** Puts the focus on an element that stands there, or stands there anew, once React has drawn it. */
function useFocusAfterwards() {
  const id = useRef<string | null>(null)
  useEffect(() => {
    if (id.current) document.getElementById(id.current)?.focus()
    id.current = null
  })
  return (next: string) => {
    id.current = next
  }
}

const typedIn = (id: string) => (document.getElementById(id) as HTMLInputElement | null)?.value

const titleNow = ({ key, title }: Block) => typedIn(`title-${key}`) || title

/** What stands in the fields now: they keep their own text, so that typing never waits for the page. */
const blockNow = ({ key, title, text }: Block): Block => ({
  key,
  title: typedIn(`title-${key}`) ?? title,
  text: typedIn(`text-${key}`) ?? text,
})
