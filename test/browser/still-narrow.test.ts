import { describe } from 'vitest'
import { nothingMoves } from './still.ts'

describe('on a narrow screen, nothing moves once a figure is visible', () => nothingMoves({ width: 390, height: 844 }))
