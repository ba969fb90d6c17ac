import { useLocalStorage, useMediaQuery } from '@mantine/hooks'

type Wish = 'folded' | 'wide' | 'auto'

/** As the reader last wished; without a wish, folded where the screen is small. */
export function useFolded(): readonly [folded: boolean, set: (folded: boolean) => void] {
  const [wish, setWish] = useLocalStorage<Wish>({
    key: 'plumbline-panel',
    defaultValue: 'auto',
    getInitialValueInEffect: false,
  })
  const small = useMediaQuery('(max-width: 1199.98px)', false, { getInitialValueInEffect: false }) ?? false
  const folded = wish === 'auto' ? small : wish === 'folded'
  return [folded, (folded) => setWish(folded ? 'folded' : 'wide')]
}
