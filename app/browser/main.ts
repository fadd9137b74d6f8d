import '@hotwired/turbo'
import { offerCopying } from './copy.ts'
import { keepDrafts } from './drafts.ts'
import { offerPrinting } from './print.ts'
import { keepToBrowser } from './turbo.ts'

keepDrafts()
keepToBrowser()
offerCopying()
offerPrinting()
