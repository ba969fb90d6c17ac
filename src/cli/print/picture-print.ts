import { writeFile } from 'node:fs/promises'
import type { shapes } from '../../answer/index.ts'
import { palettes, type Reader, type Theme } from '../../draw/index.ts'
import { Refusal } from '../../errors/index.ts'

export interface PictureOptions {
  /** The file that it goes into. */
  readonly picture?: string
  readonly theme: Theme
  readonly width: number
}

/** The library that draws is large, and most questions want none. */
export async function writePicture(
  answer: shapes.Answer,
  reader: Reader,
  { picture, theme, width }: PictureOptions & { readonly picture: string },
): Promise<void> {
  const { pictureOf } = await import('../../picture/index.ts')
  const svg = pictureOf(answer, reader, { palette: palettes[theme], width })
  await writeFile(picture, svg).catch((error: Error) => {
    throw new Refusal('output-unwritable', { wrong: error.message })
  })
  console.error(`The picture is in ${picture}.`)
}
