import { useEffect, useSyncExternalStore } from 'react'

/** Something that the open screen can do, for the finder. */
export interface Offer {
  readonly id: string
  readonly label: string
  readonly onClick: () => void
}

let offers: readonly Offer[] = []
const listeners = new Set<() => void>()

function set(next: readonly Offer[]): void {
  offers = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A screen offers its actions while it is open. */
export function useOffer(own: readonly Offer[]): void {
  useEffect(() => {
    set(own)
    return () => set([])
  }, [own])
}

export const useOffered = (): readonly Offer[] => useSyncExternalStore(subscribe, () => offers)
