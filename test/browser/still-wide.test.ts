import { describe } from 'vitest'
import { nothingMoves } from './still.ts'

describe('on a wide screen, nothing moves once a figure is visible', () => nothingMoves({ width: 1440, height: 900 }))
