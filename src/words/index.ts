export { type Language, languageFrom, languages } from './language.ts'
export { type Say, sayIn } from './say.ts'
