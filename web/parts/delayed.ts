import { useEffect, useState } from 'react'

/** True once `on` has lasted for `ms`: what is quick shows no sign of waiting. */
export function useDelayed(on: boolean, ms: number): boolean {
  const [lasted, setLasted] = useState(false)
  useEffect(() => {
    if (!on) return setLasted(false)
    const timer = setTimeout(() => setLasted(true), ms)
    return () => clearTimeout(timer)
  }, [on, ms])
  return on && lasted
}
