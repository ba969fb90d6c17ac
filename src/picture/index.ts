export { type Look, pictureOf } from './picture.ts'
