import type { Browser, Page, ViewportSize } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Reader } from './reader.ts'
import { launchBrowser, openPage } from './screen.ts'

declare global {
  interface Window {
    /** What moved after it could be seen, and how much of the screen did. */
    moved: { readonly places: readonly string[]; readonly shift: () => number }
  }
}

interface Listed {
  readonly id: string
}
interface Tabbed {
  readonly tabs: readonly { readonly key: string }[]
}

const read = async (path: string) => (await fetch(`${inject('url')}/api/reports${path}`)).json()
const reports: readonly Listed[] = await read('')
const addresses = (
  await Promise.all(
    reports.map(async ({ id }) => {
      const { tabs }: Tabbed = await read(`/${id}`)
      return tabs.length > 1 ? tabs.map(({ key }) => `${id}?tab=${key}`) : [id]
    }),
  )
).flat()

/** Looks at each frame where headline, picture, table and every figure are. Runs in the page. */
function watch(): void {
  const first = new Map<string, number>()
  const places = new Set<string>()
  let shift = 0
  const what = 'main :is(figure, [role=grid], section[tabindex], button[aria-label$="Open the records."])'
  const nameOf = (element: Element) =>
    `${element.tagName} ${element.getAttribute('aria-label') ?? ''}${element.closest('[role=grid]') ? ' in the table' : ''}`
  const look = () => {
    for (const element of document.querySelectorAll(what)) {
      const y = element.getBoundingClientRect().top
      const from = first.get(nameOf(element))
      if (from === undefined) first.set(nameOf(element), y)
      else if (Math.abs(from - y) > 0.5) places.add(`${nameOf(element)} from ${from} to ${y}`)
    }
    requestAnimationFrame(look)
  }
  look()
  // The types of the DOM do not have this entry yet.
  type Shift = PerformanceEntry & { readonly value: number }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += (entry as Shift).value
  }).observe({ type: 'layout-shift', buffered: true })
  Object.assign(window, {
    moved: {
      get places() {
        return [...places]
      },
      shift: () => shift,
    },
  })
}

/** Holds the drawing library back until the figures have been seen without it. */
async function late(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/assets/echarts-*.js', async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

const painted = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

/** Of each report and tab, on a screen of this size. Each size is a file, so that they run side by side. */
export function nothingMoves(viewport: ViewportSize): void {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  it.each(addresses)('%s', async (address) => {
    const page = await openPage(browser, inject('url'), { viewport })
    const arrive = await late(page)
    await page.addInitScript(watch)
    await page.goto(`/reports/${address}`)
    await page.locator('main :is(figure, [role=grid], section[tabindex], h2)').first().waitFor()
    await painted(page)
    arrive()
    await new Reader(page).still()
    await painted(page)
    expect(await page.evaluate(() => window.moved.places)).toEqual([])
    expect(await page.evaluate(() => window.moved.shift())).toBeLessThanOrEqual(0.02)
    await page.context().close()
  })
}
