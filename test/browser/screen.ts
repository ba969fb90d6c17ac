import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromium as systemChromium } from '../../bin/chromium.js'

const still = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of the system, without a window and without traffic of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: systemChromium() ?? undefined, headless: true, args: still })
}

const usual: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'en-US',
  timezoneId: 'UTC',
  reducedMotion: 'reduce',
  permissions: ['clipboard-read', 'clipboard-write'],
}

/** A fresh reader, and a page that fails the test when the page itself reports an error. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ ...usual, ...options, baseURL: url })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

export const schemes = ['dark', 'light'] as const

/** The reader's machine turns dark or light while the page is open. */
export async function turn(page: Page, colorScheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(async () => {
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

/** What the page itself complained about: errors, and what its content security policy stopped. */
export function complaints(page: Page): readonly string[] {
  const said: string[] = []
  page.on('pageerror', (error) => said.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') said.push(message.text())
  })
  return said
}

declare global {
  interface Window {
    stoppedByPolicy: readonly string[]
  }
}

/** Runs in the page, before anything of the page does. */
function watchPolicy(): void {
  const stopped: string[] = []
  window.stoppedByPolicy = stopped
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) =>
    stopped.push(`${effectiveDirective}: ${blockedURI} from ${sourceFile}:${lineNumber}`),
  )
}

/** What the content security policy has stopped on the page, by the time that it is asked. */
export async function stoppedByPolicy(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(watchPolicy)
  return () => page.evaluate(() => window.stoppedByPolicy)
}
