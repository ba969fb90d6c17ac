import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { complaints, launchBrowser, openPage } from './screen.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

it('says screens and reports in the first language of the browser that it knows, and in another once that is chosen', async () => {
  const page = await openPage(browser, inject('url'), { locale: 'nl-BE' })
  const said = complaints(page)
  await page.goto('/reports/sales/deals-won-and-lost')
  await expect.poll(() => heading(page).textContent()).toBe('Gewonnen en verloren deals')
  expect(await page.locator('html').getAttribute('lang')).toBe('nl')
  await page.getByRole('button', { name: 'Thema of taal wijzigen' }).click()
  await page.getByRole('menuitem', { name: 'Dansk' }).click()
  await expect.poll(() => heading(page).textContent()).toBe('Vundne og tabte deals')
  await page.getByRole('columnheader', { name: 'Hitrate' }).first().waitFor()
  await page.reload()
  await expect.poll(() => heading(page).textContent()).toBe('Vundne og tabte deals')
  await page.context().close()
  expect(said).toEqual([])
})

it.each([
  ['nl-NL', 'Gegevens'],
  ['da-DK', 'Data'],
])('keeps everything in the left panel in sight in %s', async (locale, data) => {
  const page = await openPage(browser, inject('url'), { locale })
  await page.goto('/')
  const panel = await page.getByRole('navigation').first().boundingBox()
  await page.getByRole('link', { name: data, exact: true }).waitFor()
  const last = await page.getByRole('navigation').first().getByRole('button').last().boundingBox()
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + (panel?.width ?? 0))
  await page.context().close()
})
