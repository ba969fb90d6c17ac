import { buildWeb } from '../src/cli/web-build.ts'

/** Before anything serves it: each server that finds it missing would build one for itself. */
export default buildWeb
