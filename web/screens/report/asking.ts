import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { Cell, Question } from '../../../src/answer/index.ts'
import { cellOf, openOf, questionOf, type Search, searchOf } from '../../url.ts'

export const panelTabs = ['filters', 'chart', 'about'] as const
export type PanelTab = (typeof panelTabs)[number]

/** All view state of the report screen, as the address holds it. */
export interface Asked {
  readonly question: Question
  readonly cell: Cell | null
  /** `null`: as the width of the screen suggests. */
  readonly panel: PanelTab | 'closed' | null
  readonly ask: (change: Question) => void
  readonly open: (cell: Cell | null) => void
  readonly show: (panel: PanelTab | 'closed') => void
}

export function useAsked(): Asked {
  const search: Search = useSearch({ strict: false })
  const go = useGo()
  return useMemo(
    () => ({
      question: questionOf(search),
      cell: cellOf(search),
      panel: panelOf(search),
      ask: (change) =>
        go((search) => ({ ...kept(search, ['panel']), ...searchOf({ ...questionOf(search), ...change }) })),
      open: (cell) => go((search) => ({ ...without(search, 'open'), ...openOf(cell) })),
      show: (panel) => go((search) => ({ ...without(search, 'panel'), panel }), true),
    }),
    [search, go],
  )
}

type Rewrite = (search: Search) => Search

/** Each change of the question can be taken back with the browser's Back. */
function useGo() {
  const navigate = useNavigate()
  return useCallback(
    (rewrite: Rewrite, replace = false) =>
      void navigate({ to: '.', search: (search) => rewrite(search as Search), replace, resetScroll: false }),
    [navigate],
  )
}

function panelOf(search: Search): Asked['panel'] {
  const { panel } = search
  if (panel === 'closed') return 'closed'
  return panelTabs.find((tab) => tab === panel) ?? null
}

const without = (search: Search, name: string): Search =>
  Object.fromEntries(Object.entries(search).filter(([other]) => other !== name))

const kept = (search: Search, names: readonly string[]): Search =>
  Object.fromEntries(Object.entries(search).filter(([name]) => names.includes(name)))
