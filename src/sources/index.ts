export { makeSample, type SampleOptions } from './sample/index.ts'
