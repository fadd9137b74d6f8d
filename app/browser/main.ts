import '@hotwired/turbo'
import { keepDrafts } from './drafts.ts'
import { offerPrinting } from './print.ts'
import { keepToBrowser } from './turbo.ts'

keepDrafts()
keepToBrowser()
offerPrinting()
