import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer', linux: 'xdg-open' }

/** Only where a person sits before a screen; where it cannot be opened, the address was printed anyway. */
export function openBrowser(address: string): void {
  const opener = openers[process.platform]
  if (!opener || !process.stdout.isTTY || !hasScreen()) return
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

const hasScreen = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
