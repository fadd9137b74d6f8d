import { inPath, installOnDebian, isProgram } from './provision.ts'

const outsidePath = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const advice =
  'Chromium is missing. Install it (Debian: apt-get install chromium; macOS: brew install --cask chromium) or set CHROMIUM.'

/** The browser that the journeys drive; installed first when we are root on Debian. Throws Missing with the way to get it. */
export async function chromiumPath(): Promise<string> {
  const found = find()
  if (found) return found
  installOnDebian(['chromium', 'fonts-liberation'], advice)
  const installed = find()
  if (!installed) throw new Error('apt-get installed chromium, but it is not in PATH')
  return installed
}

function find(): string | undefined {
  return (
    process.env.CHROMIUM ??
    inPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ??
    outsidePath.find(isProgram)
  )
}
