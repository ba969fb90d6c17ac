import { type PointerEvent, type RefObject, useEffect, useState } from 'react'

/** Moves a row of a list to where the pointer is, until the pointer is let go. */
export function useDragging(list: RefObject<HTMLElement | null>, move: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null)
  useEffect(() => {
    if (dragged === null) return
    const follow = ({ clientY }: globalThis.PointerEvent) => {
      const to = placeAt(list.current, clientY)
      if (to === null || to === dragged) return
      move(dragged, to)
      setDragged(to)
    }
    const end = () => setDragged(null)
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    return () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
    }
  }, [dragged, list, move])
  const startAt = (place: number, event: PointerEvent) => {
    event.preventDefault()
    setDragged(place)
  }
  return { dragged, startAt }
}

/** All rows are of one height. */
function placeAt(list: HTMLElement | null, y: number): number | null {
  if (!list || list.childElementCount === 0) return null
  const { top, height } = list.getBoundingClientRect()
  const place = Math.floor(((y - top) / height) * list.childElementCount)
  return Math.max(0, Math.min(list.childElementCount - 1, place))
}
