import { chromium } from '../bin/chromium.js'
import { check, printed } from './check-parts.ts'
import { conclude, type Part, tests } from './part.ts'

const noBrowser = 'No Chromium was found: install it, or set CHROMIUM to its path.'

/** Left out where a person could not install a browser; a failure where nobody would notice that it was left out. */
async function browserTests(): Promise<Part> {
  if (chromium()) return tests('browser', 'browser')
  const failed = process.env.CI ? 1 : 0
  return { name: `browser tests were left out`, passed: 0, failed, skipped: 1, seconds: 0, output: noBrowser }
}

const checked = await check()
const slow = await printed(tests('laws, commands, whole runs', 'laws', 'slow'))
const browser = await printed(browserTests())
conclude([...checked, slow, browser])
