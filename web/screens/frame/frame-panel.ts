import { createContext, useContext } from 'react'

/** Below this width the panels are sheets. */
export const narrow = '(max-width: 899.98px)'

/** Opens the reports panel; null where it is always there. */
export const FramePanel = createContext<(() => void) | null>(null)
export const useOpenReports = () => useContext(FramePanel)
