import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../part.ts'
import { Reader } from './reader.ts'
import { launchBrowser, openPage } from './screen.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4321' },
    path: { type: 'string', default: '/reports/sales/deals-won-and-lost?range=last-365-days&compare=previous-period' },
    theme: { type: 'string', default: 'light' },
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    out: { type: 'string', default: join(root, 'docs', 'screenshot.png') },
  },
})

const browser = await launchBrowser()
const page = await openPage(browser, values.url, {
  colorScheme: values.theme === 'dark' ? 'dark' : 'light',
  viewport: { width: Number(values.width), height: Number(values.height) },
  deviceScaleFactor: 2,
})
await page.goto(values.path)
const reader = new Reader(page)
await reader.settled()
await reader.drawn()
await mkdir(dirname(values.out), { recursive: true })
await page.screenshot({ path: values.out })
await browser.close()
