import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Goal } from '../../../src/store/index.ts'
import { useWords } from '../../words/index.ts'
import { useRemoveGoal } from './kept-queries.ts'
import { Refused } from './refused.tsx'

/** Asks once more in its own place. */
export function RemoveGoal({ goal, onDone }: { readonly goal: Goal; readonly onDone: () => void }) {
  const words = useWords()
  const [asked, setAsked] = useState(false)
  const { mutate, isPending, error } = useRemoveGoal(goal, onDone)
  return (
    <>
      <Refused error={error} />
      <Button
        color={asked ? 'red' : undefined}
        loading={isPending}
        onClick={() => (asked ? mutate() : setAsked(true))}
        onBlur={() => setAsked(false)}
      >
        {words(asked ? 'goals.reallyRemove' : 'goals.remove')}
      </Button>
    </>
  )
}
