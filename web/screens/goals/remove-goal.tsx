import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../words/index.ts'
import { useRemoveGoal } from './kept-queries.ts'
import { Refused } from './refused.tsx'

/** Asks once more in its own place. */
export function RemoveGoal({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const words = useWords()
  const [asked, setAsked] = useState(false)
  const { mutate, isPending, error } = useRemoveGoal(id, onDone)
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
